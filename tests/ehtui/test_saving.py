"""One change set is one transaction: records, trace, due rows and draft together, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest

from data import drafts
from data.drafts import Draft
from data.lookup.index import faults
from data.procedures.loading import default_id, load, read_text
from data.records.cases import Case, Note
from data.records.consent import Consent
from data.records.meetings import Member
from data.records.outcomes import Action, Outcome
from data.records.people import Person
from data.trace import history, verify
from ehtui.beginning import begin_case
from ehtui.changes import ChangeSet, Unreadable
from ehtui.opening import OpenCase, open_case
from ehtui.refusals import LedgerEntry, StaleSave
from ehtui.saving import save

if TYPE_CHECKING:
    from data.store.store import Store

TODAY = date(2026, 11, 22)


def keep(store: Store, changes: ChangeSet, draft: Draft | None = None) -> None:
    save(store, changes, by="Robin", today=TODAY, draft=draft).result()


@pytest.fixture
def case_id(store: Store) -> str:
    procedure = default_id()
    changes = begin_case(store.reading(), load(procedure), read_text(procedure), Random(1))
    row = changes.row(changes.case_id)
    assert row is not None
    row.put(family_name="O'Connor-Łukasik")
    changes.new(Person, kind="child", given="Tomasz", born=date(2018, 6, 19))
    outcome = changes.new(Outcome, number=1, title="Sleeps through")
    changes.new(
        Action,
        outcome_id=outcome.record_id,
        what="keep the diary",
        who="mum",
        due=date(2026, 11, 6),
        first_due=date(2026, 9, 30),
    )
    keep(store, changes)
    return changes.case_id


def opened(store: Store, case_id: str) -> OpenCase:
    return open_case(store.reading(), case_id)


def count(store: Store, table: str) -> int:
    found: int = store.reading().execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


def test_a_new_case_can_be_opened_with_its_procedure(store: Store, case_id: str) -> None:
    case = opened(store, case_id)
    assert case.file.case.family_name == "O'Connor-Łukasik"
    assert case.file.people[0].born == date(2018, 6, 19)
    assert case.procedure.id == default_id()


def test_what_was_read_is_never_set_and_reads_the_same_again(store: Store, case_id: str) -> None:
    person = opened(store, case_id).file.people[0]
    with pytest.raises(AttributeError):
        person.given = "Tomek"
    assert opened(store, case_id).file.people == [person]


def test_saving_writes_what_follows_from_the_facts(store: Store, case_id: str) -> None:
    due = store.reading().execute("SELECT what, due FROM due WHERE kind = 'action'").fetchall()
    assert [tuple(row) for row in due] == [("keep the diary", "2026-11-06")]
    assert count(store, "summaries") == 1


def test_every_changed_field_is_traced_with_its_value_before(store: Store, case_id: str) -> None:
    person = opened(store, case_id).file.people[0]
    changes = ChangeSet(case_id)
    changes.edit(person, known_as="Tomek")
    keep(store, changes)
    last = history(store.reading(), person.id)[-1]
    assert (last.field, last.before, last.after, last.who) == ("known_as", "", "Tomek", "Robin")
    assert verify(store.reading()) == []


@pytest.mark.parametrize(
    "values",
    [
        {"given": "Tomek"},
        {"family": "Nowak"},
        {"known_as": "Tomek"},
        {"other_names": "Tommy"},
        {"born": date(2018, 6, 20)},
        {"address": "4 Elm Row"},
        {"postcode": "NE4 9AB"},
        {"school": "Ash Grange"},
    ],
    ids=lambda values: next(iter(values)),
)
def test_people_are_found_by_what_is_saved_of_them(
    store: Store, case_id: str, values: dict[str, object]
) -> None:
    changes = ChangeSet(case_id)
    changes.edit(opened(store, case_id).file.people[0], **values)
    keep(store, changes)
    assert faults(store.reading()) == []


def test_people_are_found_as_they_come_and_go_and_by_the_familys_name(
    store: Store, case_id: str
) -> None:
    procedure = default_id()
    begun = begin_case(store.reading(), load(procedure), read_text(procedure), Random(2))
    more = ChangeSet(case_id)
    more.new(Person, kind="child", given="Zosia")
    renamed = ChangeSet(case_id)
    renamed.edit(opened(store, case_id).file.case, family_name="Łukasik")
    fewer = ChangeSet(case_id)
    fewer.remove(opened(store, case_id).file.people[0])
    for changes in (begun, more, renamed, fewer):
        keep(store, changes)
        assert faults(store.reading()) == []


def test_saving_the_same_again_leaves_no_trace(store: Store, case_id: str) -> None:
    before = count(store, "trace")
    changes = ChangeSet(case_id)
    changes.edit(opened(store, case_id).file.people[0], given="Tomasz")
    keep(store, changes)
    assert count(store, "trace") == before


def test_a_stale_save_writes_nothing_and_gives_both_texts(store: Store, case_id: str) -> None:
    person = opened(store, case_id).file.people[0]
    theirs, mine = ChangeSet(case_id), ChangeSet(case_id)
    theirs.edit(person, given="Tomas")
    mine.edit(person, given="Tomek")
    keep(store, theirs)
    with pytest.raises(StaleSave) as refused:
        keep(store, mine)
    conflict = refused.value.conflicts[0]
    assert (conflict.theirs, conflict.mine, conflict.their_version) == ("Tomas", "Tomek", 2)
    assert opened(store, case_id).file.people[0].given == "Tomas"


def test_one_bad_field_keeps_everything_out(store: Store, case_id: str) -> None:
    changes = ChangeSet(case_id)
    changes.new(Person, kind="child", given="Zofia")
    bad = changes.new(Person, kind="child", given="Ola")
    bad.typed["born"] = "31 feb 2020"
    with pytest.raises(Unreadable) as refused:
        keep(store, changes)
    assert [(one.field, one.record_id) for one in refused.value.problems] == [
        ("born", bad.record_id)
    ]
    assert count(store, "people") == 1


def test_a_value_out_of_range_is_said_in_a_sentence(store: Store, case_id: str) -> None:
    from data.records.assessment import Scale

    changes = ChangeSet(case_id)
    changes.new(Scale, question="how safe").typed["score"] = "11"
    with pytest.raises(Unreadable) as refused:
        keep(store, changes)
    assert "10" in refused.value.problems[0].sentence


def test_the_draft_goes_with_the_save_and_stays_without_it(store: Store, case_id: str) -> None:
    changes = ChangeSet(case_id)
    changes.new(Person, kind="child").typed.update(given="Zofia", born="31 feb")
    draft = Draft(store.device_id, "run-1", "people", case_id, "", changes.to_draft())
    store.write(lambda connection: drafts.keep(connection, draft)).result()
    with pytest.raises(Unreadable):
        keep(store, changes, draft)
    left = drafts.left_behind(store.reading(), store.device_id, "run-2")
    back = ChangeSet.from_draft(left[0].text)
    assert back == changes
    back.rows[0].typed["born"] = "28 feb 2022"
    keep(store, back, replace(draft, text=back.to_draft()))
    assert drafts.left_behind(store.reading(), store.device_id, "run-2") == []
    assert opened(store, case_id).file.people[1].given == "Zofia"


def test_a_saved_consent_is_never_changed(store: Store, case_id: str) -> None:
    changes = ChangeSet(case_id)
    changes.new(Consent, start="yes")
    keep(store, changes)
    again = ChangeSet(case_id)
    again.edit(opened(store, case_id).file.consents[0], start="no")
    with pytest.raises(LedgerEntry):
        keep(store, again)


def test_a_removed_row_is_gone_and_the_trace_keeps_what_stood_in_it(
    store: Store, case_id: str
) -> None:
    action = opened(store, case_id).file.actions[0]
    changes = ChangeSet(case_id)
    changes.remove(action)
    keep(store, changes)
    assert opened(store, case_id).file.actions == []
    kept = {one.field: one.before for one in history(store.reading(), action.id)}
    assert kept["what"] == "keep the diary"


def test_what_names_a_row_that_is_gone_is_said_and_not_written(store: Store, case_id: str) -> None:
    outcome = opened(store, case_id).file.outcomes[0]
    typed = ChangeSet(case_id)
    action = typed.new(Action, outcome_id=outcome.id, what="ring the school")
    gone = ChangeSet(case_id)
    gone.remove(opened(store, case_id).file.actions[0])
    gone.remove(outcome)
    keep(store, gone)
    with pytest.raises(Unreadable) as wrong:
        keep(store, typed)
    assert [(one.record_id, one.field) for one in wrong.value.problems] == [
        (action.record_id, "outcome_id")
    ]
    assert count(store, "actions") == 0


def test_a_row_that_another_names_is_not_removed(store: Store, case_id: str) -> None:
    changes = ChangeSet(case_id)
    changes.remove(opened(store, case_id).file.outcomes[0])
    with pytest.raises(Unreadable) as wrong:
        keep(store, changes)
    assert "an action" in wrong.value.problems[0].sentence
    assert count(store, "outcomes") == 1


def test_two_cases_share_one_kept_procedure(store: Store, case_id: str) -> None:
    procedure = default_id()
    keep(store, begin_case(store.reading(), load(procedure), read_text(procedure), Random(2)))
    assert count(store, "cases") == 2
    assert count(store, "procedure_texts") == 1


@pytest.mark.parametrize(
    ("since", "until", "good"),
    [("1 oct 2026", "30 sep 2026", False), ("1 oct 2026", "1 oct 2026", True)],
)
def test_an_end_does_not_come_before_its_start(
    store: Store, case_id: str, since: str, until: str, good: bool
) -> None:
    changes = ChangeSet(case_id)
    changes.new(Member, name="Ms Diaz").typed.update(since=since, until=until)
    if good:
        keep(store, changes)
        return
    with pytest.raises(Unreadable) as refused:
        keep(store, changes)
    assert refused.value.problems[0].field == "until"
    assert "Since" in refused.value.problems[0].sentence


def test_the_day_to_follow_is_called_as_the_procedure_calls_it(store: Store, case_id: str) -> None:
    changes, case = ChangeSet(case_id), opened(store, case_id)
    row = changes.edit(case.file.case)
    row.typed.update(plan_started="1 oct 2026", plan_dated="30 sep 2026")
    with pytest.raises(Unreadable) as refused:
        keep(store, changes)
    sentence = refused.value.problems[0].sentence
    assert case.wording.label(Case, "plan_started") in sentence
    assert "{" not in sentence


@pytest.mark.parametrize(
    "text", ["[/]", "=1+1", "'; DROP TABLE people; --", "\u05e9\u05dc\u05d5\u05dd", "x" * 10_000]
)
def test_hostile_text_is_kept_as_text(store: Store, case_id: str, text: str) -> None:
    changes = ChangeSet(case_id)
    changes.new(Note, kind="note").typed["text"] = text
    keep(store, changes)
    assert opened(store, case_id).file.notes[0].text == text


def test_no_message_repeats_what_was_typed(store: Store, case_id: str) -> None:
    changes = ChangeSet(case_id)
    row = changes.new(Person, kind="child")
    row.typed.update(given="Zebedee " * 50, born="Zebedee", lives_in_home="Zebedee")
    with pytest.raises(Unreadable) as refused:
        keep(store, changes)
    said = [str(refused.value), *(one.sentence for one in refused.value.problems)]
    assert len(said) == 4
    assert not any("Zebedee" in sentence for sentence in said)
