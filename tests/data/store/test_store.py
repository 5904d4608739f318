"""Making, opening, reading and writing the file."""

from __future__ import annotations

import os
import stat
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from data import trace
from data.store import errors
from data.store.driver import Connection, address, dbapi2
from data.store.secrets import Secret
from data.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def put(key: str, value: str = "x") -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        connection.execute("INSERT INTO setting VALUES (?, ?)", (key, value))

    return work


def count(store: Store) -> int:
    found: int = store.reading().execute("SELECT count(*) FROM setting").fetchone()[0]
    return found


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_what_is_written_is_there_after_opening_again(path: Path, secret: Secret) -> None:
    with Store.create(path, secret) as store:
        store.write(put("me", "Łucja O'Hara 🙂")).result()
        device = store.device_id
    with Store.open(path, secret) as store:
        row = store.reading().execute("SELECT value FROM setting WHERE key = 'me'").fetchone()
        assert row["value"] == "Łucja O'Hara 🙂"
        assert store.device_id == device


def test_nothing_recorded_can_be_read_in_the_file(path: Path, secret: Secret) -> None:
    with Store.create(path, secret) as store:
        store.write(put("me", "Marigold")).result()
        wal = path.with_name("families.db-wal").read_bytes()
        assert b"Marigold" not in wal
        assert wal
    assert b"Marigold" not in path.read_bytes()


def test_an_existing_file_is_never_overwritten(store: Store, path: Path, secret: Secret) -> None:
    store.write(put("kept")).result()
    with pytest.raises(errors.AlreadyThere):
        Store.create(path, secret)
    assert count(store) == 2


