"""What must not slip past restrictions, safety and consent by another way round."""

from __future__ import annotations

from datetime import date

import pytest

from ehtui.process.sharing.may_go import may_go
from ehtui.process.sharing.may_see import held_back, left_out
from ehtui.process.sharing.recipients import Recipient
from tests.ehtui.process.families import ABLE, Family, may_see


class Shared(Family):
    """Ada says yes for Bea and Cleo; the school is named for everything, the club for the plan."""

    def __init__(self) -> None:
        super().__init__()
        self.ada = self.adult("Ada")
        self.bea = self.child("Bea", "2011-03-01")
        self.cleo = self.child("Cleo", "2018-06-19")
        for child in (self.bea, self.cleo):
            self.tie(self.ada, child, "mother", responsible=True)
        self.hill, self.club = self.agency("Hill School", "school"), self.agency("Club")
        self.consent(
            self.ada, start="yes", store="yes", share="yes", to=[self.hill, (self.club, "plan")]
        )
        self.mum = Recipient.person(self.ada)
        self.school = Recipient.agency(self.hill)
        self.outside = Recipient.agency(self.club)
        self.talk = self.add("conversations", tool="houses", with_id=self.bea.id)


@pytest.mark.parametrize(
    ("table", "mum", "school", "club"),
    [
        ("notes", False, False, False),
        ("calls", False, False, False),
        ("consents", True, False, False),
        ("conversations", True, True, False),
        ("outcomes", True, True, True),
        ("meetings", True, True, True),
    ],
)
def test_an_attachment_lies_with_what_it_is_attached_to(
    table: str, mum: bool, school: bool, club: bool
) -> None:
    family = Shared()
    rows = getattr(family.file, table) or [family.add(table)]
    scan = family.add("attachments", of_record=rows[0].id, what="scan")
    readers = (family.mum, family.school, family.outside)
    assert [may_see(family.file, one, scan, "what") for one in readers] == [mum, school, club]
    if table in ("notes", "calls", "consents"):
        assert scan not in [one for one, _ in left_out(family.file, family.school)]


def test_the_drawing_of_a_talk_that_is_kept_is_kept() -> None:
    family = Shared()
    drawing = family.add("attachments", of_record=family.talk.id, what="three houses")
    said = family.said(family.bea, "the texts", conversation_id=family.talk.id)
    scan = family.add("attachments", of_record=said.id, what="the sheet")
    assert may_see(family.file, family.mum, drawing)
    family.keep(family.talk, family.ada)
    assert not may_see(family.file, family.mum, drawing)
    assert not may_see(family.file, family.mum, scan)
    assert may_see(family.file, family.school, drawing)


def test_words_of_a_talk_are_the_childs_though_nobody_is_written_beside_them() -> None:
    family = Shared()
    words = family.add("statements", tool="houses", conversation_id=family.talk.id, text="w")
    drawing = family.add("attachments", of_record=family.talk.id)
    asked = (words, drawing)
    assert all(may_see(family.file, family.school, one) for one in asked)
    family.consent(family.bea, share="no", **ABLE)
    assert not any(may_see(family.file, family.school, one) for one in asked)


def test_a_copy_never_tells_what_others_did_not_get() -> None:
    family = Shared()
    logged = family.add("loggings", left_out="1 × a statement")
    copy = family.add("copies", what="plan", not_sent_why="unsafe to inform")
    for reader in (family.mum, family.school, Recipient.central_log()):
        assert not may_see(family.file, reader, logged, "left_out")
        assert not may_see(family.file, reader, copy, "not_sent_why")


def test_who_is_responsible_for_whom_is_told_to_those_who_have_the_plan() -> None:
    family = Shared()
    housing = family.agency("Housing", "housing")
    family.scope(family.file.consents[0], housing, included=True, subject="housing")
    tie = family.file.relationships[0]
    reader = Recipient.agency(housing)
    assert may_see(family.file, reader, tie, "kind")
    assert not may_see(family.file, reader, tie, "parental_responsibility")
    assert may_see(family.file, family.outside, tie, "parental_responsibility")


def test_there_for_everything_is_no_limit() -> None:
    family = Shared()
    whole = Recipient("agency", "SENCo", family.hill.id, only="everything")
    part = Recipient("agency", "SENCo", family.hill.id, only="learning")
    assert may_go(family.file, whole, None, "plan")
    assert not may_go(family.file, part, None, "plan")


def test_somebody_of_the_family_there_for_one_thing_sees_that() -> None:
    family = Shared()
    member = family.add("members", person_id=family.ada.id)
    said = family.said(family.bea, "the bang")
    rent = family.add("outcomes", title="Rent", subject="housing")
    there = family.add("attendances", member_id=member.id, only_subject="housing")
    reader = Recipient.attendance(family.file, there)
    assert held_back(family.file, [reader]) == [said]
    assert may_see(family.file, reader, rent, "title")


