"""What the assessment found stands in the plan, and only in the copies of those who may see it."""

from __future__ import annotations

from datetime import date

import pytest

from data.procedures.loading import listed, load
from data.procedures.model import Procedure
from ehtui.documents.plan import own_plan, plan_document
from ehtui.documents.text import as_text
from ehtui.opening import OpenCase
from ehtui.process.sharing.recipients import Recipient
from ehtui.wording import Wording
from tests.ehtui.process.families import Family


@pytest.fixture
def procedure() -> Procedure:
    return next(load(one) for one in listed() if load(one).framework)


@pytest.fixture
def family(procedure: Procedure) -> Family:
    """A mother and a child, with one of everything that an assessment finds."""
    family = Family()
    mum, keeva = family.adult("Siân"), family.child("Keeva", "2011-03-01")
    family.tie(mum, keeva, "mother", responsible=True)
    family.consent(mum, start="yes", store="yes", share="yes")
    section = procedure.sections[0]
    family.add(
        "findings", section=section.key, item=section.items[0].key, about_id=keeva.id,
        needs="awake [b]three[/b] times", known_from="the school nurse", not_known="her nights",
        not_known_why="not asked yet", on=date(2026, 9, 9),
    )  # fmt: skip
    outcome = procedure.framework_outcomes[0].key
    family.add("framework_answers", outcome=outcome, state="needs_help", why="late every day")
    star = next(one for one in procedure.tools if one.areas)
    for day, score in ((date(2026, 9, 9), 3), (date(2026, 11, 2), 5)):
        use = family.add("tool_uses", tool=star.key, on=day, with_id=mum.id, done=True)
        family.add("tool_scores", use_id=use.id, area=star.areas[0].title, score=score)
    other = next(one for one in procedure.tools if one is not star)
    family.add("tool_uses", tool=other.key, done=False, not_done_why="she would rather draw")
    return family


def opened(family: Family, procedure: Procedure) -> OpenCase:
    return OpenCase(family.file, procedure, Wording(procedure, family.file))


def test_headings_outcomes_and_scores_stand_in_the_plan(
    family: Family, procedure: Procedure
) -> None:
    text = as_text(own_plan(opened(family, procedure)))
    section = procedure.sections[0]
    assert section.title in text
    assert section.items[0].title in text
    for words in (
        *("Keeva", "awake [b]three[/b] times", "the school nurse", "her nights", "not asked yet"),
        *(procedure.framework_outcomes[0].title, "late every day"),
        *("9 Sep 2026", "2 Nov 2026", "+2", "Not used: she would rather draw"),
    ):
        assert words in text, words


def test_a_case_without_an_assessment_has_no_heading_for_it(procedure: Procedure) -> None:
    text = as_text(own_plan(opened(Family(), procedure)))
    assert procedure.words.assessment.casefold() not in text.casefold()


def test_what_is_kept_from_somebody_is_in_nobody_elses_way(
    family: Family, procedure: Procedure
) -> None:
    mum = family.file.people[0]
    finding, use = family.file.findings[0], family.file.tool_uses[1]
    family.keep(finding, mum)
    family.keep(use, mum)
    own = as_text(own_plan(opened(family, procedure)))
    hers = as_text(plan_document(opened(family, procedure), Recipient.person(mum)))
    assert own.count("Not to be shown to: Siân") == 2
    assert "late every day" in hers
    for words in ("awake", "her nights", "2 Nov 2026", "+2", "Not to be shown"):
        assert words not in hers, words
