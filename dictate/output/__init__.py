"""Delivery: the text arrives in the user's window, or on the clipboard."""
