"""The ledger as a table, and one entry to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.codes.lists import words
from ehtui.dates import show_short
from ehtui.process.consent.capacity import age_when_asked, capacity_gaps, has_capacity
from ehtui.process.consent.ledger import PARTS, scopes_of
from screens.commands import Command, CommandModal, key_name
from screens.consent.commands import CorrectEntry
from screens.widgets.data_list import Row

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.casefile import CaseFile
    from data.records.consent import Consent, ConsentScope
    from ehtui.opening import OpenCase

COLUMNS = ("asked", *PARTS, "how", "when")
SHORT = {
    "parental_responsibility": "PR",
    "competent_child": "Gillick",
    "young_person": "young person",
    "mother_of_unborn": "mother of the unborn",
    "primary_carer": "main carer",
    "adult_self": "adult",
    "none": "heard only",
}
COUNTING = ("yes", "no", "withdrawn")
"""Answers that decide something when whoever gave them has a say."""
NEVER_CHANGED = (
    f"A saved entry is never changed; {key_name(CorrectEntry.key)} writes one that takes its place."
)
ANSWERS = {"yes": "yes", "no": "no", "heard": "heard", "withdrawn": "back", "": "–"}


def ledger_rows(file: CaseFile) -> list[Row]:
    """Return the entries, newest first; one that was corrected says so."""
    replaced = {one.replaces_id for one in file.consents}
    order = {one.id: place for place, one in enumerate(file.consents)}
    newest = sorted(file.consents, key=lambda one: (str(one.on or ""), order[one.id]), reverse=True)
    return [
        Row(
            one.id,
            (
                _who(file, one),
                ANSWERS.get(one.start, one.start),
                ANSWERS.get(one.store, one.store),
                _share(file, one),
                "corrected" if one.id in replaced else _how(one),
                show_short(one.on) if one.on else "no day",
            ),
            "" if one.id in replaced else _why_not(file, one),
        )
        for one in newest
    ]


def _why_not(file: CaseFile, one: Consent) -> str:
    """Say in words why what somebody answered counts for nobody; empty where it counts."""
    answered = any(getattr(one, part) in COUNTING for part in PARTS)
    if not answered or has_capacity(file, one):
        return ""
    if one.capacity == "none":
        return "does not count: asked only to be heard"
    first, *others = capacity_gaps(file, one)
    more = f" And {len(others)} more: Enter shows them." if others else ""
    return f"does not count: {first}{more}"


def _who(file: CaseFile, one: Consent) -> str:
    person = file.person(one.by_id)
    name = person.called if person else "nobody named"
    age = age_when_asked(one, person) if person and person.is_child else None
    about = f", for {file.name(one.about_id)}" if one.about_id and one.about_id != one.by_id else ""
    told = [str(age) if age is not None else "", SHORT.get(one.capacity, "")]
    inside = ", ".join(part for part in told if part)
    return f"{name} ({inside}{about})" if inside or about else name


def _how(one: Consent) -> str:
    return words("how_consent", one.how).lower() if one.how else ""


def _share(file: CaseFile, one: Consent) -> str:
    scopes = scopes_of(file, one)
    limited = any(not scope.included or scope.subject != "everything" for scope in scopes)
    return "part" if one.share == "yes" and limited else ANSWERS.get(one.share, one.share)


class CloseEntry(Command):
    """Go back to the ledger."""

    key = "escape"
    second_key = "enter"


class EntryDetails(CommandModal[None]):
    """One entry of the ledger, to read only."""

    OFFERS = (CloseEntry,)

    def __init__(self, opened: OpenCase, entry: Consent) -> None:
        """Show what the entry says."""
        super().__init__()
        self._opened = opened
        self._entry = entry

    def compose(self) -> ComposeResult:
        """List label and value of everything that was recorded."""
        opened, entry = self._opened, self._entry
        with Vertical(classes="dialogue"):
            yield Static(Content(f"{_who(opened.file, entry)}. {NEVER_CHANGED}"))
            with VerticalScroll():
                for label, value in opened.wording.rows(entry):
                    line = Content(f"{label:<26} ").stylize("$text-muted") + Content(value)
                    yield Static(line)
                for scope in scopes_of(opened.file, entry):
                    yield Static(Content(f"{'':<26} {_scope(opened.file, scope)}"))
                for gap in capacity_gaps(opened.file, entry):
                    yield Static(Content(f"! {gap}"))
            yield Static(Content("Esc back"), classes="keys")

    @on(CloseEntry)
    def close_entry(self) -> None:
        """Close."""
        self.dismiss(None)


def _scope(file: CaseFile, scope: ConsentScope) -> str:
    what = words("subject", scope.subject).lower() if scope.subject else "everything"
    only = "" if scope.subject in ("", "everything") else f", {what} only"
    note = f" ({scope.note})" if scope.note else ""
    way = "in" if scope.included else "out"
    return f"{way}: {file.name(scope.agency_id, 'a service')}{only}{note}"
