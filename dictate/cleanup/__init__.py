"""Clean-up: a language model or a command of the user's goes over a text before it is written."""
