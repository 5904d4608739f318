"""What must hold whatever is in the ledger: no word against ever opens a door."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ehtui.process.consent.allowed import may_share, may_start, may_store
from ehtui.process.sharing.may_go import may_go
from ehtui.process.sharing.recipients import Recipient
from tests.ehtui.process.families import ABLE, Family, may_see

if TYPE_CHECKING:
    from data.records.people import Agency, Person

ANSWERS = ["", "yes", "no", "heard", "withdrawn"]
SUBJECTS = ["everything", "health", "plan"]
FIRST = date(2026, 9, 1)
LAST = "2027-01-01"


@st.composite
def ledgers(draw: st.DrawFn) -> Family:
    """Two parents, two children, two services, and whatever they may have said."""
    family = Family()
    adults = [family.adult(name) for name in ("Ada", "Ben", "Gran")]
    children = [family.child("Bea", "2011-03-01"), family.child("Cleo", "2018-06-19")]
    for adult, child in product(adults[:2], children):
        family.tie(adult, child, "mother", responsible=True)
    agencies = [family.agency("School"), family.agency("Team", "early_help_team")]
    for _ in range(draw(st.integers(0, 4))):
        speaker = draw(st.sampled_from([*adults, children[0]]))
        named = st.tuples(st.sampled_from(agencies), st.sampled_from(SUBJECTS))
        family.consent(
            speaker,
            (FIRST + timedelta(days=draw(st.integers(0, 5)))).isoformat(),
            about=draw(st.sampled_from([None, *children])),
            to=draw(st.lists(named, max_size=2)),
            but=draw(st.lists(named, max_size=2)),
            conflict=draw(st.sampled_from(["", "decided by the manager"])),
            **{part: draw(st.sampled_from(ANSWERS)) for part in ("start", "store", "share")},
            **(ABLE if speaker.is_child else {}),
        )
    return family


def doors(family: Family) -> set[object]:
    """Everything that is allowed."""
    file = family.file
    everyone = [None, *(one.id for one in file.people)]
    readers = [*(Recipient.agency(one) for one in file.agencies), Recipient.central_log()]
    parts = (may_start, may_store, may_share)
    found: set[object] = {
        (part.__name__, who) for part, who in product(parts, everyone) if part(file, who)
    }
    found |= {
        (reader.name, who, subject)
        for reader, who, subject in product(readers, everyone, SUBJECTS)
        if may_go(file, reader, who, subject)
    }
    return found


def speaker_of(family: Family, data: st.DataObject) -> Person:
    return data.draw(st.sampled_from([one for one in family.file.people if one.given != "Cleo"]))


@given(ledgers(), st.data())
@settings(max_examples=60)
def test_an_exclusion_never_widens(family: Family, data: st.DataObject) -> None:
    before = doors(family)
    agency = data.draw(st.sampled_from(family.file.agencies))
    subject = data.draw(st.sampled_from(SUBJECTS))
    speaker = speaker_of(family, data)
    entry = data.draw(st.sampled_from([None, *family.file.consents]))
    if entry:
        family.scope(entry, agency, included=False, subject=subject)
    else:
        able = ABLE if speaker.is_child else {}
        family.consent(speaker, LAST, but=[(agency, subject)], **able)
    assert doors(family) <= before


@given(ledgers(), st.data())
@settings(max_examples=60)
def test_a_withdrawal_never_widens(family: Family, data: st.DataObject) -> None:
    before = doors(family)
    speaker = speaker_of(family, data)
    about = data.draw(st.sampled_from([None, *family.file.children]))
    said: dict[str, Any] = {
        part: data.draw(st.sampled_from(["", "withdrawn"])) for part in ("store", "share")
    }
    able = ABLE if speaker.is_child else {}
    family.consent(speaker, LAST, about=about, start="withdrawn", **said, **able)
    assert doors(family) <= before


@given(ledgers(), st.data())
@settings(max_examples=60)
def test_what_is_corrected_has_no_effect(family: Family, data: st.DataObject) -> None:
    before = doors(family)
    speaker = speaker_of(family, data)
    said: dict[str, Any] = {
        part: data.draw(st.sampled_from(ANSWERS)) for part in ("start", "store", "share")
    }
    named = [(one, "everything") for one in family.file.agencies]
    wrong = family.consent(speaker, to=named[:1], but=named[1:], **said, **ABLE)
    family.consent(speaker, replaces_id=wrong.id)  # corrected to: nothing was asked
    assert doors(family) == before


@given(ledgers(), st.data())
@settings(max_examples=60)
def test_restricting_hides_and_lifting_has_no_trace(family: Family, data: st.DataObject) -> None:
    file = family.file
    statements = [family.said(owner, "words") for owner in file.people]
    readers = [
        *(Recipient.agency(one) for one in file.agencies),
        *(Recipient.person(one) for one in file.people),
    ]

    def seen() -> set[tuple[str, str]]:
        return {
            (reader.id, one.id)
            for reader, one in product(readers, statements)
            if may_see(file, reader, one, "text")
        }

    before = seen()
    anybody: list[Person | Agency] = [*file.agencies, *file.people]
    kept_from = data.draw(st.sampled_from(anybody))
    one = data.draw(st.sampled_from(statements))
    kept = family.keep(one, kept_from, data.draw(st.sampled_from(["", "text"])))
    assert seen() == before - {(kept_from.id, one.id)}
    kept.lifted = date(2026, 10, 1)
    assert seen() == before
