"""What is typed on a screen while it is being saved: neither lost nor brought back twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data import drafts
from data.records.people import Person
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.changes import Unreadable
from screens.desk import Desk
from screens.forms.editing import Editing
from tests.screens.running import KEY, make_family, make_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def editing(tmp_path: Path) -> Iterator[Editing]:
    """The people of one family, on a desk of its own."""
    path = tmp_path / "families.db"
    make_file(path)
    case_id = make_family(path, "Moss")
    with Store.open(path, Secret.from_key(KEY)) as store:
        yield Editing(Desk(store), "people", case_id, lambda _state: None)


def kept(editing: Editing) -> list[dict[str, str]]:
    """What the next run of the program would bring back."""
    store = editing._desk.store
    store.write(lambda _connection: None).result()
    return [one.text["rows"][0]["typed"] for one in drafts.left_behind(store.reading(), "", "")]


def test_a_draft_never_outlives_the_save_it_belongs_to(editing: Editing) -> None:
    row = editing.changes.new(Person, kind="adult", given="Bea")
    editing.touched()
    saved = editing.save()
    editing.flush()  # the clock's, or that of a field that is left
    saved.result()
    editing.go_on()
    assert editing.is_empty
    assert kept(editing) == []
    assert any(
        one.id == row.record_id for one in editing._desk.open_case(row.typed["case_id"]).file.people
    )


def test_what_came_to_nothing_is_no_draft(editing: Editing) -> None:
    editing.touched()  # a command that found nothing to do
    editing.flush()
    assert kept(editing) == []


def test_what_is_typed_while_it_is_being_saved_is_for_the_next_save(editing: Editing) -> None:
    row = editing.changes.new(Person, kind="adult", given="Bea")
    saved = editing.save()
    editing.typed(row, "family", "Moss")
    saved.result()
    editing.go_on()
    assert [(one.version, one.typed) for one in editing.changes.rows] == [(1, {"family": "Moss"})]
    editing.save().result()
    (bea,) = [
        one
        for one in editing._desk.open_case(editing.changes.case_id).file.people
        if one.given == "Bea"
    ]
    assert bea.family == "Moss"


def test_what_could_not_be_saved_is_a_draft_again(editing: Editing) -> None:
    row = editing.changes.new(Person, kind="adult", given="Bea")
    editing.typed(row, "born", "31/2/1990")
    with pytest.raises(Unreadable):
        editing.save().result()
    editing.flush()
    assert [one["born"] for one in kept(editing)] == ["31/2/1990"]
