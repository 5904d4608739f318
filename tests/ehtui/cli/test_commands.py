"""The commands that others script: their exit codes, their JSON, and one plain line on stderr."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from data.casefile import TABLES
from data.drafts import Draft, keep
from data.procedures.loading import default_id
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]

PAPER = "O'Connor-Łukasik"


def rows(store_path: Path, query: str) -> list[tuple[Any, ...]]:
    with Store.open(store_path, Secret.none()) as store:
        return [tuple(row) for row in store.reading().execute(query)]


def reference(path: Path, family: str = PAPER) -> str:
    query = f'SELECT reference FROM cases WHERE family_name = "{family}"'
    return str(rows(path, query)[0][0])


def test_what_is_due_has_its_reason(ehtui: Command, families: Path) -> None:
    done = ehtui("due", "--json")
    found = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert {frozenset(one) for one in found} == {
        frozenset({"due", "what", "why", "case", "who", "overdue"})
    }
    carers = next(one for one in found if "young carers" in one["what"])
    assert (carers["due"], carers["overdue"]) == ("2026-11-06", True)
    assert carers["case"] == reference(families)
    assert [one["due"] for one in found] == sorted(one["due"] for one in found)


@pytest.mark.parametrize(("within", "last"), [("0d", "2026-11-22"), ("2w", "2026-12-06")])
def test_within_takes_everything_until_then(
    ehtui: Command, families: Path, within: str, last: str
) -> None:
    kept = rows(families, f"SELECT count(*) FROM due WHERE due <= '{last}'")
    found = json.loads(ehtui("due", "--within", within, "--json").out)
    assert len(found) == kept[0][0] > 0


def test_today_may_be_fixed(
    ehtui: Command, families: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EHTUI_TODAY", "2026-09-01")
    assert not any(one["overdue"] for one in json.loads(ehtui("due", "--json").out))
    monkeypatch.setenv("EHTUI_TODAY", "soon")
    done = ehtui("due")
    assert (done.code, done.out) == (3, "")
    assert "EHTUI_TODAY" in done.err


@pytest.mark.parametrize(
    "words", [["tomek"], ["ŁUKASIK", "tom"], ["oconnor-lukasik", "19", "June", "2018"], ["19/6/18"]]
)
def test_somebody_is_found_however_it_is_typed(
    ehtui: Command, families: Path, words: list[str]
) -> None:
    done = ehtui("find", *words, "--json")
    assert done.code == 0
    first = json.loads(done.out)["results"][0]
    assert (first["case"], first["dob"]) == (reference(families), "2018-06-19")


@pytest.mark.parametrize("words", [["%"], ["_"], ["😂"], ["'; DROP"], ['" * ( ) -']])
def test_nobody_is_found_by_accident(ehtui: Command, families: Path, words: list[str]) -> None:
    done = ehtui("find", *words, "--json")
    assert (done.code, json.loads(done.out)["results"]) == (1, [])


def test_an_operator_is_a_word_like_any_other(ehtui: Command, families: Path) -> None:
    found = json.loads(ehtui("find", '" * NEAR ( ) -', "--json").out)["results"]
    assert not any(one["sure"] or one["score"] > 5 for one in found)


def test_a_whole_case_is_shown_and_the_look_is_traced(ehtui: Command, families: Path) -> None:
    wanted = reference(families)
    done = ehtui("show", wanted.lower().replace("-", " "))
    assert (done.code, done.err) == (0, "")
    for said in ("Łukasik", "own room 😂", "the bang downstairs", "about 63", "£640"):
        assert said in done.out, said
    assert rows(families, "SELECT count(*) FROM trace WHERE action = 'look'") == [(1,)]
    facts = json.loads(ehtui("show", wanted, "--json").out)
    assert facts.keys() == {"case", "cases", *TABLES}
    assert facts["people"][0]["case_id"] == facts["cases"][0]["id"]


def test_what_is_typed_and_not_saved_is_said_beside_a_case(ehtui: Command, families: Path) -> None:
    wanted = reference(families)
    assert "Not saved yet" not in ehtui("show", wanted).out
    with Store.open(families, Secret.none()) as store:
        (case_id,) = (
            store.reading()
            .execute("SELECT id FROM cases WHERE reference = ?", (wanted,))
            .fetchone()
        )
        for run in ("one", "another"):
            draft = Draft(store.device_id, run, "people", case_id, "", {"rows": []})
            store.write(partial(keep, draft=draft)).result()
    assert "Not saved yet: 1 form" in ehtui("show", wanted).out


def test_a_file_that_may_only_be_read_is_shown(ehtui: Command, families: Path) -> None:
    wanted = reference(families)
    if os.geteuid() == 0:
        pytest.skip("nothing is shut to the administrator")
    families.chmod(0o400)
    assert ehtui("show", wanted).code == 0


def test_an_unknown_reference_is_a_no_and_a_misheard_one_wrong_use(
    ehtui: Command, families: Path
) -> None:
    assert ehtui("show", "000-000").code == 1
    wanted = reference(families)
    misheard = ("7" if wanted[0] != "7" else "8") + wanted[1:]
    assert ehtui("show", misheard).code == 2


def test_the_timetable_of_a_procedure(ehtui: Command) -> None:
    done = ehtui("clocks", default_id(), "--from", "9/9/26", "--json")
    found = json.loads(done.out)
    assert done.code == 0
    assert [one["due"] for one in found][:2] == ["2026-09-23", "2026-10-07"]
    assert {frozenset(one) for one in found} == {frozenset({"what", "due", "why", "source"})}
    assert ehtui("clocks", "atlantis").code == 2
    assert ehtui("clocks", default_id(), "--from", "30 Feb").code == 2


def test_a_sound_file_is_said_to_be_sound(ehtui: Command, families: Path) -> None:
    done = ehtui("check")
    assert (done.code, done.err) == (0, "")


def test_due_dates_that_the_facts_do_not_give_are_noticed(ehtui: Command, families: Path) -> None:
    wanted = reference(families)
    with Store.open(families, Secret.none()) as store:
        store.write(
            lambda connection: connection.execute("UPDATE due SET due = '2030-01-01'")
        ).result()
    done = ehtui("check")
    assert done.code == 1
    assert wanted in done.out


def test_a_backup_comes_back(ehtui: Command, families: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    before = ehtui("due", "--json").out
    assert ehtui("backup", str(copy)).code == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert ehtui("backup", str(copy)).code == 3
    families.unlink()
    assert ehtui("restore", str(copy)).code == 0
    assert ehtui("due", "--json").out == before
    assert "kept as" in ehtui("restore", str(copy)).out


def test_a_demo_without_a_terminal_prints_and_leaves_nothing(
    ehtui: Command, families: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = families.read_bytes()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    done = ehtui("demo")
    assert (done.code, done.err) == (0, "")
    assert "young carers" in done.out
    assert f"Early Help Plan: {PAPER}" in done.out
    assert list((tmp_path / "temporary").iterdir()) == []
    assert families.read_bytes() == before


def test_a_demo_that_is_kept_says_where(ehtui: Command, tmp_path: Path) -> None:
    kept = tmp_path / "try it.db"
    done = ehtui("demo", "--file", str(kept), "--families", "1", "--no-open")
    assert (done.code, done.err, kept.exists()) == (0, "", True)
    assert str(kept) in done.out.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--file", "HERE", "due", "--json"],
        ["due", "--json", "--file", "HERE"],
        ["--file", "ELSEWHERE", "due", "--json", "--file", "HERE"],
        ["--file", "HERE", "find", "tomek"],
        ["--file", "HERE", "show", "REF"],
        ["--file", "HERE", "--passphrase-file", "PASS", "audit", "REF"],
        ["--passphrase-file", "PASS", "show", "REF", "--file", "HERE"],
        ["--file", "HERE", "export", "log", "REF", "--out", "OUT"],
    ],
)
def test_a_file_may_be_named_before_or_behind_the_command(
    ehtui: Command,
    families: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
) -> None:
    wanted = reference(families)
    passphrase = tmp_path / "pass"
    passphrase.write_text("a b c")
    monkeypatch.setenv("EHTUI_FILE", str(tmp_path / "the environment's.db"))
    meant = {
        "HERE": str(families),
        "ELSEWHERE": str(tmp_path / "elsewhere.db"),
        "REF": wanted,
        "PASS": str(passphrase),
        "OUT": str(tmp_path / "out"),
    }
    done = ehtui(*(meant.get(one, one) for one in arguments))
    assert wanted in done.out, done.err


@pytest.mark.parametrize("before", [True, False])
def test_a_passphrase_file_may_be_named_before_or_behind_the_command(
    ehtui: Command, tmp_path: Path, before: bool
) -> None:
    path, passphrase = tmp_path / "locked.db", tmp_path / "pass"
    passphrase.write_text("a b c")
    Store.create(path, Secret.from_passphrase("a b c")).close()
    options = ["--file", str(path), "--passphrase-file", str(passphrase)]
    done = ehtui(*options, "due") if before else ehtui("due", *options)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["due"], 3),
        (["find", "x"], 3),
        (["check"], 3),
        (["show", "000-000"], 3),
        (["restore", "nowhere.db"], 3),
        (["backup", "copy.db"], 3),
        ([], 3),
        (["find"], 2),
        (["due", "--within", "soon"], 2),
        (["due", "--fast"], 2),
        (["gossip"], 2),
        (["--file", "x.db", "due"], 3),
        (["--file", "x.db", "demo"], 2),
    ],
)
def test_what_cannot_be_done_is_said_on_one_line(
    ehtui: Command, arguments: list[str], code: int
) -> None:
    done = ehtui(*arguments)
    assert (done.code, done.out, done.err.count("\n")) == (code, "", 1)
    assert done.err.startswith("ehtui: ")
    assert done.err.rstrip().endswith((".", "`", "--help"))
    assert "Traceback" not in done.err


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0 and no more"])
def test_a_file_that_is_none_of_ours_is_refused(
    ehtui: Command, tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EHTUI_PASSPHRASE", "a b c")
    path = tmp_path / "other.db"
    path.write_bytes(content)
    done = ehtui("due", "--file", str(path))
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert path.read_bytes() == content


def test_a_fault_of_the_program_tells_nothing_about_anybody(
    ehtui: Command, families: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("Siân O'Connor")

    monkeypatch.setattr("data.lookup.search.search", broken)
    done = ehtui("find", "sian")
    assert (done.code, done.err.count("\n")) == (3, 1)
    assert "ValueError at" in done.err
    assert "Siân" not in done.err


def test_every_command_is_documented_and_takes_a_file() -> None:
    for command in main.commands.registered_commands:
        assert command.callback is not None
        assert command.callback.__doc__
        assert {"file", "passphrase_file"} <= set(command.callback.__annotations__)
