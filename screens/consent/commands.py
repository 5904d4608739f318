"""What can be done with the consent ledger."""

from __future__ import annotations

from screens.commands import Command


class AskSomebody(Command):
    """Ask somebody: who, as what, what was explained, what they said, and to which services."""

    key = "a"
    footer = "ask"


class WithdrawConsent(Command):
    """Somebody takes consent back. The process stops; what follows is said and offered."""

    key = "w"
    footer = "withdraw"


class RecordRefusal(Command):
    """Somebody says no. What was explained and their reason are written down."""

    key = "r"
    footer = "refused"


class ReadEntry(Command):
    """Read the whole entry. A saved entry is never changed. Enter does it too."""

    key = "d"
    footer = "details"


class CorrectEntry(Command):
    """Put an entry right: a new one takes its place, and both stay in the ledger."""

    key = "c"


class DoubtCapacity(Command):
    """Ask the four questions of the Mental Capacity Act, where somebody's ability is in doubt."""

    key = "f8"
    footer = "in doubt?"


class AddService(Command):
    """Add a service, school or group to the list, here and now."""

    key = "f7"
    footer = "add service"
