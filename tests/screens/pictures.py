"""Pictures of every screen, on the demo caseload, into docs/screenshots: ``make pictures``."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import resvg_py

import data
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.demo import fill
from ehtui.today import today
from screens.families import FamiliesScreen
from screens.harm import HarmScreen
from screens.minutes import MinutesScreen
from screens.new_family import NewFamilyScreen
from screens.phone import PhoneScreen
from screens.sections import SECTIONS, section_screen
from tests.screens.running import KEY, running, until

if TYPE_CHECKING:
    from textual.screen import Screen

    from screens.app import EhtuiApp
    from screens.desk import Desk

PICTURES = Path(data.__file__).parent.parent / "docs" / "screenshots"
SIZES = {(80, 24): 800, (160, 50): 1200}
"""Columns and rows, and the picture's width in pixels."""
FAMILY = "O'Connor-Łukasik"
SEED = 1


def screens(desk: Desk, case_id: str, meeting_id: str) -> dict[str, Screen[Any]]:
    """Return every screen by the name of its picture."""
    found: dict[str, Screen[Any]] = {
        one.key: section_screen(one.key)(desk, case_id) for one in SECTIONS
    }
    found["minutes"] = MinutesScreen(desk, case_id, meeting_id)
    found["phone"] = PhoneScreen(desk)
    found["families"] = FamiliesScreen(desk)
    found["new-family"] = NewFamilyScreen(desk)
    found["harm"] = HarmScreen(desk)
    return found


async def take(file: Path, size: tuple[int, int]) -> None:
    """Take the pictures of one size."""
    async with running(file, size) as (app, pilot):
        rows = app.desk.store.reading().execute(
            "SELECT cases.id, meetings.id FROM cases JOIN meetings ON case_id = cases.id "
            'WHERE family_name = ? ORDER BY meetings."on" DESC',
            (FAMILY,),
        )
        case_id, meeting_id = rows.fetchone()
        keep(app, "dashboard", size)
        for name, screen in screens(app.desk, case_id, meeting_id).items():
            app.push_screen(screen)
            await until(pilot, partial(_is_there, screen))
            await app.workers.wait_for_complete()
            for _ in range(20):
                await pilot.pause()
            keep(app, name, size)
            app.pop_screen()
            await pilot.pause()


def _is_there(screen: Screen[Any]) -> bool:
    return screen.is_current and bool(screen.query("*"))


def keep(app: EhtuiApp, name: str, size: tuple[int, int]) -> None:
    """Write what is on the screen as a picture."""
    drawn = re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(), flags=re.DOTALL)
    drawn = drawn.replace("Fira Code", "DejaVu Sans Mono")
    picture = bytes(resvg_py.svg_to_bytes(svg_string=drawn, width=SIZES[size]))
    (PICTURES / f"{name}-{size[0]}x{size[1]}.png").write_bytes(picture)


def main() -> None:
    """Make the demo caseload in a throw-away file and take every picture of it."""
    os.environ["EHTUI_TODAY"] = "2026-11-22"
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "demo.db"
        with Store.create(file, Secret.from_key(KEY)) as store:
            fill(store, None, SEED, today())
        for size in SIZES:
            asyncio.run(take(file, size))


if __name__ == "__main__":
    main()
