"""Procedure files: what the shipped ones say, and what a broken one is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from data.procedures.loading import default_id, from_text, listed, load, read_text
from data.procedures.model import STAGES, Procedure
from data.procedures.parts import Words
from data.procedures.problems import BadProcedure
from data.procedures.words import fill

MADE_UP = """
id = "elmet"
name = "Elmet"
version = "3"
source = { title = "Helping early in Elmet" }
contacts = [{ key = "door", title = "Elmet Door", use = "harm", phone = "01632 960001" }]
routes = [{ key = "own-concern", title = "My own concern", meaning = "you noticed" }]

[words]
plan = "Family Plan"
assessment = "Family Talk"
lead = "link worker"
taf = "circle"
taf_long = "Circle of Help"
eht = "Elmet hub"
front_door = "Elmet Door"
social_care = "Elmet children's services"

[harm]
words = "Ring the {front_door}."
in_hours = "door"
source = "1"

[[clocks]]
key = "plan"
what = "Finish the {plan}"
from = "plan_started"
to = "plan_dated"
amount = 3
unit = "working_days"
strength = "aim"
why = "{span} after {day}"
source = "2"
""" + "\n".join(
    f'[[stages]]\nkey = "{key}"\ntitle = "{key}"\nmeaning = "m"\nnext = "n"' for key in STAGES
)


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    (tmp_path / "elmet.toml").write_text(MADE_UP, "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def default() -> Procedure:
    return load(default_id())


@pytest.mark.parametrize("procedure_id", listed())
def test_every_shipped_file_loads_and_fills_its_own_words(procedure_id: str) -> None:
    procedure = load(procedure_id)
    assert procedure.id == procedure_id
    for clock in procedure.clocks:
        assert "{" not in fill(clock.what, procedure.words)


def test_one_shipped_file_is_the_default() -> None:
    assert [key for key in listed() if load(key).default] == [default_id()]


def test_the_default_asks_about_harm_before_anything_else(default: Procedure) -> None:
    assert default.questions[0].key == "harm"
    assert default.questions[0].yes == "harm"
    assert {route.key for route in default.start_routes} == {
        q for question in default.questions for q in (question.yes, question.no) if q
    }


@pytest.mark.parametrize(
    ("kind", "items"),
    [
        ("first_taf", 7),
        ("review_taf", 6),
    ],
)
def test_the_default_has_the_two_agendas(default: Procedure, kind: str, items: int) -> None:
    agenda = next(one.agenda for one in default.meeting_kinds if one.key == kind)
    assert len(agenda) == items
    assert agenda[-1].key == "next_date"


def test_three_parts_of_consent_are_asked_for_apart(default: Procedure) -> None:
    assert default.consent is not None
    assert [part.key for part in default.consent.parts] == ["start", "store", "share"]


def test_only_closing_needs_no_next_date(default: Procedure) -> None:
    assert len(default.next_steps) == 4
    assert [step.key for step in default.next_steps if not step.next_date] == ["needs_met"]
    assert [step.key for step in default.next_steps if step.closes] == ["needs_met"]


def test_a_file_in_the_users_folder_adds_an_area(own_folder: Path) -> None:
    assert "elmet" in listed(own_folder)
    assert "elmet" not in listed()
    assert load("elmet", own_folder).name == "Elmet"


def test_what_an_area_does_not_say_is_absent(own_folder: Path) -> None:
    elmet = load("elmet", own_folder)
    assert elmet.consent is None
    assert elmet.words.smart is None
    assert elmet.source.published is None
    assert elmet.meeting_kinds == ()


def test_the_text_that_a_case_keeps_reads_back_the_same(own_folder: Path) -> None:
    text = read_text("elmet", own_folder)
    (own_folder / "elmet.toml").unlink()
    assert from_text(text).clocks[0].amount == 3


def test_a_path_is_read_wherever_it_lies(own_folder: Path) -> None:
    assert load(own_folder / "elmet.toml").id == "elmet"


@pytest.mark.parametrize(
    ("was", "becomes", "key", "expected"),
    [
        ("amount = 3", 'amount = "3"', "clocks[plan].amount", "a whole number, found text"),
        ("amount = 3", "amount = 0", "clocks[plan].amount", "a whole number from 1 up"),
        ("working_days", "fortnights", "clocks[plan].unit", "hours, days, working_days, weeks"),
        ("strength", "strenght", "clocks[plan].strenght", "perhaps strength"),
        ("amount", "zzz", "clocks[plan].zzz", "one of key, what, from, to"),
        ('title = "identify"\n', "", "stages[identify].title", "the key is missing"),
        ('key = "plan"', 'key = "The Plan"', "clocks[The Plan].key", "a short name"),
        ('key = "plan"', "", "clocks[number 1].key", "the key is missing"),
        ('key = "identify"', 'key = "close"', "stages", "in this order: identify, involve"),
        ('in_hours = "door"', 'in_hours = "gate"', "harm.in_hours", "one of door"),
        ("the {front_door}", "the {fornt_door}", "harm.words", "not {fornt_door}"),
        ("after {day}", "after {dya}", "clocks[plan].why", "not {dya}"),
        ('phone = "01632 960001"', 'email = "a@elmet.gcsx.gov.uk"',
         "contacts[door].email", "switched on"),
        ('use = "harm"', 'use = "harm", published = "May"', "contacts[door].published", "2017-03"),
        ('plan = "Family Plan"', 'plan = ""', "words.plan", "some text"),
        ('source = "2"', 'source = "2"\nlevels = ["9"]', "clocks[plan].levels", "names: none"),
        ('source = "2"', 'source = "2"\nroutes = ["sea"]', "clocks[plan].routes", "own-concern"),
        ('routes = [{ key = "own-concern"',
         'routes = [{ key = "own-concern", title = "a", meaning = "b" }, { key = "own-concern"',
         "routes[own-concern]", "a key used only once"),
        ("[harm]", '[[requests]]\nkey = "own-concern"\ntitle = "a"\nto = "b"\nwhen = "c"\n[harm]',
         "requests[own-concern].key", "no way in has"),
        ("[harm]", "smart = ['a', 'b']\n[harm]", "words.smart", "a list of 5"),
        ("[words]", "[words", "", "the TOML format"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_where_and_what(
    was: str, becomes: str, key: str, expected: str
) -> None:
    assert was in MADE_UP
    with pytest.raises(BadProcedure) as caught:
        from_text(MADE_UP.replace(was, becomes, 1), "mine.toml")
    assert caught.value.key == key
    assert expected in caught.value.expected
    assert str(caught.value).startswith("mine.toml: ")


def test_a_file_of_ones_own_changes_a_few_things_of_a_shipped_one(tmp_path: Path) -> None:
    shipped = load(default_id())
    own = tmp_path / f"{shipped.id}.toml"
    own.write_text(
        f"""
        changes = "{shipped.id}"
        words = {{ eht = "Hub \\u0022Łódź\\u0022" }}
        contacts = [
          {{ key = "{shipped.harm.in_hours}", phone = "01632 960002" }},
          {{ key = "night", title = "Night team", use = "nights" }},
        ]
        """,
        "utf-8",
    )
    changed = from_text(read_text(shipped.id, tmp_path))
    assert changed == load(shipped.id, tmp_path)
    assert changed.words.eht == 'Hub "Łódź"'
    assert changed.words.lead == shipped.words.lead
    assert changed.contacts[0].title == shipped.contacts[0].title
    assert changed.contacts[0].phone == "01632 960002"
    assert len(changed.contacts) == len(shipped.contacts) + 1
    assert changed.stages == shipped.stages


def test_only_a_shipped_file_can_be_changed(own_folder: Path) -> None:
    (own_folder / "west.toml").write_text('changes = "atlantis"', "utf-8")
    with pytest.raises(BadProcedure, match=r"west\.toml: changes: expected one of"):
        load("west", own_folder)


def test_an_unknown_area_is_told_which_there_are(own_folder: Path) -> None:
    with pytest.raises(BadProcedure, match="elmet"):
        load("atlantis", own_folder)


def test_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(BadProcedure, match=r"gone\.toml: expected a file that can be read"):
        load(tmp_path / "gone.toml")


def test_a_file_that_is_no_text_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadProcedure, match="UTF-8"):
        load(tmp_path / "odd.toml")


def test_the_id_is_the_name_of_the_file(own_folder: Path) -> None:
    (own_folder / "other.toml").write_text(MADE_UP, "utf-8")
    with pytest.raises(BadProcedure, match=r"other\.toml: id: expected other"):
        load("other", own_folder)


WORDS = Words(
    plan="Family Plan", assessment="talk", lead="link worker", taf="circle",
    taf_long="Circle of Help", eht="hub", front_door="Door", social_care="services",
)  # fmt: skip


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{Lead} of the {plan}", "Link worker of the Family Plan"),
        ("[/] {{lead}", "[/] {link worker"),
        ("in the {central_log}", "in the central log"),
        ("{Specialist}", "Specialist services"),
    ],
)
def test_words_fill_a_template(template: str, filled: str) -> None:
    assert fill(template, WORDS) == filled


def test_a_word_nobody_knows_is_no_blank() -> None:
    with pytest.raises(KeyError):
        fill("{nobody}", WORDS)


def test_reading_a_procedure_loads_nothing_heavy() -> None:
    code = (
        "import sys; from data.procedures.loading import load, default_id; load(default_id());"
        "sys.exit(len({'sqlmodel', 'pydantic', 'textual', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
