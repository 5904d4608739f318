"""One use of a tool with its scores, in one dialogue and saved in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.records.findings import ToolUse
from screens.assessment.scores import Scores, is_empty
from screens.forms.row_dialog import RowDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from data.procedures.model import Tool
    from data.records.findings import ToolScore
    from ehtui.changes import RowChange
    from ehtui.wording import Wording
    from screens.forms.editing import Editing

USED = ("on", "with_id", "edition", "scored_by", "result")


class UseDialog(RowDialog):
    """When, with whom, which edition; a number for each area; what came of it."""

    def __init__(
        self,
        editing: Editing,
        wording: Wording,
        tool: Tool,
        *,
        saved: list[ToolScore],
        known: list[str],
        check: Callable[[RowChange], None],
        **form: Any,
    ) -> None:
        """Show a use of ``tool`` with the scores ``saved`` for it; ``known`` are its areas.

        ``check`` raises Unreadable for a row that can't be saved as it stands.
        """
        title = wording.filled(tool.title)
        if tool.lowest is not None and tool.highest is not None:
            title = f"{title}: {tool.lowest} to {tool.highest}"
        if len(tool.editions) > 1:
            title = f"{title}; editions {', '.join(tool.editions)}"
        super().__init__(
            editing, wording, ToolUse, title=title, before_save=check, fields=USED, **form
        )
        self._check = check
        self._scores = Scores(
            editing,
            tool,
            self._form.row_id,
            saved,
            known,
            lambda: {"use_id": self._form.row.record_id},
        )

    def more(self) -> Iterable[Widget]:
        """Give the scores below the form."""
        yield self._scores

    async def rows(self) -> list[RowChange]:
        """Return the use and its scores; a line begun and left empty is none. Raises Unreadable."""
        use, *_ = await super().rows()
        scores = self._scores.rows()
        if empty := [one for one in scores if is_empty(one)]:
            self._editing.leave_out(empty)
        kept = [one for one in scores if one not in empty]
        for row in kept:
            self._check(row)
        return [use, *kept]
