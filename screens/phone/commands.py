"""Commands of the phone."""

from __future__ import annotations

from screens.commands import Command


class Identity(Command):
    """Rang through their switchboard, and genuine: open what may be said."""

    key = "f6"
    footer = "rang back"
    title = "Identity is checked"


class Concern(Command):
    """They have a worry to tell: write it down. Hearing it needs no consent."""

    key = "f7"
    footer = "concern"


class OpenRecord(Command):
    """Open the record of the family the call is about; it leaves a trace."""

    key = "f5"
    footer = "record"


class YouRing(Command):
    """It is you who rings them: it is made sure all the same whom you have reached."""

    key = "f8"
    title = "You ring them"
