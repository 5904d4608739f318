"""What is still missing before a step is complete, said in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ehtui.process.unmet import Unmet


def unmet_lines(title: str, missing: Sequence[Unmet]) -> Content:
    """Return a sentence when nothing is missing, else a line for each thing that is."""
    if not missing:
        return Content(f"✓ {title}: nothing is missing.")
    lines = [Content(f"{title}, still to do:").stylize("$accent")]
    lines += [Content(f"  · {one.words}").stylize("$foreground") for one in missing]
    return Content("\n").join(lines)
