"""What the family says of the process itself: how it was done, what they would change.

Source: Newcastle 10.1; Doncaster, the family's views of the assessment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.assessment.headings import VIEW_PARTS
from screens.statements.changing import ChangingStatements
from screens.statements.owners import Owner

if TYPE_CHECKING:
    from data.records.assessment import Statement


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

    def of_tool(self) -> list[Statement]:
        """Return the comments; what is said of the assessment itself stands on its own screen."""
        return [one for one in super().of_tool() if one.part not in VIEW_PARTS]
