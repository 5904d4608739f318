"""Whatever goes wrong with a command, its line on stderr names nobody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.loading import default_id
from data.records.consent import Consent
from data.records.people import Person
from data.settings import Settings, write
from data.store.secrets import Secret
from data.store.store import Store
from tests.screens.running import KEY, make_family

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ehtui.changes import ChangeSet

    Command = Callable[..., Any]

NAME = "Zzyzx Qwertov"


@pytest.fixture
def marked(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A file in which everybody has that name, and what else the commands are given."""

    def fill(changes: ChangeSet) -> None:
        mum = changes.new(Person, kind="adult", given=NAME, needs=NAME)
        changes.new(Consent, by_id=mum.record_id, on=date(2026, 9, 9), start="no", words=NAME)

    with Store.create(path, Secret.from_key(KEY)) as store:
        store.write(lambda it: write(it, Settings(me=NAME, procedure=default_id()))).result()
    make_family(path, NAME, fill)
    key, wrong, text = tmp_path / "key", tmp_path / "wrong", tmp_path / "text.db"
    key.write_text(KEY.hex())
    wrong.write_text("wrong")
    text.write_text(NAME * 500)
    monkeypatch.setenv("EHTUI_FILE", str(path))
    with Store.open(path, Secret.from_key(KEY)) as store:
        (row,) = store.reading().execute("SELECT reference FROM cases").fetchall()
    return {
        "ref": row[0], "key": str(key), "wrong": str(wrong), "text": str(text),
        "there": str(path), "none": str(tmp_path / "none.db"), "out": str(tmp_path / "out"),
    }  # fmt: skip


FAILING = (
    "due --within soon --key-file {key}",
    "due --passphrase-file {wrong}",
    "due --file {none} --key-file {key}",
    "due --file {text} --key-file {key}",
    "show NNN-NNN --key-file {key}",
    "show {ref} --passphrase-file {wrong}",
    "find zzyzzz --passphrase-file {wrong}",
    "export log {ref} --out {out} --key-file {key}",
    "export log --out {out} --key-file {key}",
    "export log {ref} --out {text} --key-file {key}",
    "backup {there} --key-file {key}",
    "restore {text}",
    "restore {none}",
    "check --file {text} --key-file {key}",
    "check --passphrase-file {wrong}",
    "init --me Robin --file {there}",
    "clocks nowhere",
)


@pytest.mark.parametrize("line", FAILING)
def test_a_failing_command_names_nobody(ehtui: Command, marked: dict[str, str], line: str) -> None:
    done = ehtui(*line.format(**marked).split())
    assert done.code in (1, 2, 3), done
    assert names_nobody(done.err)


def names_nobody(err: str) -> bool:
    told = [word for word in ("Zzyzx", "Qwertov", "Traceback") if word in err]
    return err.startswith("ehtui: ") and told == []


def test_a_fault_of_the_program_names_places_in_the_code(
    ehtui: Command, marked: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(f"no record of {NAME}")

    monkeypatch.setattr("ehtui.opening.open_case", fail)
    done = ehtui("show", marked["ref"], "--key-file", marked["key"])
    assert done.code != 0
    assert names_nobody(done.err)
    assert "ValueError" in done.err
