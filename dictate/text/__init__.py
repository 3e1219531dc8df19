"""Text: what the engine heard becomes what is written."""
