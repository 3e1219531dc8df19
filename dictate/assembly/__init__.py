"""The composition root: settings become concrete stages, wired into something that runs.

``stages`` is the only module that names adapters, ``program`` is the desktop program's core,
``demo`` plays recordings through the same session. None of it knows Qt.
"""

from dictate.assembly.demo import play_samples
from dictate.assembly.program import Program, assemble
from dictate.assembly.status import ProgramStatus

__all__ = ["Program", "ProgramStatus", "assemble", "play_samples"]
