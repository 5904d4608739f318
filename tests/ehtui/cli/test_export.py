"""Handing plans to the central log: only with consent, never half, and always recorded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from jsonschema import Draft202012Validator

import ehtui
from data.procedures.loading import listed, load, read_text
from data.store.secrets import Secret
from data.store.store import Store
from data.trace import verify

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]

SCHEMA = Path(ehtui.__file__).parents[1] / "docs" / "plan.schema.json"
PAPER = "O'Connor-Łukasik"


def asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    with Store.open(path, Secret.none()) as store:
        return [tuple(row) for row in store.reading().execute(query)]


def changed(path: Path, statement: str) -> None:
    with Store.open(path, Secret.none()) as store:
        store.write(lambda connection: connection.execute(statement)).result()


@pytest.fixture
def paper(families: Path) -> str:
    """The reference of the paper case."""
    return str(asked(families, f'SELECT reference FROM cases WHERE family_name = "{PAPER}"')[0][0])


def test_the_paper_case_goes_whole(
    ehtui: Command, families: Path, paper: str, tmp_path: Path
) -> None:
    done = ehtui("export", "log", paper, "--out", str(tmp_path / "out"))
    assert (done.code, done.err) == (0, "")
    files = {one.suffix: one for one in (tmp_path / "out").iterdir()}
    assert {one.stem for one in files.values()} == {f"{paper}-plan"}
    assert {one.stat().st_mode & 0o777 for one in files.values()} == {0o600}
    document = json.loads(files[".json"].read_text("utf-8"))
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    said = {one["text"] for one in document["statements"]}
    assert {"own room 😂", "the bang downstairs", "the texts from year 13 lad"} <= said
    assert (
        len(document["statements"])
        == asked(
            families,
            "SELECT count(*) FROM statements JOIN cases ON cases.id = case_id "
            f"WHERE reference = '{paper}'",
        )[0][0]
    )
    words = docx.Document(str(files[".docx"]))
    assert words.core_properties.title == paper
    everything = "\n".join(cell.text for table in words.tables for cell in table._cells)
    assert "Not to be shown to: Siân" in everything


def test_that_it_went_is_recorded_and_traced(
    ehtui: Command, families: Path, paper: str, tmp_path: Path
) -> None:
    before = asked(families, "SELECT count(*) FROM loggings")[0][0]
    assert ehtui("export", "log", paper, "--out", str(tmp_path / "out")).code == 0
    kept = asked(families, 'SELECT what, how, "on", digest FROM loggings ORDER BY id')
    assert len(kept) == before + 1
    assert kept[-1][:3] == ("plan", "export", "2026-11-22")
    assert len(kept[-1][3]) == 64
    assert asked(families, "SELECT count(*) FROM trace WHERE action = 'export'") == [(1,)]
    with Store.open(families, Secret.none()) as store:
        assert verify(store.reading()) == []


def test_without_consent_to_store_nothing_goes(
    ehtui: Command, families: Path, paper: str, tmp_path: Path
) -> None:
    changed(families, "UPDATE consents SET store = 'no'")
    before = asked(families, "SELECT count(*) FROM loggings")
    done = ehtui("export", "log", paper, "--out", str(tmp_path / "out"))
    assert (done.code, done.out) == (1, "")
    assert "consent to store" in done.err
    assert not (tmp_path / "out").exists()
    assert asked(families, "SELECT count(*) FROM loggings") == before


def test_a_plan_that_is_not_finished_does_not_go(
    ehtui: Command, families: Path, paper: str, tmp_path: Path
) -> None:
    changed(families, "UPDATE cases SET plan_dated = NULL")
    done = ehtui("export", "log", paper, "--out", str(tmp_path / "out"))
    assert (done.code, "not finished" in done.err) == (1, True)


def test_without_a_name_what_is_not_logged_yet_goes(
    ehtui: Command, families: Path, paper: str, tmp_path: Path
) -> None:
    out = str(tmp_path / "out")
    assert ehtui("export", "log", "--out", out).code == 1
    changed(families, "DELETE FROM loggings")
    done = ehtui("export", "log", "--out", out)
    assert done.code == 0
    assert paper in done.out
    assert ehtui("export", "log", "--out", str(tmp_path / "again")).code == 1


def other_area(*, logs: bool) -> str:
    """The text of an area that names a central log, or of one that names none."""
    return next(read_text(one) for one in listed() if bool(load(one).words.central_log) == logs)


@pytest.mark.parametrize(
    ("logs", "statement", "says"),
    [
        (True, "", "logged already. Name one to log it again."),
        (True, "UPDATE cases SET plan_dated = NULL", "plan is finished yet"),
        (True, "UPDATE summaries SET is_open = 0", "plan is finished yet"),
        (False, "UPDATE cases SET plan_dated = NULL", "The procedure names no central log"),
        (False, "", "The procedure names no central log"),
    ],
)
def test_why_there_is_nothing_to_log_is_said_truly(
    ehtui: Command, families: Path, tmp_path: Path, logs: bool, statement: str, says: str
) -> None:
    with Store.open(families, Secret.none()) as store:
        text = other_area(logs=logs)
        store.write(
            lambda connection: connection.execute("UPDATE procedure_texts SET text = ?", (text,))
        ).result()
    changed(families, statement)
    done = ehtui("export", "log", "--out", str(tmp_path / "out"))
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert says in done.err


def test_nothing_is_overwritten_and_nothing_recorded_then(
    ehtui: Command, families: Path, paper: str, tmp_path: Path
) -> None:
    (tmp_path / f"{paper}-plan.docx").write_text("mine")
    before = asked(families, "SELECT count(*) FROM loggings")
    assert ehtui("export", "log", paper, "--out", str(tmp_path)).code == 3
    assert (tmp_path / f"{paper}-plan.docx").read_text() == "mine"
    assert not (tmp_path / f"{paper}-plan.json").exists()
    assert asked(families, "SELECT count(*) FROM loggings") == before


def test_a_logging_that_cannot_be_recorded_takes_its_files_back(
    ehtui: Command, families: Path, paper: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("full")

    monkeypatch.setattr("ehtui.exports.central.save", broken)
    assert ehtui("export", "log", paper, "--out", str(tmp_path / "out")).code == 3
    assert list((tmp_path / "out").iterdir()) == []
