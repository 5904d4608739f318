"""`ehtui export`: what another system reads."""

from __future__ import annotations

import typer

export = typer.Typer(rich_markup_mode=None, help="Write files for another system.")


@export.callback()
def main() -> None:
    """Write files for another system."""
