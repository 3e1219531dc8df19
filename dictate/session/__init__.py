"""The rules of a dictation: one machine owns the phase, one coordinator runs its effects."""
