"""Voice activity: which frames hold speech, and where utterances begin and end."""
