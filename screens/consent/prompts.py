"""What there is to explain, point by point; Enter writes a point down as explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.widgets.go_on import go_on

if TYPE_CHECKING:
    from collections.abc import Iterable


class Prompts(OptionList):
    """The area's points; those written down already are marked."""

    class Explained(Message):
        """The text of what was explained was added to."""

        def __init__(self, text: str) -> None:
            """Carry the whole text as it is now."""
            super().__init__()
            self.text = text

    def __init__(self, points: Iterable[str], text: str) -> None:
        """Offer the points beside the ``text`` written already."""
        super().__init__(id="prompts", compact=True)
        self._points = tuple(points)
        self.text = text

    def on_mount(self) -> None:
        """List the points."""
        self.show(self.text)

    def show(self, text: str) -> None:
        """Mark what stands in the text now."""
        self.text = text
        here = self.highlighted
        self.clear_options()
        self.add_options(
            Option(Content(f"{'✓' if point in text else ' '} {point}")) for point in self._points
        )
        self.highlighted = here if here is not None else (0 if self._points else None)

    @on(OptionList.OptionSelected)
    def _explained(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        point = self._points[event.option_index]
        if point not in self.text:
            self.post_message(self.Explained("\n".join(filter(None, (self.text, f"- {point}")))))
        go_on(self)
