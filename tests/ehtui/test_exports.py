"""The plan as another system reads it: what the schema promises, an independent judge confirms."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import ehtui
from data.records.all import BY_TABLE
from data.records.fields import described
from data.store.errors import AlreadyThere
from ehtui.exports.files import write_new
from ehtui.exports.plan_log import ONLY, ROWS, Consent, LeftOut, log_document, not_in_plan, schema

if TYPE_CHECKING:
    from ehtui.opening import OpenCase

TODAY = date(2026, 11, 22)
PUBLISHED = Path(ehtui.__file__).parents[1] / "docs" / "plan.schema.json"


def exported(case: OpenCase) -> Any:
    left_out = (LeftOut("1 × a note", "not part of a plan"),)
    return json.loads(log_document(case, Consent(True, True, False), TODAY, left_out))


def faults(document: Any) -> list[str]:
    judge = Draft202012Validator(
        json.loads(PUBLISHED.read_text("utf-8")), format_checker=FormatChecker()
    )
    return [fault.message for fault in judge.iter_errors(document)]


def test_the_published_schema_is_what_the_records_give() -> None:
    # After a change of the records:
    # python -c "from ehtui.exports.plan_log import schema; print(schema().decode(), end='')"
    assert PUBLISHED.read_bytes() == schema()


def test_an_export_keeps_to_the_schema_and_loses_nothing(full_case: OpenCase) -> None:
    document = exported(full_case)
    assert faults(document) == []
    for table in ROWS:
        (row,) = getattr(full_case.file, table)
        names = ONLY.get(table) or described(BY_TABLE[table])
        said = {name: getattr(row, name) for name in names}
        plain = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in said.items()
        }
        assert document[table][0].items() >= plain.items()


@pytest.mark.parametrize(
    ("place_of_it", "wrong"),
    [
        (("people", 0, "born"), "30 Feb"),
        (("people", 0, "gossip"), "x"),
        (("format",), "another"),
        (("version",), 2),
        (("outcomes",), None),
    ],
)
def test_the_schema_refuses_what_is_wrong(
    full_case: OpenCase, place_of_it: tuple[Any, ...], wrong: Any
) -> None:
    document = exported(full_case)
    place = document
    for step in place_of_it[:-1]:
        place = place[step]
    place[place_of_it[-1]] = wrong
    assert faults(document) != []


def test_what_is_never_part_of_a_plan_is_said_to_be_left_out(full_case: OpenCase) -> None:
    said = [one.what for one in not_in_plan(full_case)]
    assert "1 × a note" in said
    assert "notes.text" not in json.dumps(exported(full_case))


def test_files_are_written_whole_and_never_over_others(tmp_path: Path) -> None:
    out = tmp_path / "out"
    files = write_new(out, {"a.json": b"1", "a.docx": b"2"})
    assert [(one.name, one.stat().st_mode & 0o777) for one in files] == [
        ("a.json", 0o600),
        ("a.docx", 0o600),
    ]
    with pytest.raises(AlreadyThere):
        write_new(out, {"b.json": b"3", "a.docx": b"4"})
    assert sorted(one.name for one in out.iterdir()) == ["a.docx", "a.json"]
    assert (out / "a.docx").read_bytes() == b"2"
