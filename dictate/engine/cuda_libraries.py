"""Makes the CUDA libraries of NVIDIA's Python packages (the extra ``cuda``) known to CTranslate2.

CTranslate2 asks the system for cuBLAS and cuDNN by name, and the system does not look into Python
packages. A library that is loaded already is found by its name, so they are loaded first.
"""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

log = logging.getLogger(__name__)

# cuBLAS needs cuBLASLt, so that one goes first; cuDNN finds its own parts beside itself.
LINUX_LIBRARIES = (
    ("cublas", "lib", "libcublasLt.so.*"),
    ("cublas", "lib", "libcublas.so.*"),
    ("cudnn", "lib", "libcudnn.so.*"),
)
LINUX_DRIVERS = ("/dev/nvidiactl", "/proc/driver/nvidia", "/dev/dxg", "/dev/nvhost-gpu")
"""The last two are those of Windows' subsystem for Linux and of NVIDIA's small boards."""
WINDOWS_FOLDERS = (("cublas", "bin"), ("cudnn", "bin"))


def make_known(
    roots: Iterable[Path] | None = None,
    load: Callable[[Path], object] = lambda path: ctypes.CDLL(str(path), ctypes.RTLD_GLOBAL),
) -> tuple[str, ...]:
    """Load what the packages hold; return the names of what was loaded.

    What is missing or does not load is left to CTranslate2, which looks in the system's folders.
    """
    roots = tuple(roots if roots is not None else package_folders())
    if sys.platform == "win32":
        return tuple(_searched(folder) for folder in _windows_folders(roots))
    loaded = []
    for path in linux_libraries(roots):
        try:
            load(path)
        except OSError as error:
            log.warning("%s does not load: %s", path.name, error)
        else:
            loaded.append(path.name)
    return tuple(loaded)


def has_driver() -> bool:
    """Tell whether a driver for NVIDIA's cards is installed, without starting it."""
    if sys.platform == "win32":
        return Path(os.environ.get("SYSTEMROOT", "C:\\Windows"), "System32", "nvcuda.dll").exists()
    return any(Path(place).exists() for place in LINUX_DRIVERS)


def package_folders() -> tuple[Path, ...]:
    """Return where the package ``nvidia`` lies, which has no files of its own."""
    spec = importlib.util.find_spec("nvidia")
    return tuple(Path(place) for place in (spec.submodule_search_locations or ())) if spec else ()


def linux_libraries(roots: Iterable[Path]) -> tuple[Path, ...]:
    """Return the libraries to load in their order; of several versions the newest."""
    found: list[Path] = []
    for package, folder, pattern in LINUX_LIBRARIES:
        candidates = [path for root in roots for path in (root / package / folder).glob(pattern)]
        found += sorted(candidates, key=_version)[-1:]
    return tuple(found)


def _version(path: Path) -> tuple[int, ...]:
    numbers = path.name.partition(".so.")[2].split(".")
    return tuple(int(number) for number in numbers if number.isdigit())


def _windows_folders(roots: Iterable[Path]) -> list[Path]:
    folders = [root / package / name for root in roots for package, name in WINDOWS_FOLDERS]
    return [folder for folder in folders if folder.is_dir()]


def _searched(folder: Path) -> str:
    """Let Windows look for libraries in ``folder``, from this process only."""
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
    add: Callable[[str], object] | None = getattr(os, "add_dll_directory", None)
    if add is not None:
        add(str(folder))
    return folder.parent.name
