"""A list that goes on by itself to the next line, and never from the last to the first."""

from __future__ import annotations

from textual.widgets import OptionList


def go_on(listing: OptionList) -> None:
    """Go to the next line; stay on the last, where the next key would mark another one unseen."""
    here = listing.highlighted
    if here is not None and here + 1 < listing.option_count:
        listing.highlighted = here + 1
