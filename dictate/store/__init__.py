"""What is kept on disk: the sound of takes until the text has arrived, and the history of texts."""
