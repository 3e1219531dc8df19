"""Servers that are asked for help: where they are, their keys, and one call within a deadline."""
