"""A line that stays: this window only reads, the disk is full, a practice file."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Banner(Static):
    """A standing sentence under the title; not there while there is nothing to say."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        """Show `text`, which is never read as markup."""
        super().__init__(Content(text), id=id)
        self.display = bool(text)

    def tell(self, text: str) -> None:
        """Show another sentence; an empty one hides the line."""
        self.update(Content(text))
        self.display = bool(text)
