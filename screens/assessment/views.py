"""What the child and the parents say about the assessment itself, apart from their situation.

Source: Doncaster p. 15 (is it right, what worries, what is wrong).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from ehtui.process.assessment.headings import VIEW_PARTS, VIEWS, views
from screens.statements.changing import ChangingStatements
from screens.statements.owners import Owner

if TYPE_CHECKING:
    from data.records.assessment import Statement

TITLES = ("Right in it", "Worried about", "Wrong or missing")


class ViewsScreen(ChangingStatements):
    """Whether they agree with the assessment, what worries them in it, what it gets wrong."""

    SECTION = "views"
    TITLE = "Views on the assessment"
    TOOL = "comments"
    PARTS = VIEW_PARTS
    CONVERSATION = ("on", "place", "present", "written_by", "interpreter")

    def headings(self) -> dict[str, str]:
        """Return the three questions in a word or two."""
        return dict(zip(VIEW_PARTS, TITLES, strict=True))

    def first_owner(self) -> Owner:
        """Begin with whoever has not been asked yet, the children first."""
        said = {one.owner_id for one in views(self.opened.file)}
        born = [child for child in self.opened.file.children if not child.is_unborn]
        order = [*born, *self.opened.file.adults]
        left = [one for one in order if one.id not in said] or order
        return Owner(person_id=left[0].id) if left else Owner()

    def of_tool(self) -> list[Statement]:
        """Return what was said about the assessment."""
        said = super().of_tool()
        return [one for one in said if one.part in VIEW_PARTS]

    def gaps(self) -> Content:
        """Say what to ask, in the area's words, and who was not asked yet."""
        file = self.shown.file
        said = {one.owner_id for one in views(file)}
        left = [one.called for one in file.people if one.id not in said and not one.is_unborn]
        section = next((one for one in self.opened.procedure.sections if one.key == VIEWS), None)
        asked = [item.hint for item in section.items if item.hint] if section else []
        lines = [self.shown.wording.filled(one) for one in asked]
        lines.append(f"not asked yet: {', '.join(left) or 'nobody'}")
        return Content("\n".join(lines))
