"""`ehtui count`: numbers for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., Any]


def test_numbers_for_a_program(ehtui: Command, families: Path) -> None:
    done = ehtui("count", "--json")
    found = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert {frozenset(one) for one in found} == {
        frozenset({"part", "key", "words", "area", "count", "small"})
    }
    stages = sum(one["count"] for one in found if one["part"] == "stage")
    assert [one["count"] for one in found if one["key"] == "open"] == [stages]


def test_numbers_for_people_say_which_are_small(ehtui: Command, families: Path) -> None:
    lines = ehtui("count").out.splitlines()
    assert lines[0] == "Cases"
    assert lines[-1].startswith("* fewer than 5")
    assert any(line.strip().startswith("1* ") for line in lines)


def test_a_period_counts_less(ehtui: Command, families: Path) -> None:
    everything = json.loads(ehtui("count", "--json").out)
    lately = json.loads(ehtui("count", "--since", "21 Nov 2026", "--json").out)
    assert sum(one["count"] for one in lately) < sum(one["count"] for one in everything)


def test_a_day_that_cannot_be_read(ehtui: Command, families: Path) -> None:
    done = ehtui("count", "--since", "soon")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("ehtui: --since: ")
