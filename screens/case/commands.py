"""Commands that every section of a case offers."""

from __future__ import annotations

from screens.commands import Command


class Save(Command):
    """Save what is typed here. What cannot be saved yet says why, and stays as typed."""

    key = "ctrl+s"
    second_key = "f10"
    footer = "save"


class Sections(Command):
    """Go to a section of this family's record; on the dashboard, of the family on the line."""

    key = "f2"
    footer = "sections"


class Back(Command):
    """Go back. What is typed and not saved is kept as a draft and comes back with the screen."""

    key = "escape"


class HideNames(Command):
    """Show initials and references instead of names, as on a train; or names again.

    A field that holds a name shows it only while the cursor is in it. In what somebody wrote the
    names of the family and the team are initials too, but not in the field where it is typed.
    """

    title = "Hide names, or show them"


class ShowTo(Command):
    """Say who can see the screen: what is kept from them leaves every section, without a gap."""

    key = "ctrl+r"
    title = "Showing the screen to …"


class GiveUpDraft(Command):
    """Throw away what is typed here and not saved, after asking."""

    title = "Throw this draft away"
