"""The conversation that what is typed belongs to: said once, kept for the next person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.records.assessment import Conversation
from ehtui.dates import show_date
from screens.statements.owners import Owner, owner_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from data.records.assessment import Statement
    from ehtui.changes import ChangeSet, RowChange
    from ehtui.opening import OpenCase

KEPT = ("on", "place", "present", "written_by", "interpreter")
"""What one visit has in common, whoever speaks."""


class Talk:
    """The talk chosen on a screen, and the next one like it with somebody else."""

    def __init__(self, tool: str, today: date) -> None:
        """Begin without a talk: the first statement begins one, today."""
        self._tool = tool
        self._like: dict[str, Any] = {"on": today}
        self.chosen = ""
        """The key of the conversation chosen, empty for a new one."""
        self._begun_with: dict[str, Owner] = {}
        """With whom those not saved yet are: of a service, the conversation itself cannot say."""

    def choose(self, conversation: Conversation) -> None:
        """Go on in this conversation; the next person's begins like it."""
        self.chosen = conversation.id
        self._like = {name: getattr(conversation, name) for name in KEPT}

    def go_on(self, talks: Iterable[Conversation]) -> None:
        """Go on in the last conversation of today, where there is one."""
        on = self._like["on"]
        today = [one for one in talks if (one.tool, one.on) == (self._tool, on)]
        if today:
            self.choose(today[-1])

    def keep(self, key: str) -> None:
        """Go on in the conversation that was just saved under this key."""
        self.chosen = key

    def begin_new(self, on: date) -> None:
        """Begin another one on this day."""
        self.chosen = ""
        self._like = {"on": on}

    def saved(
        self, talks: Iterable[Conversation], owner: Owner, statements: Iterable[Statement]
    ) -> Conversation | None:
        """Return the saved conversation with this owner that is meant; None for a new one.

        Where the one chosen is with somebody else, it is theirs of the same day and place. Whom of
        the services one is with is known from the ``statements`` made in it.
        """
        said = list(statements)
        whose = (owner, None) if not owner.person_id else (owner,)
        mine = [one for one in talks if one.tool == self._tool and with_whom(one, said) in whose]
        chosen = next((one for one in mine if one.id == self.chosen), None)
        if chosen or "place" not in self._like:
            return chosen
        like = (self._like["on"], self._like["place"])
        return next((one for one in mine if (one.on, one.place) == like), None)

    def values(self, owner: Owner) -> dict[str, Any]:
        """Return what a new conversation with this owner begins with."""
        return {"tool": self._tool, "with_id": owner.person_id or None, **self._like}

    def begun(self, changes: ChangeSet, owner: Owner) -> RowChange | None:
        """Return a new conversation with this owner that is described and not saved yet."""
        mine = (
            row
            for row in _new(changes)
            if row.typed.get("with_id", "") == owner.person_id
            if self._begun_with.get(row.record_id, owner) == owner
        )
        return next(mine, None)

    def note(self, changes: ChangeSet, owner: Owner) -> None:
        """Remember with whom the conversations are that were begun by now."""
        for row in _new(changes):
            self._begun_with.setdefault(row.record_id, owner)

    def described(self, shown: OpenCase, saved: Conversation | None) -> str:
        """Return one line about it, as it may be read: the day, the place, who was there."""
        values = {name: getattr(saved, name) for name in KEPT} if saved else self._like
        day = show_date(values["on"]) if values.get("on") else "no day yet"
        begins = f"added to the talk of {day}" if saved else f"{day} · a new talk"
        there = shown.wording.said(Conversation, "present", values.get("present"))
        words = [begins, values.get("place") or "", f"there: {there}" if there else ""]
        return " · ".join(word for word in words if word)


def with_whom(talk: Conversation, statements: Iterable[Statement]) -> Owner | None:
    """Return whom a talk is with; None for somebody of a service who has said nothing yet."""
    if talk.with_id:
        return Owner(person_id=talk.with_id)
    return next((owner_of(one) for one in statements if one.conversation_id == talk.id), None)


def _new(changes: ChangeSet) -> list[RowChange]:
    return [row for row in changes.rows if row.record is Conversation and not row.version]
