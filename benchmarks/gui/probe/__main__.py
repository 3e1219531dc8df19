"""Run the probed program: ``python -m benchmarks.gui.probe``.

Named so that the processes it starts do not import it, as they do not import the program's own.
"""

from benchmarks.gui.probe.desktop import main

if __name__ == "__main__":
    main()
