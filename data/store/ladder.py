"""The ladder: numbered steps of SQL that bring a file up to date, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.private import becoming, free_name
from data.store.copies import copy_into
from data.store.driver import dbapi2
from data.store.errors import NewerFile, OlderFile, UpgradeFailed, plainly, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.store.driver import Connection

# Read from the folder itself: importlib.resources would add to the start of every look-up.
FOLDER = Path(__file__).parent.parent / "migrations"


def steps() -> list[Path]:
    """Return the steps in order; the version of a file is the number of its last one."""
    return sorted(one for one in FOLDER.iterdir() if one.suffix == ".sql")


def newest() -> int:
    """Return the version that this program writes."""
    return number(steps()[-1])


def number(step: Path) -> int:
    """Return the version a file has after this step."""
    return int(step.name[:4])


def version_of(connection: Connection) -> int:
    """Return the file's version; 0 for a new one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def refuse_newer(connection: Connection, path: Path) -> None:
    """Raise NewerFile when a later program has written the file."""
    if version_of(connection) > newest():
        raise NewerFile(
            f"A newer version of ehtui has written {shown(path)}. It was not touched: "
            "update this program, then open it again."
        )


def refuse_older(connection: Connection, path: Path) -> None:
    """Raise OlderFile when the file would have to climb first."""
    if version_of(connection) < newest():
        raise OlderFile(
            f"An older version of ehtui has written {shown(path)}. It has to be brought up to date "
            "first: open it once where it may be written to, in the only window."
        )


def climb(connection: Connection, path: Path) -> None:
    """Bring the file up to date, keeping a copy of it as it was.

    Raises: NewerFile, UpgradeFailed (the file is as it was, and no copy is left), DiskFull.
    """
    refuse_newer(connection, path)
    before = version_of(connection)
    if before == newest():
        return
    copy = _keep_copy(connection, path, before) if before else None
    try:
        with plainly(path):
            _take(connection)
    except BaseException as error:
        if copy is not None:
            copy.unlink()
        if isinstance(error, dbapi2.Error):
            raise UpgradeFailed(
                f"{shown(path)} could not be brought up to date, and is as it was. Keep using the "
                "version of ehtui that wrote it, and report this."
            ) from error
        raise


def _keep_copy(connection: Connection, path: Path, version: int) -> Path:
    copy = free_name(path, f".version-{version}")
    with plainly(copy), becoming(copy) as part:
        copy_into(connection, part)
    return copy


def _take(connection: Connection) -> None:
    # A step may rebuild a table that others refer to; this is refused inside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        # Read again: another process may have climbed while this one waited.
        before = version_of(connection)
        for step in steps():
            if number(step) > before:
                for statement in statements(step.read_text("utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number(step)}")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise dbapi2.IntegrityError("a step broke a reference")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script: run as a whole by the driver, it would commit first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if dbapi2.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
