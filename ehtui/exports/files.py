"""Writing what goes out: files that only their owner can read, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.folders import make_private_folder
from data.private import becoming
from data.store.errors import already_there, plainly

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_new(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write all of these files, by their names, or none of them; return where they lie.

    Raises AlreadyThere rather than overwrite one, ReadOnlyPlace, DiskFull.
    """
    targets = [folder / name for name in contents]
    with plainly(folder):
        make_private_folder(folder)
    for target in targets:
        if target.exists():
            raise already_there(target)
    written: list[Path] = []
    try:
        for target, content in zip(targets, contents.values(), strict=True):
            with plainly(target), becoming(target) as part:
                part.write_bytes(content)
            written.append(target)
    except BaseException:
        take_back(written)
        raise
    return written


def take_back(written: list[Path]) -> None:
    """Remove files again, when what was to be recorded about them could not be."""
    for path in written:
        path.unlink(missing_ok=True)
