"""Dictate: hold a key, speak, let go, and the text is in your window."""

__version__ = "0.1.0"
