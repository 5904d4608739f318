"""What kinds of rows a section holds, and how each is shown and asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.records.base import Record
    from ehtui.opening import OpenCase


@dataclass(frozen=True, slots=True)
class RowKind:
    """One kind of row in a section."""

    record: type[Record]
    title: str
    """What the group is called; a template."""
    line: Callable[[OpenCase, Any], str]
    """One line about a saved row."""
    fields: tuple[str, ...] = ()
    """The fields of its form; empty for all."""
    defaults: Callable[[OpenCase], dict[str, Any]] = field(default=lambda _opened: {})
    """What a new row begins with."""
    shown: Callable[[OpenCase, Any], bool] = field(default=lambda _opened, _row: True)
    """Which saved rows belong here."""
    removable: bool = True
    addable: bool = True
    """Whether another one may be begun here."""
    fitting: Callable[[Callable[[str], str]], tuple[str, ...]] | None = None
    """The fields that fit what is chosen already, where they differ: it is given what each field
    holds, and asked again after every choice."""

    @property
    def table(self) -> str:
        """The table's name, which is also the case file's list."""
        return str(self.record.__tablename__)
