"""A row of which nothing is known that would tell it from others is not saved, and says why."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.records.assessment import Statement
from data.records.meetings import Meeting
from data.records.outcomes import Action, Outcome
from data.records.people import Agency, Person
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.changes import ChangeSet, Unreadable
from ehtui.opening import open_case
from ehtui.saving import save
from tests.screens.running import KEY, make_family, make_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.base import Record

TODAY = date(2026, 11, 22)
NEEDED: tuple[tuple[type[Record], dict[str, str], str, str], ...] = (
    (Person, {"kind": "adult", "phone": "07700 900142"}, "in_family", "dad, name not known"),
    (Person, {"kind": "adult", "given": "  "}, "given", "Zofia"),
    (Agency, {"phone": "0191 498 0100"}, "name", "School nursing"),
    (Statement, {"part": "worries", "owner_name": "SENCo", "text": " \n"}, "text", "tired"),
    (Outcome, {"target": "5 of 7"}, "title", "Sleeps through"),
    (Action, {"who": "mum", "due": "4/12"}, "what", "keep the diary"),
    (Meeting, {"kind": "review_taf", "place": "school"}, "on", "17/12"),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    path: Path = tmp_path_factory.mktemp("empty") / "families.db"
    make_file(path)
    case_id = make_family(path, "Field")
    with Store.open(path, Secret.from_key(KEY)) as store:
        yield store, case_id


@pytest.mark.parametrize(("record", "typed", "field", "text"), NEEDED)
def test_what_tells_a_row_from_others_is_asked_for_and_what_is_typed_stays(
    case: tuple[Store, str], record: type[Record], typed: dict[str, str], field: str, text: str
) -> None:
    store, case_id = case
    changes = ChangeSet(case_id)
    row = changes.new(record)
    row.typed.update(typed)
    with pytest.raises(Unreadable) as refused:
        save(store, changes, by="Robin", today=TODAY).result()
    (problem,) = refused.value.problems
    assert problem.sentence.startswith("Fill in “")
    assert problem.field == record.known_by[0]
    assert row.typed.items() >= typed.items()
    row.typed[field] = text
    save(store, changes, by="Robin", today=TODAY).result()


def test_the_last_name_of_somebody_is_not_taken_away(case: tuple[Store, str]) -> None:
    store, case_id = case
    child = open_case(store.reading(), case_id).file.children[0]
    changes = ChangeSet(case_id)
    changes.edit(child, given="", known_as="", family="", born=None)
    with pytest.raises(Unreadable):
        save(store, changes, by="Robin", today=TODAY).result()


def test_a_row_without_a_name_from_earlier_can_still_be_written_on(case: tuple[Store, str]) -> None:
    store, case_id = case
    changes = ChangeSet(case_id)
    row = changes.new(Outcome, title="sleep")
    save(store, changes, by="Robin", today=TODAY).result()
    store.write(
        lambda it: it.execute("UPDATE outcomes SET title = '' WHERE id = ?", (row.record_id,))
    ).result()
    file = open_case(store.reading(), case_id).file
    nameless = next(one for one in file.outcomes if one.id == row.record_id)
    changes = ChangeSet(case_id)
    changes.edit(nameless, target="5 of 7")
    save(store, changes, by="Robin", today=TODAY).result()
    outcomes = open_case(store.reading(), case_id).file.outcomes
    assert [one.target for one in outcomes if one.id == row.record_id] == ["5 of 7"]
