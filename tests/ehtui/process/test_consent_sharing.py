"""What may go to which service, and about what (S5); the paper case's consents, whole."""

from __future__ import annotations

import pytest

from ehtui.process.sharing.may_go import may_go
from ehtui.process.sharing.may_see import left_out, seen_by
from ehtui.process.sharing.recipients import Recipient
from ehtui.process.sharing.subjects import subjects_of
from tests.ehtui.process.families import ABLE, Family, may_see, written

NAMED = ("eht", "stotts-lane", "st-oswins", "nurse", "midwife", "salt")
"""The services that the mother of the paper case says yes to, for everything."""


@pytest.mark.parametrize("subject", ["everything", "plan", "child_said", "health", "housing"])
@pytest.mark.parametrize("about", [None, "keeva", "tomek", "baby", "mum", "declan"])
def test_the_paper_cases_consents(about: str | None, subject: str) -> None:
    file = written()
    got = {one.id for one in file.agencies if may_go(file, Recipient.agency(one), about, subject)}
    assert got == {*NAMED, *(["housing"] if subject == "housing" else [])}


def test_declans_no_to_the_gp_reaches_as_far_as_his_say() -> None:
    file = written()
    gp = next(one for one in file.agencies if one.kind == "gp")
    to_gp = Recipient.agency(gp)
    assert may_go(file, to_gp).why == "Declan does not want GP to have it."
    scope = file.consent_scopes[0]
    yes = type(scope)(
        id="x", case_id="case", consent_id="mum-signed", agency_id=gp.id, included=True
    )
    file.consent_scopes.append(yes)
    assert not may_go(file, to_gp, "tomek")
    assert may_go(file, to_gp, "baby")  # before the birth it is the mother's to say


def test_the_central_log_asks_store() -> None:
    file = written()
    log = Recipient.central_log()
    assert may_go(file, log, "tomek")
    mum = next(one for one in file.consents if one.id == "mum-signed")
    mum.stored_how = "Paper only."
    assert may_go(file, log).why == "Siân said yes to storing on paper only."
    mum.stored_how, mum.store = "electronic", "no"
    assert not may_go(file, log)
    assert may_go(file, Recipient.agency(file.agencies[0]))


def _one_parent() -> Family:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2011-03-01")
    family.child("Cleo", "2018-06-19")
    for one in family.file.children:
        family.tie(mum, one, "mother", responsible=True)
    family.agency("School"), family.agency("Club")
    assert child.is_child
    return family


@pytest.mark.parametrize(
    ("to", "but", "goes"),
    [
        ([], [], []),
        (["everything"], [], ["everything", "health", "plan"]),
        (["health"], [], ["health"]),
        (["health", "plan"], [], ["health", "plan"]),
        (["everything"], ["health"], ["plan"]),
        (["everything"], ["everything"], []),
        ([], ["everything"], []),
    ],
)
def test_service_by_service_subject_by_subject(
    to: list[str], but: list[str], goes: list[str]
) -> None:
    family = _one_parent()
    school, club = family.file.agencies
    family.consent(
        family.file.adults[0], start="yes", share="yes",
        to=[(school, one) for one in to], but=[(school, one) for one in but],
    )  # fmt: skip
    asked = ("everything", "health", "plan")
    recipient = Recipient.agency(school)
    assert [one for one in asked if may_go(family.file, recipient, None, one)] == goes
    assert may_go(family.file, Recipient.agency(club)).why == "Club is named in no consent."


def test_a_later_word_on_a_service_counts_and_the_rest_stays() -> None:
    family = _one_parent()
    mum, (school, club) = family.file.adults[0], family.file.agencies
    family.consent(mum, "2026-09-01", start="yes", share="yes", to=[school], but=[club])
    family.consent(mum, "2026-10-01", share="yes", to=[club])
    assert all(may_go(family.file, Recipient.agency(one)) for one in (school, club))
    family.consent(mum, "2026-11-01", but=[(school, "health")])
    assert not may_go(family.file, Recipient.agency(school), None, "health")
    assert may_go(family.file, Recipient.agency(school), None, "learning")


def test_what_was_ruled_out_stays_out_when_the_yes_is_taken_back() -> None:
    family = _one_parent()
    ben = family.adult("Ben")
    for child in family.file.children:
        family.tie(ben, child, "father", responsible=True)
    mum, (school, club) = family.file.adults[0], family.file.agencies
    family.consent(mum, start="yes", share="yes", to=[school, club])
    family.consent(ben, start="heard", share="yes", to=[school], but=[club])
    nursery = family.agency("Nursery")
    family.consent(ben, share="yes", to=[nursery])
    assert may_go(family.file, Recipient.agency(nursery))
    family.consent(ben, "2026-10-01", share="heard")
    assert not may_go(family.file, Recipient.agency(nursery))
    assert may_go(family.file, Recipient.agency(school))
    assert not may_go(family.file, Recipient.agency(club))


