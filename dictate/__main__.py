"""Run the command line: ``python -m dictate``."""

from dictate.cli import main

if __name__ == "__main__":
    main()
