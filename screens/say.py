"""Telling the person something in passing."""

from __future__ import annotations

from typing import Any

from textual.app import App


def say(app: App[Any], text: str, *, worry: bool = False) -> None:
    """Show a plain sentence in the corner; `worry` marks what needs doing something about.

    The text is never read as markup: names may hold brackets.
    """
    app.notify(text, severity="warning" if worry else "information", markup=False)
