"""`ehtui key export`, and opening with what it wrote."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from data.store.secrets import Secret
from data.store.store import Store
from ehtui.cli.errors import Exit
from ehtui.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "a heron in March"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "families.db"
    Store.create(path, Secret.from_passphrase(PASSPHRASE)).close()
    monkeypatch.delenv("EHTUI_PASSPHRASE", raising=False)
    return path


def test_the_key_opens_without_the_passphrase(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ehtui.key"
    monkeypatch.setenv("EHTUI_PASSPHRASE", PASSPHRASE)
    assert run(["key", "export", str(target), "--file", str(file)]) == Exit.DONE
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    monkeypatch.delenv("EHTUI_PASSPHRASE")
    assert run(["due", "--file", str(file), "--key-file", str(target)]) == Exit.DONE
    assert run(["due", "--file", str(file)]) == Exit.COULD_NOT


def test_a_key_of_an_earlier_passphrase_says_so(
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "ehtui.key"
    monkeypatch.setenv("EHTUI_PASSPHRASE", PASSPHRASE)
    assert run(["key", "export", str(target), "--file", str(file)]) == Exit.DONE
    monkeypatch.setenv("EHTUI_NEW_PASSPHRASE", "two herons")
    assert run(["passphrase", "--file", str(file)]) == Exit.DONE
    assert run(["due", "--file", str(file), "--key-file", str(target)]) == Exit.COULD_NOT
    said = capsys.readouterr().err
    assert "earlier passphrase" in said
    assert "ehtui key export" in said


def test_a_wrong_passphrase_writes_no_key(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ehtui.key"
    monkeypatch.setenv("EHTUI_PASSPHRASE", "something else")
    assert run(["key", "export", str(target), "--file", str(file)]) == Exit.COULD_NOT
    assert not target.exists()


def test_a_key_file_is_never_overwritten(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.txt"
    target.write_text("mine")
    monkeypatch.setenv("EHTUI_PASSPHRASE", PASSPHRASE)
    assert run(["key", "export", str(target), "--file", str(file)]) == Exit.COULD_NOT
    assert target.read_text() == "mine"


def test_a_file_without_a_passphrase_has_no_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "open.db"
    Store.create(path, Secret.none()).close()
    assert run(["key", "export", str(tmp_path / "k"), "--file", str(path)]) == Exit.NO
    assert "no passphrase" in capsys.readouterr().err
