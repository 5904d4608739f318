"""Exit codes, and the one line that says what to do when a command could not do its work."""

from __future__ import annotations

import sys
from enum import IntEnum


class Exit(IntEnum):
    """What a command's exit code says to a script."""

    DONE = 0
    NO = 1
    """It was done, and the answer is no: nothing found, nothing may go out, a check failed."""
    WRONG_USE = 2
    COULD_NOT = 3
    """A locked file, a full disk, a wrong passphrase …"""


class CouldNot(Exception):
    """A command cannot do its work; ``str()`` of it is the sentence to show."""


class No(Exception):
    """The answer is no; ``str()`` of it is the sentence to show."""


class WrongUse(Exception):
    """A command was called wrongly; ``str()`` of it is the sentence to show."""


def complain(sentence: str) -> None:
    """Say on stderr what went wrong and what to do, on one line."""
    print(f"ehtui: {' '.join(sentence.split())}", file=sys.stderr)


def plain_sentence(error: Exception) -> str | None:
    """Return the sentence of an error that was foreseen, or None for a fault of the program."""
    from data.codes.lists import BadCodes
    from data.folders import NoFolder
    from data.procedures.problems import BadProcedure
    from data.store.errors import StoreError
    from ehtui.today import BadToday

    foreseen = (CouldNot, StoreError, NoFolder, BadToday, BadCodes, BadProcedure)
    return str(error) if isinstance(error, foreseen) else None


def where(error: BaseException) -> str:
    """Return the kind of a fault and its places in the code: what an exception says stays out."""
    places = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {', '.join(places[-3:])}"