@pytest.mark.parametrize("name", ["hill school ", "HILL SCHOOL"])
def test_a_service_written_down_twice_is_kept_out_twice(name: str) -> None:
    family = Shared()
    twin = Recipient.agency(family.agency(name))
    said = family.said(family.cleo, "the bang")
    assert may_see(family.file, twin, said)
    family.keep(said, family.hill)
    assert not may_see(family.file, twin, said)
    assert may_see(family.file, family.mum, said)


def test_kept_from_nobody_named_is_kept_from_everybody() -> None:
    family = Shared()
    said = family.said(family.cleo, "the bang")
    kept = family.add("restrictions", record_id=said.id)
    readers = (family.mum, family.school, Recipient.central_log())
    assert not any(may_see(family.file, one, said) for one in readers)
    assert may_see(family.file, Recipient.own_agency(), said)
    kept.lifted = date(2026, 10, 1)
    assert all(may_see(family.file, one, said) for one in readers)


@pytest.mark.parametrize(("at_home", "told"), [(True, False), (None, False), (False, True)])
def test_where_nobody_wrote_down_who_lives_there_an_unsafe_person_is_not_told(
    at_home: bool | None, told: bool
) -> None:
    family = Shared()
    ben = family.adult("Ben", unsafe=True)
    family.tie(ben, family.bea, "father", responsible=True)
    family.ada.lives_in_home = at_home
    reader = Recipient.person(ben)
    assert may_see(family.file, reader, family.ada, "given") is told
    assert may_see(family.file, reader, family.bea, "given")
    assert not may_see(family.file, reader, family.cleo, "given")


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ("statements", "owner_name"),
        ("statements", "on"),
        ("scales", "owner_name"),
        ("outcomes", "measured_by"),
        ("actions", "who"),
        ("progress", "note"),
        ("copies", "to"),
        ("loggings", "on"),
    ],
)
def test_no_free_name_tells_an_unsafe_person_of_the_school(table: str, field: str) -> None:
    family = Shared()
    row = family.add(table)
    ben = family.adult("Ben")
    reader = Recipient.person(ben)
    assert may_see(family.file, reader, row, field)
    ben.unsafe = True
    assert not may_see(family.file, reader, row, field)


def test_what_is_about_two_asks_for_both() -> None:
    family = Shared()
    said = family.said(family.cleo, "Bea cries", about_id=family.bea.id)
    outcome = family.add("outcomes", for_id=family.bea.id)
    action = family.add("actions", outcome_id=outcome.id, who_person_id=family.ada.id)
    assert may_see(family.file, family.school, said)
    assert may_see(family.file, family.school, action)
    family.consent(family.bea, share="no", **ABLE)
    assert not may_see(family.file, family.school, said)
    assert not may_see(family.file, family.school, action)


def test_words_without_a_name_in_a_childs_columns_are_what_the_child_said() -> None:
    family = Shared()
    adults = family.agency("Relate")
    family.scope(family.file.consents[0], adults, included=True, subject="adults_said")
    reader = Recipient.agency(adults)
    for with_id, seen in ((family.ada.id, True), (family.bea.id, False)):
        talk = family.add("conversations", tool="columns", with_id=with_id)
        words = family.add("statements", tool="columns", conversation_id=talk.id, text="w")
        assert may_see(family.file, reader, words) is seen


@pytest.mark.parametrize(
    ("table", "values", "school", "club"),
    [
        ("findings", {}, True, True),
        ("framework_answers", {}, True, True),
        ("level_changes", {}, True, True),
        ("tool_uses", {"with_id": "bea"}, True, False),
        ("requests", {}, False, False),
        ("sharing_decisions", {}, False, False),
        ("escalations", {}, False, False),
        ("supervisions", {}, False, False),
        ("quality_audits", {}, False, False),
        ("check_answers", {}, False, False),
        ("same_people", {}, False, False),
    ],
)
def test_what_belongs_to_the_practitioner_goes_to_nobody(
    table: str, values: dict[str, str], school: bool, club: bool
) -> None:
    family = Shared()
    row = family.add(table, **dict.fromkeys(values, family.bea.id))
    seen = [may_see(family.file, one, row) for one in (family.school, family.outside)]
    assert seen == [school, club]


def test_the_score_of_a_childs_tool_is_the_childs_word() -> None:
    family = Shared()
    use = family.add("tool_uses", with_id=family.bea.id)
    score = family.add("tool_scores", use_id=use.id, area="Being safe", score=2)
    assert not may_see(family.file, family.outside, score)
    family.keep(use, family.ada)
    assert not may_see(family.file, family.mum, score)


@pytest.mark.parametrize("table", ["updates", "events"])
def test_an_unsafe_person_reads_nothing_of_where_the_children_are(table: str) -> None:
    family = Shared()
    dad = family.adult("Dan", unsafe=True)
    row = family.add(table)
    assert not may_see(family.file, Recipient.person(dad), row)


def test_why_a_meeting_was_without_them_is_not_told_to_them() -> None:
    family = Shared()
    meeting = family.add("meetings", kind="professional", why_without_family="they pretend")
    assert may_see(family.file, family.mum, meeting)
    assert not may_see(family.file, family.mum, meeting, "why_without_family")
