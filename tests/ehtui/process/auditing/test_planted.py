"""Faults planted in the demo's families, one at a time: each is said, and nothing else is."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from data.procedures.loading import default_id, load
from data.records.all import BY_TABLE
from ehtui.process.auditing.rules import audit
from ehtui.process.consent.ledger import in_force
from tests.ehtui.process.families import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile

    Plant = Callable[[CaseFile], str]
    """Plants a fault and returns what it is called, empty where there is no place for it."""

TODAY = date(2026, 11, 22)
FAMILIES = ("oneill", "whitfield", "hassan", "marsh", "hargreaves", "begum", "bello")
"""Those with a plan or a team."""


def add(file: CaseFile, table: str, **values: Any) -> Any:
    row = BY_TABLE[table](id=f"planted-{len(getattr(file, table))}", case_id="case", **values)  # type: ignore[call-arg]
    getattr(file, table).append(row)
    return row


def lead_name(file: CaseFile) -> str:
    return file.lead.name if file.lead else ""


def outcome_without(field: str, what: str) -> Plant:
    def plant(file: CaseFile) -> str:
        first = next((one for one in file.outcomes if one.status == "open"), None)
        if first is None or file.case.plan_dated is None:
            return ""
        setattr(first, field, None if field == "by" else "")
        return what

    return plant


def a_silent_sibling(file: CaseFile) -> str:
    if not file.case.plan_dated or len(file.children) < 2:
        return ""
    add(file, "people", kind="child", given="Quentin", born=date(2016, 3, 3), lives_in_home=True)
    child = file.people[-1]
    for one in [each for each in file.relationships if each.parental_responsibility][:1]:
        add(file, "relationships", person_id=one.person_id, child_id=child.id, kind=one.kind,
            parental_responsibility=True)  # fmt: skip
    return "sibling_without_voice"


def an_opinion(file: CaseFile) -> str:
    add(file, "statements", part="wishes", owner_name="Mr Sand", basis="seen",
        text="Mum is too soft and obviously does not care")  # fmt: skip
    return "opinion_as_fact"


def a_worry(file: CaseFile) -> str:
    owner = file.adults[0].id
    if any(one.what == "worry_without_outcome" for one in audited(file)):
        return ""
    add(file, "statements", part="worries", owner_id=owner, text="wasps underneath the floorboards",
        on=file.case.plan_started)  # fmt: skip
    return "worry_without_outcome" if file.case.plan_dated else ""


def never_weighed(file: CaseFile) -> str:
    said = next(one for one in file.statements if one.owner_id and one.text)
    other = next(one for one in file.people if one.id != said.owner_id)
    add(file, "restrictions", record_id=said.id, from_person_id=other.id, since=said.on)
    return "held_back_not_weighed"


def no_next_date(file: CaseFile) -> str:
    if not any(one.kind != "pre_taf" for one in file.held_meetings):
        return ""
    file.held_meetings[-1].next_on = None
    file.meetings[:] = [one for one in file.meetings if one.held]
    return "no_next_date"


def left_out(file: CaseFile) -> str:
    """A service that the consent leaves out."""
    boss = add(file, "agencies", name="Zenith Tyres", kind="employer")
    yes = [one for one in in_force(file) if one.share == "yes"][-1]
    add(file, "consent_scopes", consent_id=yes.id, agency_id=boss.id, included=False)
    return str(boss.id)


def invited(file: CaseFile) -> str:
    if not file.held_meetings:
        return ""
    left_out(file)
    add(file, "attendances", meeting_id=file.held_meetings[-1].id, name="Zenith Tyres, Mr Poll",
        state="apologies", wants_minutes=False)  # fmt: skip
    return "excluded_invited"


def sent(file: CaseFile) -> str:
    add(file, "copies", what="agenda", agency_id=left_out(file), sent=TODAY - timedelta(days=3))
    return "excluded_sent"


def listed(file: CaseFile) -> str:
    add(file, "members", name="Mr Poll", agency_id=left_out(file), since=TODAY)
    return "excluded_listed"


def not_named(file: CaseFile) -> str:
    club = add(file, "agencies", name="Kestrel Boxing", kind="voluntary")
    add(file, "members", name="Coach Finch", agency_id=club.id, since=TODAY)
    return "service_not_in_consent"


def shared(file: CaseFile) -> str:
    club = add(file, "agencies", name="Kestrel Boxing", kind="voluntary")
    add(file, "copies", what="letter", agency_id=club.id, sent=TODAY - timedelta(days=3))
    return "shared_without_decision"


def no_lead(file: CaseFile) -> str:
    file.leads.clear()
    return "no_lead"


def twice_late(file: CaseFile) -> str:
    add(file, "actions", what="ring the wasp people", first_due=date(2026, 10, 1),
        due=date(2026, 11, 1))  # fmt: skip
    return "action_overdue_twice"


def start_not_told(file: CaseFile) -> str:
    file.notices[:] = [one for one in file.notices if one.what != "started"]
    file.loggings[:] = [one for one in file.loggings if one.what not in ("start", "plan")]
    if file.case.plan_dated or file.held_meetings:
        return ""  # then that the plan was not logged is said as well
    file.case.central_number = ""
    return "centre_not_told_of_start"


def unheard_parent(file: CaseFile) -> str:
    asked = [one for one in file.consents if one.capacity == "parental_responsibility"]
    if not file.case.plan_dated or not asked or any(one.conflict for one in asked):
        return ""
    add(file, "people", kind="adult", given="Ulric")
    ulric = file.people[-1]
    child = next(one for one in file.children if not one.is_unborn)
    add(file, "relationships", person_id=ulric.id, child_id=child.id, kind="father",
        parental_responsibility=True)  # fmt: skip
    return "parent_never_asked"


def no_interpreter(file: CaseFile) -> str:
    add(file, "people", kind="adult", given="Oksana", interpreter="Ukrainian")
    add(file, "conversations", with_id=file.people[-1].id, on=TODAY - timedelta(days=20))
    return "interpreter_missing"


def handed_over(file: CaseFile) -> str:
    add(file, "handovers", on=date(2026, 11, 2), to_name=lead_name(file), logged=date(2026, 11, 2),
        previous_agency_told=date(2026, 11, 2))  # fmt: skip
    return "handover_without_family"


def grandmother(file: CaseFile) -> str:
    add(file, "people", kind="adult", given="Edith")
    add(file, "consents", by_id=file.people[-1].id, capacity="parental_responsibility", start="yes",
        on=TODAY - timedelta(days=9))  # fmt: skip
    return "consent_without_capacity"


PLANTS: dict[str, Plant] = {
    "no measure": outcome_without("measure", "outcome_without_measure"),
    "no starting point": outcome_without("starting", "outcome_without_starting_point"),
    "no date": outcome_without("by", "outcome_without_date"),
    "no contingency": outcome_without("contingency", "outcome_without_contingency"),
    "a silent sibling": a_silent_sibling,
    "an opinion": an_opinion,
    "a worry": a_worry,
    "never weighed": never_weighed,
    "no next date": no_next_date,
    "invited": invited,
    "sent": sent,
    "listed": listed,
    "not named": not_named,
    "shared": shared,
    "no lead": no_lead,
    "twice late": twice_late,
    "start not told": start_not_told,
    "a parent": unheard_parent,
    "no interpreter": no_interpreter,
    "handed over": handed_over,
    "a grandmother": grandmother,
}


def audited(file: CaseFile) -> list[Any]:
    return audit(file, load(default_id()), TODAY)


@cache
def known(family: str) -> tuple[CaseFile, Counter[str]]:
    file = written(family)
    return file, Counter(one.what for one in audited(file))


def before_and_after(family: str, plant: Plant) -> tuple[str, Counter[str], Counter[str]]:
    clean, before = known(family)
    file = deepcopy(clean)
    what = plant(file)
    return what, before, Counter(one.what for one in audited(file))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("plant", PLANTS)
def test_what_is_planted_is_said_and_nothing_else(family: str, plant: str) -> None:
    what, before, after = before_and_after(family, PLANTS[plant])
    if what:
        assert dict(after - before) == {what: 1}
        assert dict(before - after) == {}


def test_every_fault_finds_a_place() -> None:
    for plant in PLANTS.values():
        assert any(before_and_after(family, plant)[0] for family in FAMILIES), plant
