"""The chronology of this family: everything dated, narrowed as one likes, significant or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from data.records.all import BY_TABLE
from data.records.cases import Event
from ehtui.changes import ChangeSet
from ehtui.dates import show_date
from ehtui.documents.chronology import chronology_document
from ehtui.documents.sections import SECTIONS
from ehtui.process.chronology.entries import chronology, narrowed
from screens.case.commands import Back, Sections
from screens.case.frame import CaseScreen
from screens.case.sections import BENEATH
from screens.case.sections import SECTIONS as OFFERED
from screens.chronology.commands import (
    AddEvent,
    FindWord,
    MarkSignificant,
    OneKind,
    OnePerson,
    OpenEntry,
    RemoveEvent,
    SignificantOnly,
    TurnOrder,
    WriteChronology,
)
from screens.commands import CommandClass
from screens.forms.row_dialog import RowDialog
from screens.going_out.giving_out import give_out
from screens.widgets.confirm import Confirm
from screens.widgets.hanging import Hanging
from screens.widgets.line_input import LineInput
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from ehtui.process.chronology.entries import Entry

DAY = 16
"""The width of the date's column, in cells."""
EVENT = ("on", "what", "about_id", "source", "significant")


class ChronologyScreen(CaseScreen):
    """Everything dated in the record, one line each."""

    SECTION = "chronology"
    TITLE = "Chronology"
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        *(OpenEntry, MarkSignificant, AddEvent, FindWord, WriteChronology),
        *(OneKind, OnePerson, SignificantOnly, TurnOrder, RemoveEvent, Sections, Back),
    )

    _entries: Sequence[Entry] = ()
    """The lines that are shown, in the order shown."""
    _table = _person = _word = ""
    _significant = False
    _newest_first = True
    _at = 0

    def build(self) -> Iterable[Widget]:
        """Give the box to narrow by a word, what is shown, and the lines."""
        yield LineInput(self._word, placeholder="a word to look for", id="word")
        yield Static(id="shown-now")
        yield OptionList(id="lines-of-life")
        self.call_later(self._fill)

    def arrive(self) -> None:
        """Begin in the list."""
        self.query("#lines-of-life").focus()

    @property
    def entry(self) -> Entry | None:
        """The line that the cursor is on."""
        listing = self.query_one_optional("#lines-of-life", OptionList)
        at = listing.highlighted if listing is not None else None
        return self._entries[at] if at is not None and at < len(self._entries) else None

    def _whole(self) -> list[Entry]:
        """Return every line that everybody in front of the screen may read."""
        return chronology(self.shown.file, self.shown.wording)

    def _fill(self) -> None:
        listing = self.query_one_optional("#lines-of-life", OptionList)
        if listing is None:  # the body may have been built anew meanwhile
            return
        found = narrowed(
            self._whole(),
            table=self._table,
            person=self._person,
            word=self._word,
            significant=self._significant,
        )
        self._entries = found[::-1] if self._newest_first else found
        listing.clear_options()
        listing.add_options([Option(self._line(one)) for one in self._entries])
        if not self._entries:
            nothing = Content("No line fits. Press a to add an event.")
            listing.add_option(Option(nothing, disabled=True))
        wanted = [at for at, one in enumerate(self._entries) if one.record == self.wanted]
        self._at, self.wanted = wanted[0] if wanted else self._at, ""
        listing.highlighted = min(self._at, len(self._entries) - 1) if self._entries else None
        self.query_one("#shown-now", Static).update(Content(self._shown_now()))

    def _line(self, one: Entry) -> Hanging:
        mark = "significant: " if one.significant else ""
        day = f"{show_date(one.day):<{DAY}}"
        text = f"{one.at} {one.text}".lstrip()
        return Hanging(day, Content.assemble((mark, "bold $accent"), (text, "$foreground")))

    def _shown_now(self) -> str:
        parts = [
            f"{len(self._entries)} lines",
            "newest first" if self._newest_first else "oldest first",
            self._kind(self._table) if self._table else "",
            f"about {self.shown.file.name(self._person)}" if self._person else "",
            "significant only" if self._significant else "",
        ]
        return (
            ", ".join(part for part in parts if part) + "   k kind  w who  s significant  o order"
        )

    def _kind(self, table: str) -> str:
        titles = {place.table: place.title for section in SECTIONS for place in section.places}
        for section in SECTIONS:
            for place in section.places:
                for under, _ in place.under:
                    titles.setdefault(under, BY_TABLE[under].one_row)
        return self.shown.wording.filled(titles.get(table, "The record itself"))

    @on(OptionList.OptionHighlighted, "#lines-of-life")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        self._at = event.option_index

    @on(Input.Changed, "#word")
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self._word:
            self._word, self._at = event.value, 0
            self._fill()

    @on(Input.Submitted, "#word")
    def _to_list(self) -> None:
        self.query_one("#lines-of-life").focus()

    @on(FindWord)
    def find_word(self) -> None:
        """Go to the box."""
        self.query_one("#word").focus()

    @on(OneKind)
    @work
    async def one_kind(self) -> None:
        """Ask for the kind."""
        tables = dict.fromkeys(one.table for one in self._whole())
        lines = sorted((self._kind(table), table) for table in tables)
        chosen = await self.app.push_screen_wait(
            Pick("Which kind of lines?", [("All kinds", ""), *lines], self._table)
        )
        if chosen is not None:
            self._table, self._at = chosen, 0
            self._fill()

    @on(OnePerson)
    @work
    async def one_person(self) -> None:
        """Ask for the person."""
        people = [(one.called, one.id) for one in self.shown.file.people]
        chosen = await self.app.push_screen_wait(
            Pick("About whom?", [("Everybody", ""), *people], self._person)
        )
        if chosen is not None:
            self._person, self._at = chosen, 0
            self._fill()

    @on(SignificantOnly)
    def significant_only(self) -> None:
        """Change between the significant lines and all."""
        self._significant, self._at = not self._significant, 0
        self._fill()

    @on(TurnOrder)
    def turn_order(self) -> None:
        """Turn the order; the cursor begins at the top."""
        self._newest_first, self._at = not self._newest_first, 0
        self._fill()

    @on(MarkSignificant)
    @work
    async def mark(self) -> None:
        """Save or take back the mark at once."""
        one = self.entry
        if one is None:
            return
        changes = ChangeSet(self.case_id)
        event = self.opened.file.find(one.mark)
        if event is None:
            changes.new(Event, of_record=one.record, on=one.day, significant=True)
        elif one.table == "events":
            changes.edit(event, significant=not one.significant)
        else:
            changes.remove(event)
        await self.save_changes(changes)

    @on(AddEvent)
    def add_event(self) -> None:
        """Ask for the event; one half typed before comes back."""
        self._ask_event(None)

    @work
    async def _ask_event(self, existing: Event | None) -> None:
        begun = next((row for row in self.editing.changes.rows if row.version == 0), None)
        saved = await self.app.push_screen_wait(
            RowDialog(
                self.editing,
                self.shown.wording,
                Event,
                title="An event",
                existing=existing,
                row=None if existing else begun,
                fields=EVENT,
                defaults={"significant": True},
            )
        )
        self.wanted = saved or ""
        self.read_case()

    @on(RemoveEvent)
    @work
    async def remove_event(self) -> None:
        """Ask, then take the event away."""
        event = self._own_event()
        if event is not None and await self.app.push_screen_wait(
            Confirm("Take this event out of the chronology?", yes="Take out")
        ):
            changes = ChangeSet(self.case_id)
            changes.remove(event)
            await self.save_changes(changes)

    def why_not(self, command: CommandClass) -> str | None:
        """Say why an event cannot be removed here."""
        if command is RemoveEvent and self._own_event() is None:
            return "This line comes from another section: change it there."
        return super().why_not(command)

    def _own_event(self) -> Event | None:
        one = self.entry
        row = self.opened.file.find(one.record) if one and one.table == "events" else None
        return row if isinstance(row, Event) else None

    @on(OptionList.OptionSelected, "#lines-of-life")
    def _open(self) -> None:
        one = self.entry
        if one is None:
            return
        if event := self._own_event():
            self._ask_event(event)
        else:
            self.go_to(self._section(one), one.record)

    @on(OpenEntry)
    def open_entry(self) -> None:
        """Go to where the line stands."""
        self.query_one("#lines-of-life", OptionList).action_select()

    def _section(self, one: Entry) -> str:
        """Return the section a record stands in; what was said stands with its tool."""
        tool = getattr(self.opened.file.find(one.record), "tool", "")
        places = {
            table: section.key
            for section in SECTIONS
            for place in section.places
            for table in (place.table, *(under for under, _ in place.under))
        }
        key = tool if one.table in ("statements", "conversations") else places.get(one.table, "")
        known = {section.key for section in (*OFFERED, *BENEATH)}
        return key if key in known else "overview"

    @on(WriteChronology)
    @work(exclusive=True, group="paper")
    async def write_chronology(self) -> None:
        """Ask for whom, and write it."""
        await give_out(self, "chronology", chronology_document)
