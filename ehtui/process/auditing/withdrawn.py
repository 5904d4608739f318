"""What went on after consent had been taken back: nothing may, but safeguarding and the closing.

Source: Newcastle 8.1; S6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.dates import show_short
from ehtui.process.auditing.remark import Remark, sentence
from ehtui.process.auditing.safeguarding import because_of_harm
from ehtui.process.auditing.sharing import SHARES
from ehtui.process.consent.withdrawal import withdrawn_on
from ehtui.process.sharing.recipients import Recipient

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ehtui.process.facts import Facts


def went_on(facts: Facts, _today: date) -> Iterator[Remark]:
    """Give each copy sent to a service, and each meeting that went on, after the withdrawal."""
    file, day = facts.file, withdrawn_on(facts.file)
    if day is None:
        return
    since = show_short(day)
    for copy in file.copies:
        to = Recipient.copy(file, copy)
        agency = file.agency(to.id) if to.kind == "agency" else None
        if copy.sent is None or copy.sent <= day or copy.what not in SHARES or to.kind == "person":
            continue
        if agency is None or not because_of_harm(file, agency, copy.sent):
            what = words("copy_kind", copy.what).lower()
            why = f"A copy ({what}) went to {to.name} on {show_short(copy.sent, day)}, "
            why += f"after consent was withdrawn on {since}."
            yield Remark("went_on_after_withdrawal", why, "", copy.sent, "team", copy.id)
    for meeting in facts.held:
        step = facts.next_step(meeting.next_step)
        goes_on = bool(meeting.next_on) or (step is not None and not step.closes)
        if meeting.on and meeting.on > day and goes_on:
            why = f"{sentence(facts.called(meeting))} went on with the plan, after consent was "
            why += f"withdrawn on {since}."
            yield Remark("went_on_after_withdrawal", why, "", meeting.on, "meetings", meeting.id)
