"""Starting Dictate when one logs in: what each system wants to be told, and where that goes."""
