"""Hotkeys: a binding, the gesture made with it, and the listeners that see keys."""
