"""Which conversation a statement belongs to."""

from __future__ import annotations

from datetime import date

import pytest

from data.records.assessment import Conversation, Statement
from ehtui.changes import ChangeSet
from screens.statements.owners import Owner
from screens.statements.talk import Talk

TODAY = date(2026, 9, 15)
MUM, SENCO, MIDWIFE = Owner("mum"), Owner(name="SENCo"), Owner(name="midwife")
TALKS = (
    Conversation(id="mum's", case_id="1", tool="columns", with_id="mum", on=TODAY, place="home"),
    Conversation(id="school's", case_id="1", tool="columns", on=TODAY, place="home"),
)
SAID = (Statement(case_id="1", part="worries", owner_name="SENCo", conversation_id="school's"),)


@pytest.mark.parametrize(
    ("owner", "said", "found"),
    [
        (MUM, SAID, "mum's"),
        (SENCO, SAID, "school's"),
        (MIDWIFE, SAID, None),  # a talk with one service is not the talk with another
        (MIDWIFE, (), "school's"),  # described before anything was said in it
        (Owner("dad"), SAID, None),
    ],
)
@pytest.mark.parametrize("chosen", TALKS)
def test_the_talk_is_the_one_with_this_owner(
    chosen: Conversation, owner: Owner, said: tuple[Statement, ...], found: str | None
) -> None:
    talk = Talk("columns", TODAY)
    talk.choose(chosen)
    saved = talk.saved(TALKS, owner, said)
    assert (saved and saved.id) == found


@pytest.mark.parametrize("other", [MUM, SENCO])
def test_a_talk_that_is_begun_stays_with_whom_it_was_begun(other: Owner) -> None:
    talk, changes = Talk("columns", TODAY), ChangeSet("1")
    row = changes.new(Conversation, place="clinic", with_id=None)
    assert talk.begun(changes, MIDWIFE) is row
    talk.note(changes, MIDWIFE)
    assert (talk.begun(changes, MIDWIFE), talk.begun(changes, other)) == (row, None)
