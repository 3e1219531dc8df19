"""Settings: frozen values, one group per stage, read from and written to one TOML file."""
