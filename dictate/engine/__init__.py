"""Recognition: models on disk, loading them, and turning samples into a transcript."""
