"""Facts about the machine the program runs on: folders, shipped files, platform, log set-up."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

import dictate
from dictate.errors import DictateError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnContext

APP = "dictate"
INTERRUPTED = 130
"""The exit code that shells expect of a program ended with Ctrl+C."""
LOG_BYTES = 512 * 1024

_PACKAGE = Path(__file__).resolve().parent


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file, in the source tree as well as from an installed wheel.

    Raises DictateError when the installation lacks it.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise DictateError(
        f"The installation lacks {'/'.join(parts)}.", "Install Dictate again; a file was lost."
    )


def settings_path() -> Path:
    """Return the settings file: ``DICTATE_CONFIG`` or the platform's config folder."""
    named = os.environ.get("DICTATE_CONFIG")
    if named:
        return Path(named).expanduser()
    return default_settings_path()


def default_settings_path() -> Path:
    """Return the settings file of whoever names none."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.toml"


def data_folder() -> Path:
    """Return the folder for what the user would miss: recordings, history."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def state_folder() -> Path:
    """Return the folder for what the program learned here; it may be deleted at any time."""
    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def models_folder() -> Path:
    """Return the folder of downloaded models (``DICTATE_MODELS`` overrides it)."""
    named = os.environ.get("DICTATE_MODELS")
    return Path(named).expanduser() if named else data_folder() / "models"


def log_folder() -> Path:
    """Return the folder of the log file."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def runtime_folder() -> Path:
    """Return a folder only this user can enter, made if need be, for sockets and locks."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that there is no login session helps nobody
            path = Path(platformdirs.user_runtime_dir(APP, appauthor=False))
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        # A user without a login session (su, cron) has no /run/user folder.
        path = data_folder() / "run"
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def has_display() -> bool:
    """Tell whether a desktop can be reached."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_offline() -> bool:
    """Tell whether the user has switched off what would use the network, models' own variable."""
    return os.environ.get("HF_HUB_OFFLINE", "").upper() in ("1", "ON", "YES", "TRUE")


def is_wayland() -> bool:
    """Tell whether the session is Wayland, where X11 tricks reach X11 windows only."""
    return sys.platform.startswith("linux") and bool(os.environ.get("WAYLAND_DISPLAY"))


def was_updated(installed: Callable[[str], str] | None = None) -> bool:
    """Tell whether another version is installed by now than the one that runs.

    A process of our own that is started then is of that version, and the two may not understand
    each other.
    """
    from importlib import metadata  # takes a while to load, and is needed once in a hundred days

    try:
        return (installed or metadata.version)(APP) != dictate.__version__
    except metadata.PackageNotFoundError:
        return False  # run from its sources


def spawn_context() -> SpawnContext:
    """Return what starts processes of our own, from a folder that exists.

    That in which the program was started may be gone: a stick that was pulled out, a folder that
    was tidied away. No process can be started from there.
    """
    import multiprocessing

    try:
        Path.cwd()
    except OSError:
        with contextlib.suppress(OSError):
            os.chdir(Path.home())
    return multiprocessing.get_context("spawn")


def pipe(context: SpawnContext) -> tuple[Connection, Connection]:
    """Return both ends of a pipe to a process of ours.

    On Windows they are of another class, with the same methods, which the types do not say.
    """
    ends: Any = context.Pipe()
    ours, theirs = ends
    return ours, theirs


@contextlib.contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Have a process that is started in this block not hear Ctrl+C, from its first instruction on.

    A terminal sends it to all processes at once. One of ours says itself that it does not listen,
    but not before it has loaded its modules, and would end in the middle of that with a traceback.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # it would undo the block when it is first started within
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def set_up_logging(*, verbose: bool) -> None:
    """Log facts to a rotating file in the log folder, and to stderr when ``verbose``.

    No dictated text, clipboard or key content is ever given to a logger.
    """
    root = logging.getLogger(APP)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    root.propagate = False
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()
    layout = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    # Without any, Python would write warnings to standard error.
    handlers: list[logging.Handler] = [logging.NullHandler()]
    if verbose:
        handlers.append(logging.StreamHandler(sys.stderr))
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                log_folder() / "dictate.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
            )
        )
    except OSError:
        pass  # a read-only home must not keep anybody from dictating
    for handler in handlers:
        handler.setFormatter(layout)
        root.addHandler(handler)
