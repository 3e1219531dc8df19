"""Whether there is a newer version: asked for only where the user wants it, of a feed they name."""
