"""A backup opens; bringing one back loses nothing."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from data import trace
from data.store import errors
from data.store.backup import backup, restore
from data.store.checks import check
from data.store.secrets import Secret
from data.store.store import Store
from data.trace import Tracer

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.driver import Connection


def me(store: Store, value: str) -> None:
    def work(connection: Connection) -> None:
        connection.execute("INSERT OR REPLACE INTO setting VALUES ('me', ?)", (value,))
        Tracer(connection, store.device_id, value).event("said", record="r")

    store.write(work).result()


def who(store: Store) -> str:
    row = store.reading().execute("SELECT value FROM setting WHERE key = 'me'").fetchone()
    return str(row["value"])


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "backup.db"


def test_a_backup_holds_what_was_saved_up_to_now(
    store: Store, target: Path, secret: Secret
) -> None:
    me(store, "Marigold")
    before = os.umask(0)
    backup(store, target)
    os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert b"Marigold" not in target.read_bytes()
    with Store.open(target, secret) as copy:
        assert who(copy) == "Marigold"
        assert check(copy) == []


def test_a_backup_is_opened_by_the_same_passphrase(tmp_path: Path, target: Path) -> None:
    with Store.create(tmp_path / "a.db", Secret.from_passphrase("one two")) as store:
        backup(store, target)
    Store.open(target, Secret.from_passphrase("one two")).close()


def test_what_a_killed_backup_left_is_not_in_the_way(store: Store, target: Path) -> None:
    target.with_name(f"backup.db.part-{os.getpid()}").write_text("half")
    backup(store, target)
    assert not list(target.parent.glob("*.part-*"))


def test_a_backup_overwrites_nothing(store: Store, target: Path) -> None:
    target.write_text("a letter")
    with pytest.raises(errors.AlreadyThere):
        backup(store, target)
    assert target.read_text() == "a letter"


def test_restoring_keeps_the_file_that_was_there(
    store: Store, target: Path, secret: Secret
) -> None:
    me(store, "Ada")
    backup(store, target)
    me(store, "Grace")
    store.close()
    aside = restore(target, store.path, secret)
    assert aside is not None
    with Store.open(store.path, secret) as restored, Store.open(aside, secret) as kept:
        assert (who(restored), who(kept)) == ("Ada", "Grace")
        assert check(restored) == []


def test_a_restored_file_begins_a_chain_of_its_own(
    store: Store, target: Path, secret: Secret
) -> None:
    me(store, "Ada")
    backup(store, target)
    store.close()
    restore(target, store.path, secret)
    with Store.open(store.path, secret) as restored:
        me(restored, "Ada again")
        entries = trace.history(restored.reading(), "r")
        assert [(e.who, e.seq) for e in entries] == [("Ada", 1), ("Ada again", 1)]
        assert entries[0].device == store.device_id != entries[1].device
        assert check(restored) == []


def test_restoring_where_nothing_is(store: Store, target: Path, secret: Secret) -> None:
    backup(store, target)
    elsewhere = store.path.with_name("elsewhere.db")
    assert restore(target, elsewhere, secret) is None
    Store.open(elsewhere, secret).close()


def test_the_journal_of_a_file_left_in_a_hurry_goes_aside_with_it(
    store: Store, target: Path, secret: Secret
) -> None:
    backup(store, target)
    me(store, "in the journal")
    wal = store.path.with_name("families.db-wal")
    journal = wal.read_bytes()
    store.close()
    wal.write_bytes(journal)
    aside = restore(target, store.path, secret)
    assert aside is not None
    assert not wal.exists()
    with Store.open(aside, secret) as kept:
        assert who(kept) == "in the journal"


def test_a_damaged_file_can_be_replaced(store: Store, target: Path, secret: Secret) -> None:
    backup(store, target)
    store.close()
    store.path.write_bytes(b"spilt tea")
    wal = store.path.with_name("families.db-wal")
    wal.write_bytes(b"its journal")
    aside = restore(target, store.path, secret)
    assert aside is not None
    assert aside.read_bytes() == b"spilt tea"
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"its journal"
    assert not wal.exists()
    Store.open(store.path, secret).close()


def test_what_cannot_be_trusted_replaces_nothing(
    store: Store, target: Path, secret: Secret
) -> None:
    backup(store, target)
    store.close()
    content = bytearray(target.read_bytes())
    content[9000] ^= 1
    target.write_bytes(content)
    before = store.path.read_bytes()
    with pytest.raises(errors.Damaged):
        restore(target, store.path, secret)
    with pytest.raises(errors.WrongPassphrase):
        restore(target, store.path, Secret.from_key(b"?" * 32))
    assert store.path.read_bytes() == before
    left = {p.name for p in store.path.parent.iterdir()}
    assert left == {"families.db", "families.db.lock", "backup.db"}


def test_nothing_is_restored_under_an_open_window(
    store: Store, target: Path, secret: Secret
) -> None:
    backup(store, target)
    with (
        Store.open(store.path, secret, window=True),
        pytest.raises(errors.Locked, match="window"),
    ):
        restore(target, store.path, secret)
