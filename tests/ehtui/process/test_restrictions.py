"""What is kept from whom, on paper and on a screen in a room; and unsafe contact."""

from __future__ import annotations

from datetime import date

import pytest

from ehtui.process.sharing.may_go import may_go
from ehtui.process.sharing.may_see import held_back, left_out
from ehtui.process.sharing.recipients import Recipient
from ehtui.process.sharing.restrictions import may_be_contacted, may_be_written_to, unweighed
from tests.ehtui.process.families import Family, may_see, written


def test_the_texts_are_kept_from_mum_and_shown_to_school() -> None:
    file = written()
    texts = next(one for one in file.statements if one.id == "texts")
    mum, declan = (
        Recipient.person(one) for key in ("mum", "declan") for one in file.people if one.id == key
    )
    school = Recipient.agency(next(one for one in file.agencies if one.id == "stotts-lane"))
    assert held_back(file, [mum]) == [texts]
    assert held_back(file, [mum, school, declan]) == [texts]
    assert held_back(file, [school, declan]) == []
    assert left_out(file, mum) == [(texts, "It is held back from Siân.")]


def test_what_is_lifted_is_seen_and_what_was_never_weighed_is_named() -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea")
    said = family.said(child, "the texts")
    kept = family.keep(said, mum)
    assert not may_see(family.file, Recipient.person(mum), said)
    assert unweighed(family.file) == [kept]
    kept.harm_weighed = date(2026, 9, 16)
    assert unweighed(family.file) == []
    kept.harm_weighed, said.harm_weighed = None, date(2026, 9, 16)  # weighed where it was said
    assert unweighed(family.file) == []
    said.harm_weighed, kept.lifted = None, date(2026, 9, 20)
    assert unweighed(family.file) == []
    assert may_see(family.file, Recipient.person(mum), said)


def test_one_field_may_be_kept_and_the_rest_seen() -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea")
    said = family.said(child, "art", remark="seems sad about it")
    family.keep(said, mum, "remark")
    reader = Recipient.person(mum)
    assert may_see(family.file, reader, said)
    assert may_see(family.file, reader, said, "text")
    assert not may_see(family.file, reader, said, "remark")
    assert left_out(family.file, reader) == [(said, "It is held back from Ada.")]


def test_what_is_kept_takes_its_parts_and_the_links_to_it_along() -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea")
    talk = family.add("conversations", with_id=child.id)
    part = family.said(child, "the texts", conversation_id=talk.id)
    worry = family.said(child, "the bang")
    outcome = family.add("outcomes", title="Quiet evenings", worry_id=worry.id)
    family.keep(talk, mum)
    family.keep(worry, mum)
    reader = Recipient.person(mum)
    assert not may_see(family.file, reader, part, "text")
    assert may_see(family.file, reader, outcome, "title")
    assert not may_see(family.file, reader, outcome, "worry_id")


def test_what_is_kept_from_the_early_help_team_is_kept_from_its_log() -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2018-06-19")
    family.tie(mum, child, "mother", responsible=True)
    team, school = family.agency("Team", "early_help_team"), family.agency("School", "school")
    family.consent(mum, start="yes", store="yes", share="yes", to=[school])
    said = family.said(child, "the bang", owner_agency_id=None)
    log = Recipient.central_log()
    family.keep(said, school)
    assert may_see(family.file, log, said)
    family.keep(said, team)
    assert not may_see(family.file, log, said)


def test_ones_own_record_and_other_peoples_consent_are_nobody_elses() -> None:
    file = written()
    mum = Recipient.person(next(one for one in file.people if one.id == "mum"))
    school = Recipient.agency(next(one for one in file.agencies if one.id == "stotts-lane"))
    own, keevas = (
        next(one for one in file.consents if one.by_id == who) for who in ("mum", "keeva")
    )
    assert may_see(file, mum, own)
    assert not may_see(file, mum, keevas)
    assert not may_see(file, school, own)
    assert not may_see(file, mum, file.restrictions[0])  # a copy never says that something is kept
    mums = [one for one in file.consent_scopes if may_see(file, mum, one)]
    assert mums == [one for one in file.consent_scopes if one.consent_id == own.id]
    assert file.calls
    for call in file.calls:
        assert not may_see(file, mum, call)
        assert not may_see(file, school, call)
        assert may_see(file, Recipient.own_agency(), call)


