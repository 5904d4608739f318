"""The paper case: what stands on the paper stands in the record, under the right heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.demo.reading import PAPER_CASE, WRITTEN, families
from data.rows import case_file
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.demo import filling

if TYPE_CHECKING:
    from data.casefile import CaseFile


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    """The demo's first family, as it is loaded."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with Store.create(path, Secret.from_key(bytes(32))) as store:
        filling.fill(store, 1, 1, WRITTEN)
        row = store.reading().execute("SELECT id FROM cases").fetchone()
        return case_file(store.reading(), row["id"])


def test_it_is_the_first_family() -> None:
    assert families()[0].file == PAPER_CASE


PAPER: list[tuple[str, str]] = [
    ("cases.family_name", "O'Connor-Łukasik"),
    ("cases.first_concern", "2026-09-03"),
    ("cases.plan_started", "2026-09-09"),
    ("cases.plan_dated", "2026-09-21"),
    ("cases.central_number", "NEH-26-03318"),
    ("people.given", "Siân"),
    ("people.born", "1988-02-14"),
    ("people.address", "Flat 2, 118a Glasshouse Row"),
    ("people.postcode", "NE6 9ZZ"),
    ("people.phone", "07700 900142"),
    ("people.languages", "English, Polish"),
    ("people.family", "Łukasik"),
    ("people.born_as_told", "about 63"),
    ("people.address", "round the corner"),
    ("people.interpreter", "Polish"),
    ("people.born", "1985-11-30"),
    ("people.address", "Byker"),
    ("people.in_family", "dad of the two big ones"),
    ("people.in_family", "father of the baby"),
    ("people.given", "Caoimhe"),
    ("people.known_as", "Keeva"),
    ("people.born", "2011-03-01"),
    ("people.school", "Stotts Lane Academy"),
    ("people.school_year", "Y11"),
    ("people.upn", "B801200005001"),
    ("people.given", "Tomasz"),
    ("people.known_as", "Tomek"),
    ("people.born", "2018-06-19"),
    ("people.school_year", "Y4"),
    ("people.school", "St Oswin's primary"),
    ("people.needs", "autism pathway"),
    ("people.needs", "speech therapist (SaLT)"),
    ("people.nhs_number", "943 476 5870"),
    ("people.expected", "2027-01-29"),
    ("people.expected_as_told", '"the 29th, they think"'),
    ("notes.text", "he and mum don't agree about much"),
    ("notes.text", "no surname given, doesn't live there"),
    ("notes.text", "School rang on the 3rd"),
    ("notes.text", "is not to be given anything in writing"),
    ("consents.words", "mum is not to see the bit about the texts"),
    ("consents.words", "Yes to the plan, yes to school and midwife knowing; not the texts."),
    ("consents.understood_how", "I asked her to tell it back to me and she did"),
    ("consents.capacity_reasons", "what the plan is, who'd see it and that she can say no"),
    ("consents.pressure", "No pressure that I could see"),
    ("consents.capacity_reasons", "She is 15"),
    ("enquiries.on", "2026-09-08"),
    ("enquiries.asked", "spoke to duty"),
    ("enquiries.reference", "none"),
    ("enquiries.closed_year", "2022"),
    ("consents.on", "2026-09-09"),
    ("consents.stored_how", "electronic"),
    ("consents.privacy_notice", "2026-09-09"),
    ("consents.on", "2026-09-10"),
    ("consents.words", "does not want the GP told anything, signs nothing"),
    ("consent_scopes.note", "about the rent only"),
    ("statements.text", "I'm up three times a night with Tomek and I'm shattered"),
    ("statements.text", "rent £640 behind, letter from housing dated 28/8"),
    ("statements.text", "sees her mother daily"),
    ("statements.text", "school run never missed"),
    ("statements.text", "Keeva helps"),
    ("statements.remark", "I think too much, my opinion"),
    ("statements.text", "sleep"),
    ("statements.text", "a plan for the rent"),
    ("statements.text", "someone to come to the autism appointment 13/10"),
    ("statements.text", "she's doing it all on her own and won't say"),
    ("statements.text", "he has them alternate weekends"),
    ("statements.text", "to be told things directly, not through Keeva"),
    ("statements.text", "83.4 % in the summer term (94.1 % the year before)"),
    ("statements.text", "Seems tired"),
    ("statements.on", "2026-09-10"),
    ("statements.text", "booked late, at 18 weeks"),
    ("statements.text", "all well so far"),
    ("conversations.on", "2026-09-15"),
    ("conversations.place", "school library"),
    ("conversations.present", "only me there"),
    ("conversations.written_by", "she wrote it herself"),
    ("conversations.may_show", "school yes, mum not the starred one"),
    ("conversations.present", "mum in the next room"),
    ("conversations.written_by", "he drew and pointed, I wrote"),
    ("statements.text", "mum crying"),
    ("statements.text", "the texts from year 13 lad"),
    ("statements.text", "babcia's kitchen"),
    ("statements.text", "art"),
    ("statements.text", "own room 😂"),
    ("statements.text", "college for art"),
    ("statements.text", "the bang downstairs"),
    ("statements.text", "trains"),
    ("statements.text", "Keeva's tablet"),
    ("statements.text", "Snowdon steam"),
    ("loggings.on", "2026-09-21"),
    ("loggings.number", "NEH-26-03318"),
    ("outcomes.title", "Tomek sleeps through 5 nights of 7 by the end of term (18 Dec)"),
    ("outcomes.starting", "1 of 7"),
    ("outcomes.measure", "mum's sleep diary"),
    ("outcomes.measured_by", "mum keeps the diary"),
    ("outcomes.by", "2026-12-18"),
    ("outcomes.contingency", "If nothing changes by 20 Nov: ask for paediatric sleep clinic"),
    ("outcomes.contingency_by", "2026-11-20"),
    ("actions.what", "Sleep plan"),
    ("actions.who", "school nurse"),
    ("actions.due", "2026-10-09"),
    ("actions.what", "Check weekly"),
    ("outcomes.title", "repayment agreed with housing by 16/10 and kept for 8 weeks"),
    ("outcomes.starting", "£640"),
    ("outcomes.target", "under £300"),
    ("actions.who", "mum + housing income officer"),
    ("actions.due", "2026-10-16"),
    ("actions.what", "Sit in"),
    ("outcomes.contingency", "debt advice, housing asked to hold notice"),
    ("outcomes.title", "Keeva feels better"),
    ("notes.text", "needs work: say how we'd know, by when"),
    ("actions.what", "attendance 90 % by end of autumn term 18/12"),
    ("actions.due", "2026-12-18"),
    ("actions.what", "Art club from 1 Oct"),
    ("actions.due", "2026-10-01"),
    ("actions.what", "young carers' assessment"),
    ("actions.first_due", "2026-09-30"),
    ("actions.due", "2026-11-06"),
    ("meetings.on", "2026-10-01"),
    ("meetings.at", "15:45"),
    ("meetings.place", "school meeting room and by video"),
    ("attendances.part", "first ten minutes"),
    ("attendances.part", "chair"),
    ("attendances.part", "minutes"),
    ("attendances.part", "by video, for the rent only"),
    ("agenda_items.notes", "Apologies: speech therapist"),
    ("agenda_items.notes", "Declan invited, didn't come, wants the minutes"),
    ("agenda_items.notes", "Confidentiality explained"),
    ("agenda_items.notes", "SENCo to send the autism-pathway date to Declan by 5/10"),
    ("actions.due", "2026-10-05"),
    ("scales.question", "how safe and settled does it feel"),
    ("meetings.next_on", "2026-10-22"),
    ("meetings.on", "2026-10-22"),
    ("progress.value", "3 of 7"),
    ("progress.value", "£520"),
    ("progress.note", "first two payments made"),
    ("progress.value", "88.9 % this term"),
    ("agenda_items.notes", "Keeva scale 4 → 6 (mum says 5, SENCo 6)"),
    ("progress.note", "not asked for: overdue, me, now by 6 Nov"),
    ("progress.moved_to", "2026-11-06"),
    ("actions.what", "referral to parenting group"),
    ("actions.status", "declined"),
    ("meetings.next_step_why", "Plan continues, nothing new"),
    ("meetings.next_on", "2026-12-17"),
    ("calls.on", "2026-11-03"),
    ("calls.at", "09:10"),
    ("calls.asked", "It's housing, about the O'Connor boy?"),
    ("calls.who", "Caller said council housing"),
    ("calls.told", "ang back through the switchboard, genuine"),
    ("calls.told", "he plan exists, my name and number"),
    ("calls.not_told", "Not told anything else"),
]


