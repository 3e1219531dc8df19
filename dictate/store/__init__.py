"""What is kept on disk of takes: their sound, until the text has arrived. Never any text."""
