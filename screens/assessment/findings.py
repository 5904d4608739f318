"""How a finding reads: in one line under its heading, and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.records.fields import described
from data.records.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ehtui.changes import RowChange
    from ehtui.opening import OpenCase

WHOLE: Final = tuple(name for name in described(Finding) if name not in ("section", "item"))
"""Everything a finding holds besides the heading it stands under."""
SAID: Final = ("needs", "strengths", "risks", "protects", "words")
LENGTH: Final = 60
"""Characters shown of what is typed and not saved."""


def finding_line(opened: OpenCase, finding: Finding) -> str:
    """Return about whom it is, from whom it is known, and what it says, on one line.

    ``opened`` is the case as it may be read.
    """
    finding = opened.own(finding)
    about = opened.file.name(finding.about_id, "the family")
    whence = f"from {finding.known_from}" if finding.known_from else "from whom?"
    told = " ".join(" / ".join(_texts(finding)).split()) or "nothing yet"
    return f"{about}, {whence}: {told}"


def finding_whole(opened: OpenCase, finding: Finding) -> list[str]:
    """Return label and value of everything it holds."""
    own = opened.own(finding)
    pairs = (
        (opened.wording.label(Finding, name), opened.wording.value(own, name)) for name in WHOLE
    )
    return [f"{label}: {value}" for label, value in pairs if value]


def typed_line(row: RowChange) -> str:
    """Return the beginning of what is typed and not saved."""
    given = " ".join(row.typed.get(field, "") for field in (*SAID, "not_known"))
    return " ".join(given.split())[:LENGTH] or "begun"


def _texts(finding: Finding) -> Iterator[str]:
    yield from (said for field in SAID if (said := getattr(finding, field)))
    if finding.not_known:
        yield f"not known: {finding.not_known}"
