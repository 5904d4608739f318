"""What the procedures say, on the command line: all of it, side by side, and what is wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.loading import default_id, listed, load
from data.procedures.words import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Command = Callable[..., Any]

MARLBURY = Path(__file__).parents[2] / "data" / "areas" / "marlbury.toml"
FIRST = default_id()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The user's own folder of procedures, with an area added."""
    folder = tmp_path / "home" / "procedures"
    folder.mkdir(parents=True)
    (folder / MARLBURY.name).write_text(MARLBURY.read_text("utf-8"), "utf-8")
    return folder


def sentences(value: Any) -> Iterator[str]:
    """Every text of a file that is more than a word."""
    if isinstance(value, dict):
        for each in value.values():
            yield from sentences(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from sentences(each)
    elif isinstance(value, str) and " " in value:
        yield value


@pytest.mark.parametrize(
    "command", [("clocks",), ("procedures", "show"), ("procedures", "compare", FIRST)]
)
def test_a_procedure_is_named_without_regard_to_capitals(
    ehtui: Command, command: tuple[str, ...]
) -> None:
    plain, capitals = ehtui(*command, FIRST), ehtui(*command, FIRST.upper())
    assert (plain.code, plain) == (0, capitals)


def test_every_procedure_is_listed_with_its_date(ehtui: Command, own: Path) -> None:
    found = {one["id"]: one for one in json.loads(ehtui("procedures", "--json").out)}
    assert sorted(found) == sorted([*listed(), "marlbury"])
    assert found[FIRST]["default"]
    assert found["marlbury"]["own"]
    assert not found[FIRST]["own"]
    for key, one in found.items():
        assert one["published"] == load(key, own).source.published
    lines = ehtui("procedures").out.splitlines()
    assert len(lines) == len(found)
    assert max(map(len, lines)) <= 80


def test_a_file_that_cannot_be_read_hides_no_other(ehtui: Command, own: Path) -> None:
    (own / "broken.toml").write_text("[words", "utf-8")
    done = ehtui("procedures")
    assert done.code == 0
    assert "broken" in done.out
    assert "TOML" in done.out
    assert FIRST in done.out


@pytest.mark.parametrize("area", [*listed(), "marlbury"])
def test_all_of_a_procedure_is_shown(ehtui: Command, own: Path, area: str) -> None:
    procedure = load(area, own)
    done = ehtui("procedures", "show", area)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 80
    shown = " ".join(done.out.split())
    for text in sentences(msgspec.to_builtins(procedure, builtin_types=(date,))):
        if "{day}" in text:
            continue
        assert fill(text, procedure.words) in shown
    for clock in procedure.clocks:
        assert f"{clock.amount} {clock.unit.replace('_', ' ')}" in shown
        assert clock.source in shown
    assert shown.count("Published") + shown.count("without a date") == len(procedure.contacts)


def test_what_an_area_does_not_say_is_said(ehtui: Command, own: Path) -> None:
    done = ehtui("procedures", "show", "marlbury")
    assert "First Circle: not stated: set your own date" in done.out
    assert done.out.rstrip().endswith("Houses; How a review is run")


def test_a_contact_has_the_date_of_its_publication(ehtui: Command, own: Path) -> None:
    done = ehtui("procedures", "show", "marlbury")
    assert done.out.count("Published 2025-09: check it.") == 2
    assert done.out.count("Published 2024: check it.") == 1


def test_the_facts_are_in_the_areas_words(ehtui: Command, own: Path) -> None:
    found = json.loads(ehtui("procedures", "show", "marlbury", "--json").out)
    assert found["stages"][3]["next"] == "Hold the first Circle."
    assert found["clocks"][0]["from"] == "plan_started"
    assert found["clocks"][0]["why"] == (
        "15 working days after the Family Conversation was begun on {day}"
    )
    assert found["requests"][0]["outcomes"][0]["do"] == "The Circle goes on meanwhile."


def test_a_sound_file_says_what_it_leaves_out(ehtui: Command, own: Path) -> None:
    done = ehtui("procedures", "check", str(own / "marlbury.toml"))
    assert (done.code, done.err) == (0, "")
    assert "Houses" in done.out


def test_a_faulty_file_is_told_every_place(ehtui: Command, own: Path) -> None:
    path = own / "marlbury.toml"
    text = path.read_text("utf-8").replace("highest = 4", "highest = -1")
    path.write_text(text.replace('in_hours = "desk"', 'in_hours = "dask"'), "utf-8")
    done = ehtui("procedures", "check", str(path))
    assert done.code == 1
    assert done.out.splitlines() == [
        "marlbury.toml: harm.in_hours: expected one of desk, night-desk, hub.",
        "marlbury.toml: tools[compass].highest: expected a number above 0.",
    ]
    found = json.loads(ehtui("procedures", "check", str(path), "--json").out)
    assert [one["key"] for one in found] == ["harm.in_hours", "tools[compass].highest"]


def test_a_file_that_is_not_there_is_a_no(ehtui: Command, tmp_path: Path) -> None:
    done = ehtui("procedures", "check", str(tmp_path / "gone.toml"))
    assert done.code == 1
    assert "gone.toml: expected a file that can be read" in done.out


@pytest.mark.parametrize("other", [*(key for key in listed() if key != FIRST), "marlbury"])
def test_two_stand_side_by_side_in_eighty_columns(ehtui: Command, own: Path, other: str) -> None:
    done = ehtui("procedures", "compare", FIRST, other)
    assert done.code == 0
    lines = done.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert {line[38:41] for line in lines if "|" in line} <= {" | ", " |"}
    left = " ".join(" ".join(line[:38].split()) for line in lines)
    right = " ".join(" ".join(line[41:].split()) for line in lines)
    ours, theirs = load(FIRST), load(other, own)
    for procedure, side in ((ours, left), (theirs, right)):
        for stage in procedure.stages:
            assert fill(stage.title, procedure.words) in side
        for clock in procedure.clocks:
            assert clock.unit.replace("_", " ") in side


def test_what_both_name_stands_in_one_row(ehtui: Command, own: Path) -> None:
    found = json.loads(ehtui("procedures", "compare", FIRST, "marlbury", "--json").out)
    rows = {(one["part"], one["key"]): one for one in found}
    review = rows["clocks", "plan_dated"]
    assert "2 weeks" in review[FIRST][0]
    assert "15 working days" in review["marlbury"][0]
    assert rows["levels", "light"][FIRST] == []
    assert rows["words", "lead"]["marlbury"] == ["Lead: family partner"]


@pytest.mark.parametrize("command", [("show", "atlantis"), ("compare", FIRST, "atlantis")])
def test_an_unknown_name_is_wrong_use(ehtui: Command, command: tuple[str, ...]) -> None:
    done = ehtui("procedures", *command)
    assert done.code == 2
    assert FIRST in done.err


def test_json_stands_behind_the_command(ehtui: Command) -> None:
    assert ehtui("procedures", "--json", "show", FIRST).code == 2


def test_an_own_file_in_place_of_a_shipped_one_is_said(ehtui: Command, own: Path) -> None:
    (own / f"{FIRST}.toml").write_text(
        f'changes = "{FIRST}"\nwords = {{ lead = "key person" }}\n', "utf-8"
    )
    assert "in place of the shipped one, your own" in ehtui("procedures").out
    assert "Lead: key person" in ehtui("procedures", "show", FIRST).out


def test_clocks_of_an_own_area_go_by_level_and_way(ehtui: Command, own: Path) -> None:
    def due(*options: str) -> list[str | None]:
        done = ehtui("clocks", "marlbury", "--from", "23/12/2026", "--json", *options)
        return [one["due"] for one in json.loads(done.out)]

    assert due("--level", "full") == ["2027-01-18", None, "2027-02-22", "2027-03-29"]
    assert due("--level", "light") == ["2027-01-18", "2027-03-29", "2027-06-07"]
    assert due("--route", "step-down", "--level", "full") == [
        "2027-01-02",
        "2027-02-06",
        "2027-03-13",
    ]
    assert due("--route", "desk") == ["2026-12-30"]
    assert ehtui("clocks", "marlbury", "--level", "9").code == 2
    assert "light, full" in ehtui("clocks", "marlbury", "--level", "9").err
    assert "step-down, desk" in ehtui("clocks", "marlbury", "--route", "sea").err