def texts(file: CaseFile) -> list[tuple[str, str]]:
    return [
        (f"{row.__tablename__}.{name}", str(value))
        for row in file.rows()
        for name, value in vars(row).items()
        if not name.startswith("_")
    ]


@pytest.mark.parametrize(("where", "phrase"), PAPER)
def test_what_stands_on_the_paper_stands_in_the_record(
    paper: CaseFile, where: str, phrase: str
) -> None:
    assert any(place == where and phrase in text for place, text in texts(paper))


def test_the_two_parents_and_the_daughter_each_said_something_else(paper: CaseFile) -> None:
    by = {paper.name(one.by_id): one for one in paper.consents}
    assert {name: (one.start, one.store, one.share, one.how) for name, one in by.items()} == {
        "Keeva": ("yes", "yes", "yes", "spoken"),
        "Siân": ("yes", "yes", "yes", "signed"),
        "Declan": ("heard", "", "", "phone"),
    }
    scopes = {
        (paper.name(consent.by_id), paper.name(one.agency_id)): (one.included, one.subject)
        for consent in paper.consents
        for one in paper.consent_scopes
        if one.consent_id == consent.id
    }
    assert scopes["Siân", "Housing"] == (True, "housing")
    assert [pair for pair, (included, _) in scopes.items() if not included] == [
        ("Siân", "Declan's employer"),
        ("Siân", "the church"),
        ("Declan", "GP"),
    ]


def test_the_texts_are_kept_from_mum(paper: CaseFile) -> None:
    [texts_row] = [one for one in paper.statements if one.text == "the texts from year 13 lad"]
    kept_from = {
        paper.name(one.from_person_id or one.from_agency_id)
        for one in paper.restrictions
        if one.record_id == texts_row.id and not one.lifted
    }
    assert kept_from == {"Siân", "Midwife"}


def test_who_came_to_the_first_taf(paper: CaseFile) -> None:
    came = {
        paper.name(one.member_id): one.state
        for one in paper.attendances
        if one.meeting_id == paper.held_meetings[0].id
    }
    assert [name for name, state in came.items() if state != "present"] == [
        "Speech therapist",
        "Declan",
    ]
    assert len(came) == 8


def test_scores_stand_beside_each_other(paper: CaseFile) -> None:
    scores = [
        (str(one.on), paper.name(one.owner_id, one.owner_name), one.score) for one in paper.scales
    ]
    assert scores == [
        ("2026-10-01", "Keeva", 4),
        ("2026-10-22", "Keeva", 6),
        ("2026-10-22", "Siân", 5),
        ("2026-10-22", "SENCo", 6),
    ]


def test_the_weak_outcome_is_a_draft_and_nothing_is_recorded_as_sent(paper: CaseFile) -> None:
    assert [one.status for one in paper.outcomes] == ["open", "open", "draft"]
    assert paper.copies == []
