"""Scores over time: numbers always, a picture where the scale is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.procedures.model import Tool
from data.procedures.parts import Item
from ehtui.process.assessment.tools import Course, charts_of, numbers, off_scale, picture
from tests.ehtui.process.families import Family

STAR = Tool(
    key="star",
    title="Star",
    use="u",
    lowest=1,
    highest=10,
    areas=(Item(key="safe", title="Being safe"), Item(key="friends", title="Friends")),
)
DRAWN = Tool(key="drawn", title="Drawn", use="u")


def use(family: Family, tool: Tool, day: date, scores: dict[str, int], **values: object) -> None:
    row = family.add("tool_uses", tool=tool.key, on=day, done=True, **values)
    for area, score in scores.items():
        family.add("tool_scores", use_id=row.id, area=area, score=score)


def test_scores_of_one_person_stand_side_by_side_oldest_first() -> None:
    family = Family()
    mum, dad = family.adult("Siân"), family.adult("Declan")
    use(family, STAR, date(2026, 11, 1), {"Friends": 6, "Being safe": 8}, with_id=mum.id)
    use(family, STAR, date(2026, 9, 1), {"safe": 3, "Pets": 2}, with_id=mum.id)
    use(family, STAR, date(2026, 9, 1), {"friends": 1}, with_id=dad.id)
    hers, his = charts_of(family.file, STAR)
    assert hers.days == (date(2026, 9, 1), date(2026, 11, 1))
    assert hers.courses == (
        Course("Being safe", (3, 8)),
        Course("Friends", (None, 6)),
        Course("Pets", (2, None)),
    )
    assert (his.with_id, his.courses) == (dad.id, (Course("Friends", (1,)),))


def test_what_was_not_used_or_not_scored_has_no_chart() -> None:
    family = Family()
    family.add("tool_uses", tool="star", done=False, not_done_why="no")
    family.add("tool_uses", tool="star", done=True)
    assert charts_of(family.file, STAR) == []


@pytest.mark.parametrize(
    ("scores", "drawn", "said", "change"),
    [
        ((3, 5), "· · ○───● · · · · ·", "3 → 5", 2),
        ((5, 3), "· · ●───○ · · · · ·", "5 → 3", -2),
        ((1, 1), "● · · · · · · · · ·", "1 → 1", 0),
        ((10,), "· · · · · · · · · ●", "10", None),
        ((None, 4), "· · · ● · · · · · ·", "– → 4", None),
        ((3, 9, 5), "· · ○───● · · · · ·", "3 → 9 → 5", 2),
        ((1, 2, 3, 4, 5, 6), "○─────────● · · · ·", "1 → … → 5 → 6", 5),
        ((11,), "", "11", None),
    ],
)
def test_a_course_is_drawn_from_first_to_last(
    scores: tuple[int | None, ...], drawn: str, said: str, change: int | None
) -> None:
    course = Course("Friends", scores)
    assert picture(STAR, course) == drawn
    assert numbers(course) == said
    assert course.change == change


def test_without_a_stated_scale_there_are_numbers_alone() -> None:
    assert picture(DRAWN, Course("a", (1, 2))) == ""
    assert off_scale(DRAWN, 900) == ""


@pytest.mark.parametrize(("score", "fits"), [(0, False), (1, True), (10, True), (11, False)])
def test_a_score_lies_on_the_scale(score: int, fits: bool) -> None:
    assert (off_scale(STAR, score) == "") is fits


@given(st.integers(1, 10), st.integers(1, 10))
def test_every_picture_is_as_wide_as_its_scale(first: int, last: int) -> None:
    drawn = picture(STAR, Course("a", (first, last)))
    assert len(drawn) == 19
    assert drawn.index("●") == 2 * (last - 1)
    assert drawn.count("○") == (first != last)
