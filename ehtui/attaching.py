"""Putting a file inside the record: a signed form, a photo of a drawing (S10)."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

from data.records.cases import AttachmentContent

if TYPE_CHECKING:
    from ehtui.changes import ChangeSet, RowChange

MOST_BYTES = 10 * 1024 * 1024
"""How large one file may be. Larger ones make every backup and every start slow."""


class CannotAttach(ValueError):
    """A file cannot be put inside the record; the message says what to do."""


def read_file(typed: str) -> tuple[Path, bytes]:
    """Return the path that was typed and the file's bytes; quotation marks around it are dropped.

    Raises CannotAttach.
    """
    path = Path(typed.strip().strip("\"'")).expanduser()
    try:
        if path.is_dir():
            raise CannotAttach("That is a folder. Name one file in it.")
        if (size := path.stat().st_size) > MOST_BYTES:
            raise CannotAttach(
                f"The file has {size / 1024 / 1024:.1f} MB and there is room for 10. Scan it again "
                "with fewer dots an inch, or say where the paper is kept."
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise CannotAttach("There is no file at that place. Check the path.") from None
    except OSError:
        raise CannotAttach("The file can't be read. Close it elsewhere, or copy it.") from None
    if not content:
        raise CannotAttach("The file is empty.")
    return path, content


def attach(changes: ChangeSet, row: RowChange, path: Path, content: bytes) -> RowChange:
    """Add a file's bytes to the attachment that ``row`` describes; return the row of the bytes."""
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    row.put(file_name=path.name, media_type=media_type)
    return changes.new(AttachmentContent, attachment_id=row.record_id, content=content)
