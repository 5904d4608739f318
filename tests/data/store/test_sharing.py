"""Two windows, two processes, places where nothing may be written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.store import errors
from data.store.checks import check
from data.store.secrets import Secret
from data.store.store import Store

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

    from data.store.driver import Connection

HOLD = """
store = Store.open(path, secret, window=True)
print("open", flush=True)
sys.stdin.readline()
"""


def put(connection: Connection) -> None:
    connection.execute("INSERT INTO setting VALUES ('put', '')")


@pytest.fixture
def made(path: Path, secret: Secret) -> Path:
    Store.create(path, secret).close()
    return path


def test_a_second_window_reads_and_says_so_while_commands_write(
    made: Path, secret: Secret, start: Callable[[str], subprocess.Popen[str]]
) -> None:
    with start(HOLD) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        with Store.open(made, secret, window=True) as second:
            assert second.read_only
            with pytest.raises(errors.Locked, match="Another window"):
                second.write(put)
            with Store.open(made, secret) as command:
                command.write(put).result()
            assert second.reading().execute("SELECT 1 FROM setting WHERE key = 'put'").fetchone()
        first.communicate("\n")
    with Store.open(made, secret, window=True) as later:
        assert not later.read_only


def test_a_window_that_was_killed_does_not_keep_the_next_one_out(
    made: Path, secret: Secret, start: Callable[[str], subprocess.Popen[str]]
) -> None:
    with start(HOLD) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.kill()
    with Store.open(made, secret, window=True) as later:
        assert not later.read_only


def test_a_failed_opening_gives_the_window_back(made: Path, secret: Secret) -> None:
    # What was raised holds on to the frames it came through, as a crash report would.
    with pytest.raises(errors.WrongPassphrase) as raised:
        Store.open(made, Secret.from_key(b"?" * 32), window=True)
    with Store.open(made, secret, window=True) as store:
        assert not store.read_only
    assert raised.tb is not None


def test_closing_gives_the_window_back(made: Path, secret: Secret) -> None:
    first = Store.open(made, secret, window=True)
    first.close()
    with Store.open(made, secret, window=True) as store:
        assert not store.read_only
    assert not first.read_only


def test_two_processes_write_in_turn(
    made: Path, secret: Secret, start: Callable[[str], subprocess.Popen[str]]
) -> None:
    script = """
store = Store.open(path, secret)
for n in range(40):
    store.write(lambda c: c.execute("INSERT INTO setting VALUES (?, '')", (f"{os.getpid()}-{n}",)))
    store.drain()
"""
    with start(script) as one, start(script) as other:
        assert (one.communicate()[1], other.communicate()[1]) == ("", "")
    with Store.open(made, secret) as store:
        assert store.reading().execute("SELECT count(*) FROM setting").fetchone()[0] == 81
        assert check(store) == []


def test_somebody_who_never_stops_writing_is_said_to_be_busy(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.store.driver.BUSY_MILLISECONDS", 1)
    other = store.connect()
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.Locked, match="busy"):
        store.write(put).result()
    other.close()
    store.write(put).result()


def test_opened_for_reading(made: Path, secret: Secret) -> None:
    with Store.open(made, secret, read_only=True) as store:
        assert store.read_only
        assert store.reading().execute("SELECT count(*) FROM setting").fetchone()[0] == 1
        with pytest.raises(errors.OpenedForReading):
            store.write(put)


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A folder that an ordinary account may look into and nothing more; outside the tests' own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield folder
        folder.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_read_only_folder_as_an_ordinary_account(
    made: Path, unwritable: Path, run: Callable[[str], str]
) -> None:
    copy = unwritable / "families.db"
    copy.write_bytes(made.read_bytes())
    copy.chmod(0o400)
    if os.geteuid() == 0:
        os.chown(copy, 65534, 65534)
        os.chown(unwritable, 65534, 65534)
    unwritable.chmod(0o500)
    said = run(f"""
from data.store import errors
from data.store.checks import check
path = Path({str(copy)!r})
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
for job in (
    lambda: Store.open(path, secret),
    lambda: Store.open(path, secret, window=True),
    lambda: Store.create(path.with_name("new.db"), secret),
):
    try:
        job()
    except errors.ReadOnlyPlace as error:
        print("may not be written to" in str(error))
with Store.open(path, secret, read_only=True) as store:
    print(store.read_only, check(store))
    try:
        store.write(print)
    except errors.ReadOnlyPlace as error:
        print("no")
print(os.listdir(path.parent))
""")
    assert said.splitlines() == ["True", "True", "True", "True []", "no", "['families.db']"]
