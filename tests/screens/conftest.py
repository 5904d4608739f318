"""The app without a file behind it, for what works whatever is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import work

from screens.app import EhtuiApp
from tests.screens.place import Place


class Bench(EhtuiApp):
    """Opens nothing."""

    @work
    async def open_file(self) -> None:
        return None

    def drain(self) -> None:
        return None


@pytest.fixture
def bench(tmp_path: Path) -> EhtuiApp:
    return Bench(tmp_path / "none.ehtui")


@pytest.fixture
def place() -> Place:
    return Place()
