"""Control: one running program per user, and commands from a second start."""
