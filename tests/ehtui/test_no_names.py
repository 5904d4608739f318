"""Nobody's name is in any message that could be pasted into a report of a fault."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.drafts import Draft
from data.records.all import RECORDS
from data.records.consent import Consent
from data.records.fields import described
from data.records.people import Person
from data.store.driver import dbapi2
from data.store.errors import StoreError, plainly
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.changes import ChangeSet, Unreadable
from ehtui.entry import BadEntry, read_entry
from ehtui.opening import open_case
from ehtui.refusals import LedgerEntry, StaleSave
from ehtui.saving import save
from tests.screens.running import KEY, make_family, make_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.records.base import Record

NAME = "Zzyzx Qwertov"
TODAY = date(2026, 11, 22)
FIELDS = [
    (record, field)
    for record in RECORDS
    for field, words in described(record).items()
    if words.kind != "blob"  # a file that is attached, never typed
]
ODD = (NAME, NAME * 1000, f"{NAME} 31/2", f"[bold]{NAME}[/]", f"{NAME}\x1b[31m", f"'; {NAME} --")


def names(text: object) -> bool:
    return any(part in str(text) for part in NAME.split())


@pytest.mark.parametrize(("record", "field"), FIELDS)
def test_no_field_repeats_what_it_could_not_read(record: type[Record], field: str) -> None:
    for text in ODD:
        wrong = unread(record, field, text)
        if wrong is not None:
            assert not names(wrong)
            assert wrong.__suppress_context__ or wrong.__context__ is None


def unread(record: type[Record], field: str, text: str) -> BadEntry | None:
    try:
        read_entry(record, field, text, TODAY)
    except BadEntry as wrong:
        return wrong
    return None


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """A file whose every word is the name."""
    path: Path = tmp_path_factory.mktemp("marked") / "families.db"
    make_file(path)

    def fill(changes: ChangeSet) -> None:
        mum = changes.new(Person, kind="adult", given=NAME, known_as=NAME, needs=NAME)
        changes.new(
            Consent, by_id=mum.record_id, on=date(2026, 9, 9), start="yes", words=NAME,
            capacity="parental_responsibility",
        )  # fmt: skip

    case_id = make_family(path, NAME, fill)
    with Store.open(path, Secret.from_key(KEY)) as store:
        yield store, case_id


def refused(store: Store, changes: ChangeSet, draft: Draft | None = None) -> Exception:
    with pytest.raises(Exception) as error:  # noqa: PT011 each kind is asked for by its caller
        save(store, changes, by="Robin", today=TODAY, draft=draft).result()
    return error.value


def test_what_cannot_be_read_is_named_by_its_field(marked: tuple[Store, str]) -> None:
    store, case_id = marked
    changes = ChangeSet(case_id)
    changes.new(Person, kind="adult").typed.update(
        given=NAME, family=NAME * 1000, born=NAME, lives_in_home=NAME
    )
    error = refused(store, changes)
    assert isinstance(error, Unreadable)
    assert len(error.problems) == 3
    assert not names(error)
    assert not any(names(one.sentence) for one in error.problems)


def test_what_was_saved_meanwhile_is_shown_and_not_told(marked: tuple[Store, str]) -> None:
    store, case_id = marked
    mum = next(one for one in open_case(store.reading(), case_id).file.adults)
    first, second = ChangeSet(case_id), ChangeSet(case_id)
    first.edit(mum, needs=f"{NAME} 1")
    second.edit(mum, needs=f"{NAME} 2")
    save(store, first, by="Robin", today=TODAY).result()
    error = refused(store, second)
    assert isinstance(error, StaleSave)
    assert names(error.conflicts[0].mine)
    assert not names(error)


def test_the_ledger_keeps_its_words_to_itself(marked: tuple[Store, str]) -> None:
    store, case_id = marked
    changes = ChangeSet(case_id)
    changes.edit(open_case(store.reading(), case_id).file.consents[0], words=f"{NAME} 2")
    error = refused(store, changes)
    assert isinstance(error, LedgerEntry)
    assert not names(error)


def test_a_broken_rule_of_the_tables_names_the_column(marked: tuple[Store, str]) -> None:
    store, case_id = marked
    changes = ChangeSet(case_id)
    changes.new(Consent, by_id=NAME, words=NAME, on=TODAY)
    error = refused(store, changes)
    assert isinstance(error, dbapi2.IntegrityError | Unreadable | StoreError)
    assert not names(error)


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, NAME),
        PermissionError(13, NAME),
        FileNotFoundError(2, NAME),
        IsADirectoryError(21, NAME),
        FileExistsError(17, NAME),
    ],
)
def test_what_the_system_says_is_put_in_our_words(error: OSError, path: Path) -> None:
    with pytest.raises(StoreError) as plain, plainly(path):
        raise error
    assert not names(plain.value)
    assert plain.value.__suppress_context__
