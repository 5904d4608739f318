"""The app without a file behind it, for what works whatever is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import work
from textual._compositor import Compositor

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


@pytest.fixture(autouse=True)
def _unpainted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay screens out and paint nothing: two fifths of the time, and few tests look at the paint.

    Those that do are marked ``painted``.
    """
    if not request.node.get_closest_marker("painted"):
        monkeypatch.setattr(
            Compositor, "render_update", lambda self, *_, **__: self._dirty_regions.clear()
        )
