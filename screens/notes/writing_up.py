"""What becomes of the lines of a write-up when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.records.assessment import Conversation, Statement
from data.records.cases import Note
from data.records.outcomes import Action, Outcome
from screens.widgets.line_sender import same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ehtui.changes import ChangeSet, RowChange

VISIT = ("on", "place", "present")
TEXT_OF = {"statements": "text", "outcomes": "title", "actions": "what", "notes": "text"}
"""The field that holds the line, by table."""


def pasted(changes: ChangeSet) -> RowChange:
    """Return the row that holds the whole text; it becomes a note of what was sent nowhere."""
    return _first(changes, Note) or changes.new(Note, kind="note")


def visit(changes: ChangeSet) -> RowChange:
    """Return the row that says when and where it was, and who was there."""
    return _first(changes, Conversation) or changes.new(Conversation)


def sent(changes: ChangeSet) -> list[RowChange]:
    """Return the rows that lines were sent to, in the order of sending."""
    kept = (pasted(changes), visit(changes))
    return [row for row in changes.rows if row.table in TEXT_OF and row not in kept]


def line_of(row: RowChange) -> str:
    """Return the line that a row was made from."""
    return row.typed.get(TEXT_OF[row.table], "")


def row_of(changes: ChangeSet, line: str) -> RowChange | None:
    """Return the row that a line was sent to."""
    return next((row for row in sent(changes) if same(line_of(row)) == same(line)), None)


def is_empty(changes: ChangeSet) -> bool:
    """Whether nothing was pasted or sent."""
    return not sent(changes) and not pasted(changes).typed.get("text", "").strip()


def finished(changes: ChangeSet, unsent: Iterable[str]) -> list[RowChange]:
    """Return the rows to save: what was sent, its talks, and a note of what was sent nowhere.

    The change set itself is left as it is: if the saving fails, nothing is lost.
    """
    here = visit(changes)
    rows = [_copied(row) for row in sent(changes)]
    talks: dict[tuple[str, str], RowChange] = {}
    for row in rows:
        if row.table == Statement.__tablename__:
            key = (row.typed.get("tool", ""), row.typed.get("owner_id", ""))
            talk = talks.setdefault(key, _talk(here, *key))
            row.typed |= {"conversation_id": talk.record_id, "on": here.typed.get("on", "")}
        elif row.table == Note.__tablename__:
            row.typed["on"] = here.typed.get("on", "")
    rest = "\n".join(unsent)
    if rest:
        note = _copied(pasted(changes))
        note.typed |= {"text": rest, "on": here.typed.get("on", "")}
        rows.append(note)
    return [*talks.values(), *rows]


def _talk(here: RowChange, tool: str, owner_id: str) -> RowChange:
    from data.keys import new_id

    typed = {**here.typed, "tool": tool, "with_id": owner_id}
    if tool == "houses":
        typed["child_seen"] = "yes"
    return type(here)(here.table, new_id(), 0, typed)


def _copied(row: RowChange) -> RowChange:
    return type(row)(row.table, row.record_id, row.version, dict(row.typed))


def _first(changes: ChangeSet, record: type[Note] | type[Conversation]) -> RowChange | None:
    table = str(record.__tablename__)
    return next((row for row in changes.rows if row.table == table), None)


SENDS: dict[str, tuple[type[Statement] | type[Outcome] | type[Action] | type[Note], str]] = {
    "w": (Statement, "worries"),
    "s": (Statement, "strengths"),
    "d": (Statement, "wishes"),
    "1": (Statement, "house_worries"),
    "2": (Statement, "house_good"),
    "3": (Statement, "house_dreams"),
    "c": (Statement, "comment"),
    "o": (Outcome, ""),
    "a": (Action, ""),
    "n": (Note, ""),
}
"""What each key makes of a line."""
