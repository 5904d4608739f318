"""What the family says of the process itself: how it was done, what they would change.

Source: Newcastle 10.1; Doncaster, the family's views of the assessment.
"""

from __future__ import annotations

from screens.statements.changing import ChangingStatements
from screens.statements.owners import Owner


class CommentsScreen(ChangingStatements):
    """The family's own comments on the process, in their words."""

    SECTION = "comments"
    TITLE = "Comments on the process"
    TOOL = "comments"
    PARTS = ("comment",)
    CONVERSATION = ("on", "place", "present", "written_by", "interpreter")

    def first_owner(self) -> Owner:
        """Begin with the first adult."""
        family = self.opened.file.adults or self.opened.file.children
        return Owner(person_id=family[0].id) if family else Owner()
