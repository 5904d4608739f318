from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from data.codes import lists
from data.codes.lists import BadCodes, Code, codes, words
from data.records.all import RECORDS
from data.records.assessment import Tool
from data.records.base import Record
from data.records.consent import Answer
from data.records.fields import described
from data.records.people import PersonKind

SHIPPED = sorted(
    path.stem for path in lists.SHIPPED.glob("*.toml") if "[[code]]" in path.read_text("utf-8")
)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder of code lists, empty."""
    monkeypatch.setenv("EHTUI_HOME", str(tmp_path))
    (tmp_path / "codes").mkdir()
    return tmp_path / "codes"


def write(own: Path, name: str, *entries: str) -> None:
    head = 'title = "Own"\nsource = "here"\n'
    (own / f"{name}.toml").write_text(
        head + "".join(f"[[code]]\n{entry}\n" for entry in entries), "utf-8"
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_every_list_can_be_read(name: str) -> None:
    entries = codes(name)
    assert all(isinstance(entry, Code) and entry.code and entry.words for entry in entries)
    assert len({entry.words for entry in entries}) == len(entries)


def test_ethnicity_is_in_the_inspectorates_order() -> None:
    expected = re.findall(
        r"\w+",
        "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE "
        "OOTH REFU NOBT",
    )
    texts = [entry.extra["annex_a"] for entry in codes("ethnicity")]
    assert [entry.code for entry in codes("ethnicity")] == expected
    assert texts == [f"{chr(97 + at)}) {code}" for at, code in enumerate(expected)]


def test_contact_sources_carry_the_inspectorates_text() -> None:
    texts = [entry.extra["annex_a"] for entry in codes("contact_source")]
    assert texts[0] == "a) 1A: Individual"
    assert texts[8] == "i) 3C: Health services"
    assert texts[-1] == "u) 10: Unknown"
    assert [text[0] for text in texts] == list("abcdefghijklmnopqrstu")


def test_every_agency_has_a_contact_source() -> None:
    known = {entry.code for entry in codes("contact_source")}
    assert {entry.extra["contact_source"] for entry in codes("agency_kind")} <= known


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_choice_of_a_record_has_its_list(record: type[Record]) -> None:
    for field, words_of_field in described(record).items():
        source, _, name = words_of_field.choices.partition(":")
        if source == "code":
            default = record.model_fields[field].default
            assert default == "" or default in {entry.code for entry in codes(name)}, field


@pytest.mark.parametrize(
    ("name", "members"),
    [("answer", Answer), ("person_kind", PersonKind), ("tool", Tool)],
)
def test_what_the_rules_name_is_in_the_list(name: str, members: type[StrEnum]) -> None:
    assert {member.value for member in members} - {""} == {entry.code for entry in codes(name)}


def test_words_of_a_code() -> None:
    assert words("ethnicity", "WBRI") == "White British"
    assert words("language", "from another laptop") == "from another laptop"


def test_a_users_file_adds_and_replaces(own: Path) -> None:
    write(
        own,
        "sex",
        'code = "X"\nwords = "Łukasz\'s word"',
        'code = "U"\nwords = "Unsure"\nretired = true',
    )
    assert [(entry.code, entry.words, entry.retired) for entry in codes("sex")] == [
        ("F", "Female", False),
        ("M", "Male", False),
        ("U", "Unsure", True),
        ("X", "Łukasz's word", False),
    ]


def test_a_users_file_may_be_a_list_of_its_own(own: Path) -> None:
    write(own, "hobby", 'code = "art"\nwords = "Art"')
    assert words("hobby", "art") == "Art"


def test_no_such_list() -> None:
    with pytest.raises(KeyError, match="no code list hats"):
        codes("hats")


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (['code = "A"\nwrods = "a"'], "code 1: the entry contains unknown field wrods"),
        (['code = "A"\nwords = "a"', 'code = "B"'], "code 2: the entry missing required"),
        (['code = "A"\nwords = 3'], "code 1, words: Expected text, got int"),
        (['code = "A"\nwords = "a"'] * 2, "the code A stands there twice"),
        (["code = "], "is not TOML"),
    ],
)
def test_a_bad_file_is_named_with_its_key(own: Path, entries: list[str], said: str) -> None:
    write(own, "sex", *entries)
    with pytest.raises(BadCodes) as error:
        codes("sex")
    assert str(error.value).startswith("codes/sex.toml")
    assert said in str(error.value)
    assert str(own) not in str(error.value)


def test_a_list_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = codes("sex")
    monkeypatch.setattr(lists, "_read", None)
    assert codes("sex") is first
