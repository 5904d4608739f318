"""The assessment heading by heading: what is asked, what is filled, what is missing."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from data.procedures.loading import listed, load
from data.procedures.model import Compulsory, Procedure, Section, Tool, Topic
from data.records.findings import Finding
from ehtui.process.assessment.assessing import may_assess, missing, missing_beside
from ehtui.process.assessment.framework import states_of
from ehtui.process.assessment.headings import elsewhere, headings_of, stands_elsewhere, strays_of
from tests.ehtui.process.families import Family

HEALTH = Section(
    key="health",
    title="Health",
    items=(Topic(key="sleep", title="Sleep"), Topic(key="risk", title="Risk", asks=("risks",))),
)
DAY = Section(key="day", title="A day", levels=("3",))
NOT_ASSESSED = Section(key="not_assessed", title="Not assessed", asks=("not_known",))
VIEWS = Section(
    key="views_on_assessment", title="Views", items=(Topic(key="child", title="The child"),)
)
COLUMNS = Section(key="columns", title="Columns")


def area(*sections: Section, **more: object) -> Procedure:
    """An area like the first that is shipped, with these sections."""

    shipped = load(listed()[0])
    return msgspec.structs.replace(
        shipped, sections=sections, **{"compulsory": (), "tools": ()} | more
    )


def finding(family: Family, section: str, item: str = "", **values: object) -> Finding:
    row: Finding = family.add("findings", section=section, item=item, **values)
    return row


def test_a_heading_asks_its_own_fields_and_always_where_from_and_what_is_not_known() -> None:
    sleep, risk, day, away = headings_of(_at_level_3().file, area(HEALTH, DAY, NOT_ASSESSED))
    always = ("known_from", "not_known", "not_known_why")
    assert sleep.fields == ("about_id", "on", "needs", "strengths", *always)
    assert risk.fields == ("about_id", "on", "risks", *always)
    assert day.fields == ("about_id", "on", "words", *always)
    assert away.fields == ("about_id", "on", "not_known", "known_from", "not_known_why")


def _at_level_3() -> Family:
    family = Family()
    family.file.case.level = "3"
    return family


def test_several_findings_stand_under_one_heading() -> None:
    family = Family()
    one = finding(family, "health", "sleep", needs="wakes", known_from="mum")
    two = finding(family, "health", "sleep", needs="tired", known_from="the SENCo")
    finding(family, "health", "elsewhere", needs="of a heading gone")
    sleep, risk = headings_of(family.file, area(HEALTH))
    assert sleep.found == (one, two)
    assert [one.needs for one in strays_of(family.file, area(HEALTH))] == ["of a heading gone"]
    assert (sleep.is_filled, risk.is_filled) == (True, False)


def test_a_finding_with_nothing_but_its_date_fills_no_heading() -> None:
    family = Family()
    finding(family, "health", "sleep", on=date(2026, 9, 9), known_from="mum")
    assert not headings_of(family.file, area(HEALTH))[0].is_filled


def test_a_section_of_another_level_is_not_asked() -> None:
    assert [one.key for one in headings_of(Family().file, area(HEALTH, DAY))] == [
        "health/sleep",
        "health/risk",
    ]


def test_what_was_written_at_another_level_stays_in_sight() -> None:
    family = Family()
    finding(family, "day", words="up at six")
    assert [one.key for one in headings_of(family.file, area(DAY))] == ["day"]
    assert strays_of(family.file, area(DAY)) == []


def test_a_section_on_a_screen_of_its_own_is_not_asked_twice() -> None:
    assert headings_of(Family().file, area(COLUMNS, VIEWS)) == []
    assert [elsewhere(one) for one in (COLUMNS, VIEWS, HEALTH)] == ["columns", "views", ""]


@pytest.mark.parametrize("key", ["people", "services", "columns", "houses", "outcomes", "comments"])
def test_what_is_written_elsewhere_counts(key: str) -> None:
    section = Section(key=key, title=key)
    family = Family()
    assert not stands_elsewhere(family.file, section)
    mum = family.adult("Siân")
    family.agency("School")
    family.said(mum, "tired", tool="columns")
    family.said(mum, "a monster", tool="houses")
    family.said(mum, "well done", tool="comments", part="comment")
    family.add("outcomes", title="sleeps")
    assert stands_elsewhere(family.file, section)


def test_what_is_missing_is_said_section_by_section() -> None:
    family = Family()
    finding(family, "health", "sleep", needs="wakes")
    said = [one.words for one in missing(family.file, area(HEALTH, NOT_ASSESSED))]
    assert said == ["Health: 1 of 2 empty."]  # and that nothing was out of reach is no gap


def test_views_are_asked_of_child_and_parent_where_compulsory() -> None:
    rule = Compulsory(key="views_on_assessment", title="Views", source="1")
    procedure = area(VIEWS, compulsory=(rule,))
    family = Family()
    mum, keeva = family.adult("Siân"), family.child("Keeva")
    family.said(mum, "I agree", tool="comments", part="comment")  # of the process, not of it
    assert len(missing_beside(family.file, procedure)) == 2
    family.said(mum, "I agree", tool="comments", part="view_agrees")
    (left,) = missing_beside(family.file, procedure)
    assert "the child" in left.words
    family.said(keeva, "not like that", tool="comments", part="view_wrong")
    assert missing_beside(family.file, procedure) == []
    assert missing_beside(family.file, area(VIEWS)) == []


def test_an_unborn_child_is_not_asked_for_views() -> None:
    rule = Compulsory(key="views_on_assessment", title="Views", source="1")
    family = Family()
    family.unborn()
    assert missing_beside(family.file, area(VIEWS, compulsory=(rule,))) == []


def test_what_is_not_known_needs_its_reason_where_the_area_asks() -> None:
    rule = Compulsory(key="not_assessed", title="Hard to assess", source="8")
    family = Family()
    row = finding(family, "not_assessed", not_known="upstairs")
    procedure = area(NOT_ASSESSED, compulsory=(rule,))
    assert [one.field for one in missing_beside(family.file, procedure)] == ["not_known_why"]
    row.not_known_why = "not let in"
    assert missing_beside(family.file, procedure) == []


def test_a_tool_always_used_at_this_level_is_missed() -> None:
    tool = Tool(key="star", title="Star", use="u", always=True, levels=("3",))
    procedure = area(HEALTH, tools=(tool,))
    assert missing_beside(Family().file, procedure) == []
    family = _at_level_3()
    assert len(missing_beside(family.file, procedure)) == 1
    family.add("tool_uses", tool="star", done=False)
    assert len(missing_beside(family.file, procedure)) == 1
    family.add("tool_uses", tool="star", done=False, not_done_why="they would rather draw")
    assert missing_beside(family.file, procedure) == []


def test_nothing_is_assessed_before_the_family_agrees_or_after_it_took_that_back() -> None:
    family = Family()
    mum, keeva = family.adult("Siân"), family.child("Keeva", "2011-03-01")
    family.tie(mum, keeva, "mother", responsible=True)
    assert not may_assess(family.file)
    family.consent(mum, "2026-09-09", start="yes")
    assert may_assess(family.file)
    family.consent(mum, "2026-10-09", start="withdrawn")
    assert not may_assess(family.file)


def test_an_outcome_of_the_framework_keeps_what_was_answered_before() -> None:
    procedure = next(load(one) for one in listed() if load(one).framework)
    key = procedure.framework_outcomes[0].key
    family = Family()
    assert [one.state for one in states_of(family.file, procedure)] == [""] * 10
    family.add("framework_answers", outcome=key, state="met", on=date(2026, 11, 2))
    family.add("framework_answers", outcome=key, state="needs_help", on=date(2026, 9, 2))
    first = states_of(family.file, procedure)[0]
    assert (first.state, [one.state for one in first.answers]) == ("met", ["needs_help", "met"])


def test_what_needs_help_is_unplanned_until_an_outcome_works_towards_it() -> None:
    procedure = next(load(one) for one in listed() if load(one).framework)
    key = procedure.framework_outcomes[0].key
    family = Family()
    family.add("framework_answers", outcome=key, state="needs_help")
    assert states_of(family.file, procedure)[0].is_unplanned
    family.add("outcomes", title="at school by nine", framework=key)
    assert not states_of(family.file, procedure)[0].is_unplanned


@pytest.mark.parametrize("shipped", listed())
def test_every_area_can_be_asked(shipped: str) -> None:
    family, procedure = Family(), load(shipped)
    missing(family.file, procedure)
    for heading in headings_of(family.file, procedure):
        assert set(heading.fields) <= set(Finding.model_fields)
        assert len(heading.fields) == len(set(heading.fields))