class Unsafe(Family):
    """Bea lives with Ada and Gran; Ben, her father, is not to know where."""

    def __init__(self) -> None:
        super().__init__()
        self.ada = self.adult("Ada", lives_in_home=True)
        self.gran = self.adult("Gran", lives_in_home=True)
        self.ben = self.adult("Ben", unsafe=True, safe_number="0191 498 0100")
        self.bea = self.child("Bea", lives_in_home=True, school="Hill School", address="1 Hill")
        self.baby = self.child("Dot", lives_in_home=True)
        self.tie(self.ada, self.bea, "mother", responsible=True)
        self.tie(self.ben, self.bea, "father", responsible=True)
        self.reader = Recipient.person(self.ben)


def test_an_unsafe_person_learns_neither_where_nor_when_nor_with_whom() -> None:
    family = Unsafe()
    meeting = family.add("meetings", place="Hill School", at="15:45")
    school = family.agency("Hill School", "school")
    talk = family.add("conversations", with_id=family.bea.id, place="at school")
    by_gran = family.add("actions", what="takes her", who="Gran", who_person_id=family.gran.id)
    hidden = [
        *((family.bea, field) for field in ("address", "postcode", "school", "gp", "phone")),
        *((one, "given") for one in (family.ada, family.gran, family.baby)),
        *((meeting, field) for field in ("", "on", "at", "place")),
        (talk, "place"),
        (talk, "on"),
        (school, "name"),
        (by_gran, "what"),
        (family.ben, "unsafe"),
        (family.ben, "unsafe_reason"),
    ]
    for record, field in hidden:
        assert not may_see(family.file, family.reader, record, field), (type(record), field)
    assert may_see(family.file, family.reader, family.bea, "given")
    assert may_see(family.file, family.reader, family.ben, "address")
    assert not may_go(family.file, family.reader)
    family.ben.unsafe = False
    for record, field in hidden[:-2]:
        assert may_see(family.file, family.reader, record, field), (type(record), field)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("She is happy now.", False),
        ("Her school is kind; they come at home.", False),
        ("Bea likes her teacher, and the library.", False),
        ("at HILL   school she draws", True),
        ("they moved to Glasshouse Row", True),
        ("post to ne69zz", True),
        ("Gran fetches her", True),
        ("Granny's", False),
        ("swims at St Oswin’s", True),
        ("the Red Bridge Trust helps", True),
        ("housing wrote", False),
    ],
)
def test_what_somebody_wrote_tells_an_unsafe_person_no_more_than_the_fields(
    written: str, told: bool
) -> None:
    family = Unsafe()
    family.bea.address, family.bea.postcode = "Flat 2, 118a Glasshouse Row", "NE6 9ZZ"
    family.add("meetings", place="St Oswin's, meeting room")
    family.agency("Red Bridge Trust", "voluntary")
    family.agency("Housing", "housing")
    family.add("statements", owner_id=family.bea.id, text=written)
    said = family.file.statements[-1]
    assert may_see(family.file, family.reader, said, "text") is not told
    family.ben.unsafe = False
    assert may_see(family.file, family.reader, said, "text")


@pytest.mark.parametrize(
    ("marks", "contact", "writing"),
    [
        ({}, True, True),
        ({"nothing_in_writing": True}, True, False),
        ({"unsafe": True}, False, False),
    ],
)
def test_who_may_be_asked_and_who_may_be_written_to(
    marks: dict[str, bool], contact: bool, writing: bool
) -> None:
    family = Family()
    reader = Recipient.person(family.adult("Gran", **marks))
    assert may_be_contacted(family.file, reader).yes is contact
    assert may_be_written_to(family.file, reader).yes is writing


def test_the_paper_cases_grandmother_is_told_and_not_written_to() -> None:
    file = written()
    told = {
        one.called: (
            may_be_contacted(file, Recipient.person(one)).yes,
            may_be_written_to(file, Recipient.person(one)).yes,
        )
        for one in file.adults
    }
    assert told["Halina"] == (True, False)
    assert told["Declan"] == (True, True)
