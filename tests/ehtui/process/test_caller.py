"""What may be said on the phone: by subject, never of a closed plan, never to the unsafe."""

from __future__ import annotations

from datetime import date

import pytest

from data.procedures.model import Procedure
from ehtui.process.due.rules import due_dates
from ehtui.process.sharing.caller import (
    kept_from,
    last_contact,
    may_be_told,
    next_meeting,
    standing,
    warnings,
)
from ehtui.process.sharing.recipients import Recipient
from tests.ehtui.process.families import Family

TODAY = date(2026, 11, 22)


@pytest.fixture
def family() -> Family:
    """Mum shares with the school, and with housing the rent; not with the church."""
    family = Family()
    mum, child = family.adult("Siân", in_family="mum"), family.child("Tomek", "2018-06-19")
    family.tie(mum, child, "mother", responsible=True)
    school, church = family.agency("Stotts Lane Academy"), family.agency("St Oswin's Church")
    housing = family.agency("Your Homes Housing")
    family.consent(
        mum, start="yes", store="yes", share="yes", to=[school, (housing, "housing")], but=[church]
    )
    return family


@pytest.mark.parametrize(
    ("agency", "begins", "ends"),
    [
        ("council housing", "To Your Homes Housing: housing and rent", "nothing else."),
        ("Stotts Lane", "To Stotts Lane Academy: what the plan holds", "holds."),
        ("the church", "To St Oswin's Church: nothing", ""),
        (
            "the team for the gas",
            "“the team for the gas” is named in no consent",
            "tell them nothing.",
        ),
    ],
)
def test_a_service_is_told_what_consent_names_it_for(
    family: Family, agency: str, begins: str, ends: str
) -> None:
    told = next(may_be_told(family.file, agency, ""))
    assert told.startswith(begins)
    assert told.endswith(ends)


def test_nobody_is_told_anything_before_they_are_written_down(family: Family) -> None:
    assert "who is calling" in next(may_be_told(family.file, "", ""))


def test_who_is_unsafe_is_told_nothing_and_everybody_is_warned(family: Family) -> None:
    family.adult("Amir", unsafe=True)
    assert next(may_be_told(family.file, "", "Amir")).startswith("To Amir: nothing.")
    assert "Amir" in next(warnings(family.file))


def test_what_is_kept_from_a_parent_is_not_hidden_from_who_answers(family: Family) -> None:
    mum = family.file.adults[0]
    assert "Not all of it" not in next(may_be_told(family.file, "", "mum"))
    family.add("restrictions", record_id="r", from_person_id=mum.id)
    assert "Not all of it" in next(may_be_told(family.file, "", "mum"))


def test_a_closed_plan_is_not_described(family: Family, default: Procedure) -> None:
    family.add("leads", name="Robin Ashdown", phone="0191 498 0100")
    family.file.case.plan_started = date(2026, 9, 9)
    assert "0191 498 0100" in " ".join(standing(family.file, default))
    family.add("closings", on=date(2026, 11, 1))
    (said,) = standing(family.file, default)
    assert "Early Help Team" in said
    assert "9 Sep" not in said


def test_the_next_meeting_is_the_first_that_is_set_or_agreed(family: Family) -> None:
    assert next_meeting(family.file, TODAY) == ""
    family.add(
        "meetings", on=date(2026, 10, 22), held=True, next_on=date(2026, 12, 17), next_at="15:45"
    )
    assert next_meeting(family.file, TODAY) == "Thu 17 Dec 2026 15:45"
    family.add("meetings", on=date(2026, 12, 1), at="09:00")
    assert next_meeting(family.file, TODAY) == "Tue 1 Dec 2026 09:00"
    assert last_contact(family.file) == date(2026, 10, 22)


def test_a_service_that_shares_only_a_common_word_is_not_taken_for_another(family: Family) -> None:
    (said,) = may_be_told(family.file, "Heaton Academy", "")
    assert said.startswith("Ask which one it is. Named are Stotts Lane Academy")


def test_of_a_closed_plan_no_service_is_told_anything(family: Family) -> None:
    family.add("closings", on=date(2026, 11, 1))
    assert not list(may_be_told(family.file, "Stotts Lane", "mum"))


def test_what_is_kept_back_is_named_to_whoever_answers(family: Family) -> None:
    mum = family.file.adults[0]
    amir = family.adult("Amir")
    family.add("restrictions", record_id=amir.id, from_person_id=mum.id)
    family.add("restrictions", record_id="r", from_person_id=mum.id)
    assert "Amir, 1 thing said" in kept_from(family.file, Recipient.person(mum))
    assert kept_from(family.file, Recipient.person(amir)) == ""


def test_what_another_record_carries_on_is_due_there(family: Family, default: Procedure) -> None:
    family.file.case.plan_started = date(2026, 9, 9)
    assert due_dates(family.file, default)
    family.file.case.continued_in = "other"
    assert due_dates(family.file, default) == []
    (said,) = standing(family.file, default)
    assert "Another record" in said
