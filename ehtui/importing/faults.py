"""What stops a whole import, or one row of it; no message holds anything that was recorded."""

from __future__ import annotations


class BadSheet(ValueError):
    """The file can't be imported at all; the message is a plain sentence that says what to do."""


class BadColumn(ValueError):
    """A column was named that is not there, or a field that nothing is imported into."""


class BadRow(ValueError):
    """One row can't be read; the message says which column and what to do."""


class Stopped(Exception):
    """Somebody stopped an import; nothing of it is in the file."""

    def __init__(self) -> None:
        super().__init__("Stopped: nobody was imported, and your file is as it was before.")
