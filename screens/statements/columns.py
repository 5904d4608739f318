"""Three Columns: worries, what works well and what should be different, with everybody's own view.

Source: Newcastle 10.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content

from ehtui.process.assessment.voices import not_heard, without_owner
from screens.statements.changing import ChangingStatements
from screens.statements.commands import OpenComments
from screens.statements.owners import Owner
from screens.statements.reading import held_back_line

if TYPE_CHECKING:
    from screens.commands import CommandClass


class ColumnsScreen(ChangingStatements):
    """What everybody is worried about, what works well and what they would like, in their words."""

    SECTION = "columns"
    TITLE = "Three Columns"
    TOOL = "columns"
    PARTS = ("worries", "strengths", "wishes")
    CONVERSATION = ("on", "place", "present", "written_by", "interpreter")
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (OpenComments,)

    def headings(self) -> dict[str, str]:
        """Return what the area calls its columns."""
        filled = self.shown.wording.filled
        own = {one.key: filled(one.title) for one in self.opened.procedure.columns}
        return {part: own.get(part, title) for part, title in super().headings().items()}

    def first_owner(self) -> Owner:
        """Begin with the first adult: the one who was written down first."""
        family = self.opened.file.adults or self.opened.file.children
        return Owner(person_id=family[0].id) if family else Owner()

    def gaps(self) -> Content:
        """Say who is not heard yet, what has no owner, and what is held back."""
        file = self.shown.file
        missing = ", ".join(child.called for child in not_heard(file)) or "nobody"
        found = [f"not heard yet: {missing}"]
        if ownerless := len(without_owner(file)):
            found.append(f"whose view? {ownerless}")
        if not self.desk.showing_to and (kept := held_back_line(file, self.of_tool())):
            found.append(kept)
        return Content("   ".join(found))

    @on(OpenComments)
    def open_comments(self) -> None:
        """Go to what the family says of the process."""
        self.go_to("comments")
