"""What is shown and kept when the program breaks: where it broke, never what it held.

A traceback as Python or Textual prints it carries locals and messages, and those carry children's
names. So: types of exceptions and places in the code, nothing else.
"""

from __future__ import annotations

import os
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import FrameType, TracebackType

from textual.worker import WorkerFailed

KEPT = (
    "ehtui has stopped because of a mistake in the program.\n"
    "What you typed is kept, and comes back when you start it again."
)
NOT_KEPT = (
    "ehtui has stopped because of a mistake in the program.\n"
    "The last words you typed could not be written to the disk: note them down now.\n"
    "What was saved before stays saved."
)


def trace(error: BaseException) -> str:
    """Return the chain of exceptions, the first cause first: places in the code and types only."""
    return "\n".join(line for link in reversed(list(_chain(error))) for line in _lines(link))


def write_report(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Write the trace and the versions to a new file in `folder`, readable by its owner alone.

    Returns the file, or None if the folder can't be written to.
    """
    text = (
        f"ehtui crash report, {now.isoformat(timespec='seconds')}\n"
        f"Python {platform.python_version()} on {platform.system()} {platform.release()}\n"
        f"{_versions()}\n\n{trace(error)}\n"
    )
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return None
    return path


def farewell(error: BaseException, kept: bool, report: Path | None) -> str:
    """Return what is printed when the program has broken."""
    where = (
        f"A report without anybody's data is in {report}.\n"
        "Please send it to whoever looks after ehtui."
        if report
        else "These lines hold nobody's data: please send them to whoever looks after ehtui."
    )
    return "\n".join((KEPT if kept else NOT_KEPT, where, "", trace(error)))


def silence_python() -> None:
    """Make Python itself print only this trace for what nobody caught, in threads as well."""

    def uncaught(
        _type: type[BaseException], error: BaseException, _at: TracebackType | None
    ) -> None:
        print(trace(error), file=sys.stderr)

    def unnoticed(args: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            print(trace(args.exc_value), file=sys.stderr)

    sys.excepthook = uncaught
    threading.excepthook = unnoticed
    sys.unraisablehook = unnoticed


def _versions() -> str:
    # Only here: it brings half of the mail package along, before the first paint.
    from importlib.metadata import distributions

    ours = {"ehtui", "textual", "rich"}
    return ", ".join(sorted(f"{d.name} {d.version}" for d in distributions() if d.name in ours))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Follow an exception to what it was raised from; a worker's failure holds its cause inside."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        if isinstance(link, WorkerFailed):
            link = link.error
        else:
            link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _lines(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield f"  {_file(frame)}:{line} in {frame.f_code.co_name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"


def _file(frame: FrameType) -> str:
    """Return the file from its package down: the folders above may hold the person's own name."""
    path = Path(frame.f_code.co_filename)
    depth = str(frame.f_globals.get("__name__", "")).count(".") + 1
    return "/".join(path.parts[-depth - (path.stem == "__init__") :])
