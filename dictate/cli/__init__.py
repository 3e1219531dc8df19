"""The command line: one module per command."""


def main() -> None:
    """Run the command line; the entry point of the installed ``dictate`` script."""
    raise SystemExit("not there yet")
