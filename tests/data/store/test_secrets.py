"""Where a passphrase comes from, and what is never loaded to look a name up."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import keyring as system_keyring
import pytest
from keyring.backend import KeyringBackend

from data.store import errors, keyring
from data.store.secret_sources import find_secret
from data.store.secrets import Secret
from data.store.store import Store
from data.store.unlock import salt_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Pocket(KeyringBackend):
    """A keyring that lives as long as the test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def pocket() -> Iterator[Pocket]:
    before = system_keyring.get_keyring()
    pocket = Pocket()
    system_keyring.set_keyring(pocket)
    yield pocket
    system_keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def _no_passphrase_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EHTUI_PASSPHRASE", raising=False)


@pytest.fixture
def made(path: Path) -> Path:
    Store.create(path, Secret.from_passphrase("one two")).close()
    return path


def opens(path: Path, secret: Secret) -> bool:
    try:
        Store.open(path, secret, read_only=True).close()
    except errors.WrongPassphrase:
        return False
    return True


def never() -> str:
    raise AssertionError("nobody is asked when something answers")


def test_from_the_environment(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EHTUI_PASSPHRASE", "one two")
    assert opens(made, find_secret(made, ask=never))


@pytest.mark.parametrize("content", ["one two", "one two\n", "one two\r\n", "\ufeffone two\nmore"])
def test_from_a_files_first_line(
    made: Path, tmp_path: Path, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EHTUI_PASSPHRASE", "another")
    file = tmp_path / "passphrase.txt"
    file.write_text(content, "utf-8", newline="")
    assert opens(made, find_secret(made, passphrase_file=file, ask=never))


def test_from_whoever_sits_there(made: Path) -> None:
    assert opens(made, find_secret(made, ask=lambda: "one two"))


def test_nobody_to_ask(made: Path) -> None:
    with pytest.raises(errors.PassphraseNeeded, match="EHTUI_PASSPHRASE"):
        find_secret(made)


@pytest.mark.parametrize("content", ["", "\n"])
def test_an_empty_passphrase_is_none(made: Path, tmp_path: Path, content: str) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_text(content)
    with pytest.raises(errors.PassphraseNeeded):
        find_secret(made, passphrase_file=file)


def test_a_file_without_a_passphrase_asks_nobody(path: Path) -> None:
    Store.create(path, Secret.none()).close()
    assert find_secret(path, ask=never).is_none


def test_the_keyring_keeps_the_key_and_not_the_passphrase(made: Path, pocket: Pocket) -> None:
    salt = salt_of(made)
    assert keyring.remember(made, salt, Secret.from_passphrase("one two").key(salt))
    assert "one two" not in str(pocket.kept)
    assert opens(made, find_secret(made, ask=never))
    pocket.kept.clear()  # taken out of it with the system's own tools
    assert opens(made, find_secret(made, ask=lambda: "one two"))


def test_a_keyring_that_was_not_turned_on_is_not_asked(made: Path, pocket: Pocket) -> None:
    pocket.kept["ehtui", salt_of(made).hex()] = "00" * 32
    assert opens(made, find_secret(made, ask=lambda: "one two"))


def test_a_keyring_that_does_not_answer(
    made: Path, pocket: Pocket, monkeypatch: pytest.MonkeyPatch
) -> None:
    salt = salt_of(made)
    keyring.remember(made, salt, b"k" * 32)

    def locked(*_: str) -> None:
        raise system_keyring.errors.KeyringLocked

    monkeypatch.setattr(pocket, "get_password", locked)
    monkeypatch.setattr(pocket, "set_password", locked)
    assert keyring.recall(made, salt) is None
    assert not keyring.remember(made, salt, b"k" * 32)


@pytest.mark.parametrize("content", ["", "zz", "00" * 31, "not a key"])
def test_a_key_file_without_a_key(tmp_path: Path, content: str) -> None:
    file = tmp_path / "key"
    file.write_text(content)
    with pytest.raises(errors.WrongPassphrase):
        Secret.from_key_file(file)


def test_a_key_file_opens_what_its_key_made(tmp_path: Path, path: Path) -> None:
    Store.create(path, Secret.from_key(b"k" * 32)).close()
    file = tmp_path / "key"
    file.write_text((b"k" * 32).hex() + "\n")
    assert opens(path, Secret.from_key_file(file))


def test_accents_typed_as_one_sign_or_two_are_the_same(made: Path) -> None:
    salt = salt_of(made)
    assert Secret.from_passphrase("caf\u00e9").key(salt) == Secret.from_passphrase(
        "cafe\u0301"
    ).key(salt)


def test_reading_loads_nothing_heavy(made: Path, run: Callable[[str], str]) -> None:
    script = """
import sys, json
from pathlib import Path
from data.store.secret_sources import find_secret
from data.store.store import Store
path = Path(sys.argv[1])
with Store.open(path, find_secret(path, ask=lambda: "one two")) as store:
    store.reading().execute("SELECT 1").fetchone()
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""
    from data.store.store import __file__ as here

    out = subprocess.run(
        [sys.executable, "-c", script, str(made)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": here.rsplit("/data/", 1)[0]},
    ).stdout
    loaded = set(json.loads(out))
    assert "sqlcipher3" in loaded
    heavy = {"textual", "sqlmodel", "sqlalchemy", "pydantic", "rich", "typer", "keyring"}
    assert not loaded & (heavy | {"filelock", "concurrent", "logging", "uuid6"})
