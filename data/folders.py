"""Where the file of a user lies, in a folder that nobody else can read."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from data.private import make_private

VARIABLE: Final = "EHTUI_HOME"
FILE_NAME: Final = "ehtui.db"
BESIDE_PROGRAM: Final = "ehtui-data"


class NoFolder(OSError):
    """No folder can be written to; the message says what to set."""


def home() -> Path:
    """Return the user's data folder, made if need be, readable by its owner only.

    EHTUI_HOME goes first, and alone: an empty file somewhere else would look as if everything
    was lost. Without it: the folder that holds the file already, or else the first that can be
    written to of the system's place for user data and the place beside the program.
    Raise NoFolder if there is none.
    """
    places = _places()
    for place in places:
        if _is_there(place / FILE_NAME):
            return place
    for place in places:
        if _can_write(place):
            return place
    if os.environ.get(VARIABLE):
        raise NoFolder(f"The folder in {VARIABLE} can't be written to: set it to one that can.")
    raise NoFolder(f"No folder can be written to: set {VARIABLE} to one that can.")


def data_file() -> Path:
    """Return the path of the encrypted file when none is named; it need not exist yet."""
    return home() / FILE_NAME


def own_folder(kind: str) -> Path | None:
    """Return the folder of the user's own `codes` or `procedures`, or None if there is none."""
    return next((place / kind for place in _places() if _is_there(place / kind)), None)


def make_private_folder(folder: Path) -> None:
    """Make the folder and the missing ones above it, mode 0700; one that exists stays as it is."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)


def _places() -> tuple[Path, ...]:
    if chosen := os.environ.get(VARIABLE):
        return (Path(chosen).expanduser(),)
    from platformdirs import user_data_path  # 8 ms that EHTUI_HOME and --file save

    program = Path(sys.executable).parent if getattr(sys, "frozen", False) else Path(sys.prefix)
    return (user_data_path("ehtui", appauthor=False), program / BESIDE_PROGRAM)


def _is_there(path: Path) -> bool:
    """Tell whether the path can be reached; in a folder that is shut, Path.exists would raise."""
    try:
        path.stat()
    except OSError:
        return False
    return True


def _can_write(folder: Path) -> bool:
    """Tell whether a file can be made there; asking the mode is no answer on every system."""
    probe = folder / f".probe-{os.getpid()}"
    try:
        make_private_folder(folder)
        make_private(probe)
        probe.unlink()
    except OSError:
        return False
    return True
