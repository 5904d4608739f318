"""A family at one glance: at any width a stage has its sign beside it, and F9 is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from screens.widgets.titleline import TitleLine
from tests.screens.running import make_family, make_file, open_section, running

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("width", [60, 80, 160])
async def test_a_sign_never_stands_apart_from_its_stage(path: Path, width: int) -> None:
    make_file(path)
    case_id = make_family(path, "O'Neill [bold]")
    async with running(path, (width, 24)) as (app, pilot):
        screen = await open_section(app, pilot, case_id, "overview")
        spine = screen.query_one(".spine", Static)
        lines = [spine.render_line(y).text for y in range(spine.size.height)]
        stages = [line.rstrip() for line in lines if "▸" in line or "·" in line]
        assert stages
        assert not any(line.endswith(("·", "▸", "✓")) for line in stages)
        assert "F9 harm" in str(screen.query_one(TitleLine).render())
