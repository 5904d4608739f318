"""A meeting from its planning to its copies, on the paper family."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.procedures.loading import load
from data.records.assessment import Scale
from data.records.consent import Restriction
from data.records.meetings import AgendaItem, Attendance, Meeting, Member
from data.records.people import Person
from ehtui.changes import ChangeSet
from ehtui.meetings import hold, invite, write_agenda
from ehtui.process.meetings.minuting import left_off, pages
from ehtui.process.meetings.planning import remark, suggested, when_due
from ehtui.process.meetings.room import invitees, room_sees
from ehtui.process.meetings.team import family_outside
from ehtui.process.sharing.copying import copies_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from data.procedures.model import Procedure

TODAY = date(2026, 11, 22)


def _next(paper: CaseFile, on: date = date(2026, 12, 17)) -> Meeting:
    meeting = Meeting(id="next", case_id="case", kind="review_taf", on=on, at="15:45")
    paper.meetings.append(meeting)
    return meeting


def test_the_next_review_begins_with_the_day_that_was_agreed(
    paper: CaseFile, default: Procedure
) -> None:
    begins = suggested(paper, default)
    assert (begins["kind"], begins["on"]) == ("review_taf", date(2026, 12, 17))
    assert "17 Dec 2026" in when_due(paper, default)


def test_a_later_day_asks_for_a_reason_and_takes_it(paper: CaseFile, default: Procedure) -> None:
    late = _next(paper, date(2027, 1, 7))
    assert "say why" in remark(paper, default, late)
    late.late_reason = "mum is in hospital"
    assert "say why" not in remark(paper, default, late)
    late.on = date(2026, 12, 17)
    assert "later" not in remark(paper, default, late).lower()


@pytest.mark.parametrize(("level", "said"), [("3", True), ("2", False), ("", False)])
def test_a_review_by_updates_is_remarked_on_where_the_team_is_to_meet(
    paper: CaseFile, level: str, said: bool
) -> None:
    paper.case.level = level
    coming = _next(paper)
    assert "meets to review" not in remark(paper, load("doncaster"), coming)
    coming.kind = "review_updates"
    assert ("meets to review" in remark(paper, load("doncaster"), coming)) is said


def test_everybody_is_invited_but_whom_it_is_unsafe_to_contact(
    paper: CaseFile, default: Procedure
) -> None:
    declan = next(one for one in paper.people if one.given == "Declan")
    declan.unsafe = True
    paper.members.append(Member(id="church", case_id="case", name="Elder", agency_id="church"))
    found = {one.name: one.why_not for one in invitees(paper, default, _next(paper))}
    assert "unsafe" in found[declan.called]
    changes = ChangeSet("case")
    left = invite(changes, paper, default, paper.meetings[-1], TODAY)
    asked = [row.typed["name"] for row in changes.rows]
    assert declan.called not in asked
    assert {one.name for one in left} >= {declan.called, "Elder"}
    assert asked


def test_whoever_came_for_one_subject_is_invited_for_it_again(
    paper: CaseFile, default: Procedure
) -> None:
    coming = _next(paper)
    paper.members.append(Member(id="rent", case_id="case", name="Ms Kaur", agency_id="housing"))
    for meeting_id, only in (("review", "housing"), ("first", "")):  # the later one counts
        there = Attendance(
            case_id="case", meeting_id=meeting_id, member_id="rent", only_subject=only
        )
        paper.attendances.append(there)
    changes = ChangeSet("case")
    invite(changes, paper, default, coming, TODAY)
    only_for = {row.typed["name"]: row.typed["only_subject"] for row in changes.rows}
    assert only_for.pop("Ms Kaur") == "housing"
    assert only_for
    assert not any(only_for.values())


def test_practitioners_meet_without_the_family(paper: CaseFile, default: Procedure) -> None:
    meeting = Meeting(id="pre", case_id="case", kind="pre_taf")
    paper.meetings.append(meeting)
    assert not any(one.person_id for one in invitees(paper, default, meeting))


def test_the_agenda_is_written_once(paper: CaseFile, default: Procedure) -> None:
    meeting, changes = _next(paper), ChangeSet("case")
    write_agenda(changes, paper, default, meeting)
    titles = [row.typed["title"] for row in changes.rows]
    assert any("sleep" in title for title in titles)
    assert len(titles) == len(set(titles))


def test_what_is_held_back_from_somebody_in_the_room_is_on_no_page(
    paper: CaseFile, default: Procedure
) -> None:
    meeting, changes = _next(paper), ChangeSet("case")
    write_agenda(changes, paper, default, meeting)
    for row in changes.rows:
        values = changes.values(row, TODAY)
        paper.agenda_items.append(row.record(id=row.record_id, **values))  # type: ignore[arg-type]
    outcome = paper.outcomes[0]
    paper.restrictions.append(
        Restriction(id="r2", case_id="case", record_id=outcome.id, from_person_id="sian")
    )
    mum = Attendance(id="mum", case_id="case", meeting_id="next", person_id="sian", state="present")
    paper.attendances.append(mum)
    texts = next(one for one in paper.statements if one.id == "texts")

    def shown() -> set[str | None]:
        return {one.outcome_id for one in pages(paper, default, meeting, room_sees(paper, meeting))}

    assert outcome.id not in shown()
    assert not room_sees(paper, meeting)(texts)
    mum.state = "apologies"
    assert outcome.id in shown()
    assert room_sees(paper, meeting)(texts)


def test_a_review_ends_with_a_step_though_its_agenda_names_only_the_next_date(
    paper: CaseFile, default: Procedure
) -> None:
    review = next(one for one in paper.meetings if one.kind == "review_taf")
    paper.agenda_items = [
        AgendaItem(id="d", case_id="case", meeting_id=review.id, key="next_date", title="Next")
    ]
    kinds = [one.kind for one in pages(paper, default, review, lambda _record: True)]
    assert kinds[-1] == "step"
    assert kinds.count("date") == 1


def test_minutes_go_on_where_they_were_left_off(paper: CaseFile, default: Procedure) -> None:
    review = next(one for one in paper.meetings if one.kind == "review_taf")
    review.held = None
    paper.progress, paper.scales = [], []
    paper.agenda_items = [
        AgendaItem(id=key, case_id="case", meeting_id=review.id, key=key, title=key, position=at)
        for at, key in enumerate(("introductions", "needs", "next_steps"))
    ]
    found = pages(paper, default, review, lambda _record: True)
    assert left_off(paper, review, found) == 0
    paper.agenda_items[1].notes = "Tired, all of them."
    assert found[left_off(paper, review, found)].item_id == "needs"
    paper.scales.append(Scale(id="s", case_id="case", meeting_id=review.id, score=6))
    assert found[left_off(paper, review, found)].kind == "scores"
    review.held = True
    assert left_off(paper, review, found) == 0, "what was held is read from the beginning"


def test_holding_a_meeting_plans_the_next_one_once(paper: CaseFile, default: Procedure) -> None:
    meeting = _next(paper)
    meeting.next_on, meeting.next_at = date(2027, 2, 4), "15:45"
    changes = ChangeSet("case")
    hold(changes, paper, default, meeting)
    planned = [row for row in changes.rows if row.version == 0]
    assert [row.typed["on"] for row in planned] == ["2027-02-04"]
    paper.meetings.append(Meeting(id="there", case_id="case", on=date(2027, 2, 4)))
    again = ChangeSet("case")
    hold(again, paper, default, meeting)
    assert all(row.version for row in again.rows)


def test_a_meeting_that_closes_plans_nothing(paper: CaseFile, default: Procedure) -> None:
    meeting = _next(paper)
    meeting.next_step, meeting.next_on = "needs_met", date(2027, 2, 4)
    changes = ChangeSet("case")
    hold(changes, paper, default, meeting)
    assert all(row.version for row in changes.rows)


def test_each_reader_has_a_copy_and_the_unsafe_one_a_reason(
    paper: CaseFile, default: Procedure
) -> None:
    declan = next(one for one in paper.people if one.given == "Declan")
    declan.unsafe = True
    paper.members.append(Member(id="d", case_id="case", person_id=declan.id))
    review = next(one for one in paper.meetings if one.id == "review")
    copies = {one.name: one for one in copies_of(paper, default, review)}
    assert not copies[declan.called].may_go
    assert "Jo Field" not in copies
    assert any(one.may_go for one in copies.values())


@pytest.mark.parametrize(
    ("kind", "lives", "invited"),
    [
        ("child", None, True),
        ("child", True, True),
        ("child", False, False),
        ("adult", None, False),
        ("adult", True, True),
        ("unborn", None, False),
    ],
)
def test_a_child_belongs_to_the_family_in_the_home_unless_it_is_denied(
    made: Callable[..., CaseFile], default: Procedure, kind: str, lives: bool | None, invited: bool
) -> None:
    kay = Person(id="kay", case_id="case", kind=kind, given="Kay", lives_in_home=lives)
    meeting = Meeting(id="m", case_id="case", kind="first_taf")
    file = made(people=[kay], meetings=[meeting])
    assert [one.name for one in invitees(file, default, meeting)] == ["Kay"] * invited
    assert [one.id for one in family_outside(file)] == ["kay"] * invited
