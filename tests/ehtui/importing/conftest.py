from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.store.store import Store
from ehtui.importing.people import Found, look_through, read_sheet
from ehtui.importing.writing import import_people

TODAY = date(2026, 11, 22)
Bring = Callable[..., Found]


def nothing(_: float) -> None:
    pass


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Bring:
    """Import rows of text below their headings, and give what was found in them."""

    def bring(*lines: str) -> Found:
        path = tmp_path / "people.csv"
        path.write_text("\n".join(lines), "utf-8")
        found = look_through(store.reading(), read_sheet(path, {}, nothing), TODAY, nothing)
        import_people(store, found.people, TODAY, nothing)
        return found

    return bring