def test_nothing_goes_before_start_nor_after_withdrawal_but_to_ones_own_agency() -> None:
    family = _one_parent()
    mum, (school, _) = family.file.adults[0], family.file.agencies
    readers = [Recipient.agency(school), Recipient.central_log()]
    family.consent(mum, store="yes", share="yes", to=[school])
    assert not any(may_go(family.file, one) for one in readers)
    family.consent(mum, "2026-09-10", start="yes")
    assert all(may_go(family.file, one) for one in readers)
    family.consent(mum, "2026-09-11", start="withdrawn")
    readers.append(Recipient.person(mum))
    assert not any(may_go(family.file, one) for one in readers)
    assert may_go(family.file, Recipient.own_agency())


def test_a_childs_own_naming_of_a_service_is_about_the_child_alone() -> None:
    family = _one_parent()
    mum, (school, club) = family.file.adults[0], family.file.agencies
    bea, cleo = family.file.children
    family.consent(mum, start="yes", share="yes", to=[school])
    family.consent(bea, start="yes", share="yes", to=[club], but=[school], **ABLE)
    for agency, whose in ((school, (None, cleo.id)), (club, (bea.id,))):
        got = [
            one
            for one in (None, bea.id, cleo.id)
            if may_go(family.file, Recipient.agency(agency), one)
        ]
        assert got == list(whose)


def test_members_go_by_their_person_or_their_service() -> None:
    file = written()
    kinds = {one.name or file.name(one.id): Recipient.member(file, one) for one in file.members}
    assert {one.kind for one in kinds.values()} <= {"person", "agency", "outsider"}
    stranger = type(file.members[0])(id="friend", case_id="case", name="Pat next door")
    file.members.append(stranger)
    verdict = may_go(file, Recipient.member(file, stranger))
    assert verdict.why == "No consent can name Pat next door: give their service first."


def test_somebody_there_for_the_rent_hears_the_rent() -> None:
    file = written()
    housing = next(one for one in file.attendances if one.only_subject == "housing")
    recipient = Recipient.attendance(file, housing)
    mum = next(one for one in file.consents if one.id == "mum-signed")
    for scope in file.consent_scopes:
        if scope.consent_id == mum.id and scope.agency_id == "housing":
            scope.subject = "everything"  # even where consent allows more
    assert may_go(file, recipient, None, "housing")
    assert not may_go(file, recipient, None, "health")


def test_housing_gets_the_rent_not_the_houses() -> None:
    file = written()
    housing = Recipient.agency(next(one for one in file.agencies if one.id == "housing"))
    rent = next(one for one in file.outcomes if one.title.startswith("Rent"))
    rent.subject = "housing"
    assert subjects_of(file, rent) == ("plan", "housing")
    seen = seen_by(file, housing)
    assert [one for one in file.outcomes if seen(one, "title")] == [rent]
    assert {one.outcome_id for one in file.actions if seen(one, "what")} == {rent.id}
    assert not any(seen(one, "text") for one in file.statements)
    assert not any(seen(one, "") for one in (*file.notes, *file.calls, *file.consents))
    assert not any(seen(file.case, field) for field in ("why_now", "route", "raised_by"))
    assert seen(file.case, "family_name")
    tomek = next(one for one in file.people if one.id == "tomek")
    shows = ("given", "born", "school", "nhs_number", "address")
    assert [field for field in shows if seen(tomek, field)] == ["given"]
    # An action that helps elsewhere too: ruled out for one of its subjects, it stays out.
    entry = next(one for one in file.consents if one.id == "mum-signed")
    scope = next(one for one in file.consent_scopes if one.agency_id == "housing")
    barred = type(scope)(
        id="y", case_id="case", consent_id=entry.id, agency_id="housing", included=False,
        subject="plan",
    )  # fmt: skip
    file.consent_scopes.append(barred)
    assert not may_see(file, housing, rent)


def test_what_is_left_out_is_listed_with_its_reason() -> None:
    file = written()
    midwife = Recipient.agency(next(one for one in file.agencies if one.id == "midwife"))
    texts = next(one for one in file.statements if one.id == "texts")
    assert left_out(file, midwife) == [(texts, "It is held back from Midwife.")]
    assert left_out(file, Recipient.own_agency()) == []
    assert left_out(file, Recipient.central_log()) == []


def test_a_child_who_refuses_is_left_out_and_the_family_goes_on() -> None:
    file = written()
    keeva = next(one for one in file.consents if one.by_id == "keeva")
    keeva.share = "no"
    school = Recipient.agency(next(one for one in file.agencies if one.id == "stotts-lane"))
    out = {one.id for one, _ in left_out(file, school)}
    hers = {one.id for one in file.statements if one.owner_id == "keeva"}
    toms = {one.id for one in file.statements if one.owner_id == "tomek"}
    assert hers
    assert toms
    assert hers <= out
    assert not toms & out
