"""Another passphrase: the file opens with it and with no other, and nothing in it is lost."""

from __future__ import annotations

from errno import ENOSPC
from typing import TYPE_CHECKING

import pytest

from data.store.errors import DiskFull, Locked, WrongPassphrase
from data.store.rekeying import NoPassphrase, change_passphrase
from data.store.secrets import Secret
from data.store.store import Store
from data.store.window import Window

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = Secret.from_passphrase("an old heron"), Secret.from_passphrase("a new heron")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "families.db"
    with Store.create(path, OLD) as store:
        store.write(lambda c: c.execute("CREATE TABLE birds (name TEXT) STRICT")).result()
        store.write(lambda c: c.execute("INSERT INTO birds VALUES ('heron')")).result()
    return path


def birds(path: Path, secret: Secret) -> list[str]:
    with Store.open(path, secret) as store:
        return [row["name"] for row in store.reading().execute("SELECT name FROM birds")]


def test_only_the_new_passphrase_opens_the_file(file: Path) -> None:
    change_passphrase(file, OLD, NEW)
    assert birds(file, NEW) == ["heron"]
    with pytest.raises(WrongPassphrase):
        birds(file, OLD)
    assert sorted(one.name for one in file.parent.iterdir() if "passphrase" in one.name) == []


def test_a_wrong_passphrase_changes_nothing(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(WrongPassphrase):
        change_passphrase(file, NEW, NEW)
    assert file.read_bytes() == before
    assert birds(file, OLD) == ["heron"]


def test_a_full_disk_leaves_the_file_as_it_was_and_nothing_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_connection: object, _empty: Path) -> None:
        raise OSError(ENOSPC, "no space left")

    monkeypatch.setattr("data.store.rekeying.copy_into", full)
    with pytest.raises(DiskFull):
        change_passphrase(file, OLD, NEW)
    assert [one.name for one in file.parent.iterdir() if "passphrase" in one.name] == []
    assert birds(file, OLD) == ["heron"]


def test_an_open_window_is_left_alone(file: Path) -> None:
    window = Window(file)
    assert window.take() is None
    with pytest.raises(Locked):
        change_passphrase(file, OLD, NEW)
    window.give_back()
    assert birds(file, OLD) == ["heron"]


def test_a_file_without_a_passphrase_says_so(tmp_path: Path) -> None:
    path = tmp_path / "open.db"
    Store.create(path, Secret.none()).close()
    with pytest.raises(NoPassphrase, match="without a passphrase"):
        change_passphrase(path, Secret.none(), NEW)
