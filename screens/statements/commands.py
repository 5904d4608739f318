"""What can be done where statements are written down."""

from __future__ import annotations

from screens.commands import Command


class AddStatement(Command):
    """Add what is typed, saved at once. Line breaks that were pasted stay in it."""

    key = "enter"
    footer = "add"


class EditStatement(Command):
    """Change the statement the cursor is on: words, owner, date, kind. Enter does it too."""

    key = "e"
    footer = "edit"


class NextPart(Command):
    """Go to the next column or house."""

    key = "tab"
    footer = "column"
    title = "Next column"


class PreviousPart(Command):
    """Go to the column or house before this one."""

    key = "shift+tab"
    title = "Column before"


class ChooseOwner(Command):
    """Say whose view comes next. It stays until it is changed."""

    key = "f4"
    footer = "whose"


class TurnKind(Command):
    """Turn from said to their own words, to fact (seen or on record), to opinion, and round again.

    Words typed between quotation marks are their own words in any case.
    """

    key = "f5"
    footer = "said/fact/opinion"
    title = "Said, fact or opinion"


class SayWhen(Command):
    """Say when and where this was talked about, and who was there. It is kept for the next."""

    key = "f6"
    title = "When, where, who was there"


class SplitLines(Command):
    """Add each line of what is typed or pasted as a statement of its own."""

    key = "f7"
    title = "Split into one statement a line"


class HoldBack(Command):
    """Keep the statement the cursor is on, or the last one added, from somebody.

    It then asks whether this could be a risk of harm. That may be answered later.
    """

    key = "f8"
    footer = "not for"
    title = "Not to be shown to …"


class WriteRemark(Command):
    """Write what you think of the statement; it is marked as your opinion."""

    key = "r"


class MoveStatement(Command):
    """Move the statement to another column or house."""

    key = "m"
    footer = "move"


class RemoveStatement(Command):
    """Remove the statement, after asking. The trace keeps that it stood there."""

    key = "x"
    footer = "remove"


class TurnBack(Command):
    """Scroll up; where there is one talk on each page, turn back to the one before."""

    key = "pageup"


class TurnOn(Command):
    """Scroll down; where there is one talk on each page, turn to the next or to a new one."""

    key = "pagedown"


class AttachDrawing(Command):
    """Put a photo or scan of the drawing inside the record, or say where the paper is kept."""

    key = "ctrl+t"


class OpenComments(Command):
    """Write down what the family says of the process itself, and what they would change."""

    title = "The family's comments on the process"
