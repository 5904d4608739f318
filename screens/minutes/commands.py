"""Commands of the minutes: through the items, who is here, how each action stands."""

from __future__ import annotations

from screens.commands import Command


class NextItem(Command):
    """Go to the next item."""

    key = "pagedown"
    footer = "next item"


class ItemBefore(Command):
    """Go back to the item before."""

    key = "pageup"


class ActionFromLine(Command):
    """Make an action of the line of notes the cursor is in: who does what by when is read from it.

    "SENCo to send the date to Declan by 5/10" fills in all three.
    """

    key = "f8"
    footer = "action"


class WhoSpeaks(Command):
    """Say whose the notes of this item are; with notes there, begin a line for who speaks now."""

    key = "f4"
    footer = "who"


class ShowScreenTo(Command):
    """Say whether the room sees this screen or only you. The room never sees what is held back."""

    key = "f6"
    title = "Showing the screen to"


class PasteMinutes(Command):
    """Paste minutes that somebody else took: one key sends each line to its item."""

    key = "f5"
    title = "Minutes taken by somebody else"


class EndMeeting(Command):
    """The meeting is over: it counts as held, and the next one is planned on the day agreed."""

    key = "f7"
    title = "End the meeting"
    footer = "end it"


class IsThere(Command):
    """This person is there."""

    key = "p"
    footer = "there"


class SentApologies(Command):
    """This person sent apologies."""

    key = "a"
    footer = "apologies"


class DidNotCome(Command):
    """This person was expected and did not come."""

    key = "o"
    footer = "not come"


class InviteTeam(Command):
    """List the family and the team as invited."""

    key = "i"


class ActionDone(Command):
    """This action is done."""

    key = "d"
    footer = "done"


class ActionNotDone(Command):
    """This action is not done; its date stays."""

    key = "n"
    footer = "not done"


class ActionMoved(Command):
    """This action gets a new date; the first one stays beside it."""

    key = "m"
    footer = "moved"


class ActionDeclined(Command):
    """This action was declined."""

    key = "x"


OF_PEOPLE = (IsThere, SentApologies, DidNotCome, InviteTeam)
OF_ACTIONS = (ActionDone, ActionNotDone, ActionMoved, ActionDeclined)