def test_a_file_that_cannot_be_made_leaves_nothing(
    path: Path, secret: Secret, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.store.devices.begin", fail)
    with pytest.raises(errors.DiskFull):
        Store.create(path, secret)
    assert list(path.parent.iterdir()) == []


@pytest.mark.usefixtures("open_umask")
def test_every_file_is_its_owners_alone(path: Path, secret: Secret) -> None:
    with Store.create(path, secret) as store:
        store.write(put("a")).result()
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
    assert modes == dict.fromkeys(["families.db", "families.db-wal", "families.db-shm"], 0o600)


def test_pragmas_of_readers_and_the_writer(store: Store) -> None:
    def pragmas(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert pragmas(store.reading()) == ["wal", 2, 1, 10_000]
    assert store.write(pragmas).result() == ["wal", 2, 1, 10_000]


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(dbapi2.OperationalError):
        store.reading().execute("DELETE FROM setting")


def test_each_thread_has_a_reader_of_its_own(store: Store) -> None:
    seen = [store.reading(), store.reading()]
    thread = threading.Thread(target=lambda: seen.append(store.reading()))
    thread.start()
    thread.join()
    assert seen[0] is seen[1]
    assert seen[0] is not seen[2]


def test_work_that_fails_leaves_nothing_behind(store: Store) -> None:
    def work(connection: Connection) -> None:
        put("half")(connection)
        raise LookupError("changed my mind")

    before = count(store)
    with pytest.raises(LookupError):
        store.write(work).result()
    assert count(store) == before
    store.write(put("next")).result()
    assert count(store) == before + 1


def test_whoever_stops_waiting_stops_no_save(store: Store) -> None:
    before, go = count(store), threading.Event()
    store.write(lambda _: go.wait())
    waited_for = store.write(put("pressed"))
    waited_for.cancel()
    go.set()
    store.drain()
    assert count(store) == before + 1


def test_a_missing_attachment_is_not_said_to_be_a_missing_store(store: Store) -> None:
    def work(_: Connection) -> None:
        raise FileNotFoundError("drawing.jpg")

    with pytest.raises(FileNotFoundError):
        store.write(work).result()


def test_a_broken_rule_of_the_tables_stays_what_it_is(store: Store) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        store.write(put("device")).result()


def test_closing_writes_what_is_still_queued(path: Path, secret: Secret) -> None:
    with Store.create(path, secret) as store:
        for number in range(50):
            store.write(put(f"k{number}"))
    with Store.open(path, secret) as store:
        assert count(store) == 51
    assert [p.name for p in path.parent.iterdir()] == ["families.db"]


def test_drain_waits_for_the_disk(store: Store) -> None:
    futures = [store.write(put(f"k{number}")) for number in range(20)]
    store.drain()
    assert all(future.done() for future in futures)


def test_a_program_that_just_ends_loses_nothing(
    path: Path, secret: Secret, run: Callable[[str], str]
) -> None:
    Store.create(path, secret).close()
    run("""
store = Store.open(path, secret)
for n in range(50):
    store.write(lambda c, n=n: c.execute("INSERT INTO setting VALUES (?, '')", (f"k{n}",)))
""")
    with Store.open(path, secret) as store:
        assert count(store) == 51


@pytest.mark.parametrize("passphrase", ["plain", 'it\'s "quoted"; --', "Zażółć 🙂", "a\nb", "\0"])
def test_any_passphrase_opens_what_it_made(path: Path, passphrase: str) -> None:
    Store.create(path, Secret.from_passphrase(passphrase)).close()
    with Store.open(path, Secret.from_passphrase(passphrase)) as store:
        assert store.encrypted


def test_sqlciphers_own_tools_open_it_with_the_passphrase(path: Path) -> None:
    Store.create(path, Secret.from_passphrase("correct horse")).close()
    connection = dbapi2.connect(path)
    connection.execute("PRAGMA key = 'correct horse'")
    assert connection.execute("SELECT count(*) FROM setting").fetchone() == (1,)
    connection.close()


def test_a_wrong_passphrase_says_so_and_is_traced_afterwards(
    path: Path, secret: Secret, capfd: pytest.CaptureFixture[str]
) -> None:
    Store.create(path, secret).close()
    for _ in range(2):
        with pytest.raises(errors.WrongPassphrase) as raised:
            Store.open(path, Secret.from_passphrase("Marigold"))
        assert "Marigold" not in str(raised.value)
    beside = path.with_name("families.db.failed-unlocks")
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    with Store.open(path, secret) as store:
        (entry,) = trace.history(store.reading(), "")
        assert (entry.action, entry.after["times"]) == ("unlock failed", 2)
    assert not beside.exists()
    with Store.open(path, secret) as store:
        assert len(trace.history(store.reading(), "")) == 1
    assert capfd.readouterr() == ("", "")


def test_no_passphrase_for_a_file_that_has_one(path: Path, secret: Secret) -> None:
    Store.create(path, secret).close()
    with pytest.raises(errors.PassphraseNeeded):
        Store.open(path, Secret.none())


def test_a_file_without_a_passphrase_says_that_it_has_none(path: Path) -> None:
    with Store.create(path, Secret.none()) as store:
        assert not store.encrypted
        store.write(put("a")).result()
    assert path.read_bytes().startswith(b"SQLite format 3")
    with Store.open(path, Secret.none()) as store:
        assert count(store) == 2


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear all,\n", b"%PDF-1.7\n" * 2000, b"x" * 4096],
    ids=["empty", "short text", "long text", "a page of text"],
)
def test_what_is_no_database_is_called_that(path: Path, secret: Secret, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(errors.NotADatabase):
        Store.open(path, secret)
    assert path.read_bytes() == content


def test_a_missing_file_and_a_folder(tmp_path: Path, secret: Secret) -> None:
    with pytest.raises(errors.Missing):
        Store.open(tmp_path / "none.db", secret)
    with pytest.raises(errors.Missing):
        Store.create(tmp_path / "no folder" / "a.db", secret)
    with pytest.raises(errors.NotADatabase):
        Store.open(tmp_path, secret)


def test_messages_hide_the_home_folder(
    tmp_path: Path, secret: Secret, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "annasmith"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    with pytest.raises(errors.Missing) as raised:
        Store.open(home / "a.db", secret)
    assert "annasmith" not in str(raised.value)


def test_a_secret_does_not_show_itself() -> None:
    assert repr(Secret.from_passphrase("hush")) == "Secret(…)"


@pytest.mark.parametrize(
    "name", ["a b.db", "50%25?.db", "#1.db", "Zoë's 🙂.db", "a&mode=memory.db"]
)
def test_any_name_of_a_file_is_a_name(tmp_path: Path, secret: Secret, name: str) -> None:
    with Store.create(tmp_path / name, secret) as store:
        store.write(put("a")).result()
    assert [p.name for p in tmp_path.iterdir()] == [name]
    with Store.open(tmp_path / name, secret) as store:
        assert count(store) == 2


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/families/a b.db", "/families/a%20b.db"),
        ("C:/files/x.db", "/C:/files/x.db"),
        ("//server/share/x.db", "//server/share/x.db"),
    ],
)
def test_addresses_for_sqlite(path: str, expected: str) -> None:
    class Somewhere:
        def absolute(self) -> Somewhere:
            return self

        def as_posix(self) -> str:
            return path

    assert address(Somewhere()) == "file://" + expected  # type: ignore[arg-type]


def test_closing_leaves_alone_a_thread_that_is_reading(store: Store) -> None:
    with ThreadPoolExecutor(max_workers=1) as elsewhere:
        connection = elsewhere.submit(store.reading).result()
        store.close()
        assert connection.execute("SELECT count(*) FROM setting").fetchone()[0] >= 0
    nobody_reads = weakref.ref(connection)
    del connection
    assert nobody_reads() is None
