"""Drafts and settings: what is typed comes back as it was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data import drafts, settings
from data.drafts import Draft
from data.settings import Settings
from data.store.driver import dbapi2
from data.store.store import Store

if TYPE_CHECKING:
    from data.store.secrets import Secret

TYPED = Draft("d1", "run 1", "person", "c1", "r1", {"name": "Łucja", "born": "3/2/2"})


def keep(store: Store, *kept: Draft) -> None:
    for draft in kept:
        store.write(lambda c, draft=draft: drafts.keep(c, draft)).result()  # type: ignore[misc]


def left(store: Store, process: str = "run 2", device: str = "d1") -> list[Draft]:
    return [replace(d, at="") for d in drafts.left_behind(store.reading(), device, process)]


def test_a_draft_survives_the_run_that_typed_it(store: Store, secret: Secret) -> None:
    keep(store, TYPED)
    store.close()
    with Store.open(store.path, secret) as again:
        assert left(again) == [TYPED]


def test_ones_own_drafts_are_not_left_behind(store: Store) -> None:
    keep(store, TYPED)
    assert left(store, process="run 1") == []


def test_the_same_form_keeps_its_latest_text(store: Store) -> None:
    later = replace(TYPED, text={"name": "Łucja Nowak", "born": "3/2/26"})
    keep(store, TYPED, later)
    assert left(store) == [later]


def test_two_forms_of_a_case_have_a_draft_each(store: Store) -> None:
    other = replace(TYPED, record="r2", text={"name": ""})
    keep(store, TYPED, other)
    assert sorted(d.record for d in left(store)) == ["r1", "r2"]


def test_dropping_takes_only_that_draft(store: Store) -> None:
    other = replace(TYPED, form="visit")
    keep(store, TYPED, other)
    store.write(lambda c: drafts.drop(c, TYPED)).result()
    assert left(store) == [other]


def test_drafts_of_a_file_brought_back_on_another_device_come_too(store: Store) -> None:
    keep(store, TYPED)
    assert left(store, device="d2", process="run 1") == [TYPED]


@pytest.mark.parametrize(
    "text", ["[/] \x1b[31m", "\u202eright to left", "\ud800", "\0", "x" * 10_000]
)
def test_any_text_comes_back(store: Store, text: str) -> None:
    draft = replace(TYPED, text={"words": text})
    keep(store, draft)
    assert left(store) == [draft]


def test_a_save_that_fails_leaves_the_draft(store: Store) -> None:
    keep(store, TYPED)

    def save(connection: dbapi2.Connection) -> None:
        connection.execute("DELETE FROM draft")
        connection.execute("INSERT INTO setting VALUES ('device', 'twice')")

    with pytest.raises(dbapi2.IntegrityError):
        store.write(save).result()
    assert left(store) == [TYPED]


def test_settings_come_back(store: Store) -> None:
    assert settings.read(store.reading()) == Settings(device=store.device_id)
    mine = Settings("Zoë O'Neill", store.device_id, "somewhere", "01632 960001", "999", True)
    store.write(lambda c: settings.write(c, mine)).result()
    assert settings.read(store.reading()) == mine


def test_settings_never_change_the_device(store: Store) -> None:
    store.write(lambda c: settings.write(c, Settings(device="another"))).result()
    assert settings.read(store.reading()).device == store.device_id
