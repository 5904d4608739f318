"""Pictures of every screen into docs/screenshots, and the page that shows them: ``make pictures``.

Always the same day and the same minute: a picture changes only when its screen has.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from functools import partial
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import resvg_py

import data
from data.lookup.found import recorded
from data.procedures.loading import default_id, listed, load
from data.records.people import Person
from data.same_people import undecided
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.demo.filling import fill
from ehtui.refusals import Conflict
from ehtui.same_people import beside
from ehtui.today import today
from screens.case.section_menu import SectionMenu
from screens.case.sections import BENEATH, SECTIONS, offered, section_screen
from screens.case.showing_to import ShowingTo
from screens.dashboard.families import FamiliesScreen
from screens.dashboard.screen import Dashboard
from screens.forms.settling import Settling
from screens.harm.numbers import HarmNow
from screens.harm.screen import HarmScreen
from screens.help import HelpScreen
from screens.look_alikes.beside import Beside
from screens.look_alikes.deciding import CHOICES
from screens.look_alikes.waiting import WaitingLookAlikes
from screens.phone.screen import PhoneScreen
from screens.start.new_family import NewFamilyScreen
from screens.unlock import Unlock
from screens.widgets.ask_date import AskDate
from screens.widgets.confirm import Confirm
from tests.screens.running import KEY, make_family, make_file, running, until

if TYPE_CHECKING:
    from textual.screen import Screen

    from data.procedures.model import Procedure
    from screens.app import EhtuiApp
    from screens.desk import Desk

    Screens = dict[str, Screen[Any]]

DOCS = Path(data.__file__).parent.parent / "docs"
PICTURES = DOCS / "screenshots"
SIZES = {(80, 24): 800, (160, 50): 1200}
"""Columns and rows, and the picture's width in pixels."""
FAMILY = "O'Connor-Łukasik"
SEED = 1
NOW = "09:10"
CLOCKS = ("screens.phone.screen", "screens.phone.after", "screens.harm.screen")
"""Where the wall clock is read."""
DIALOGUES = {
    "menu": "F2: the sections of a record, each with its letter.",
    "help": "F1: what the screen is for and every key that works on it.",
    "ask-date": "A day, typed as one likes; below the line stands how it was read.",
    "confirm": "Nothing is thrown away or removed before a yes.",
    "showing": "Who can see the screen: what is kept from them leaves it.",
    "settling": "Saved in another window meanwhile: both texts, and which of them to keep.",
    "harm-now": "F9 while something else is asked, or the file is still locked: the numbers.",
    "unlock": "The passphrase, when the program is opened.",
    "in-the-file-already": "Somebody who may stand in another family's record, said once saved.",
    "beside": "The two side by side; Enter says whether they are the same.",
}
"""What stands in front of a section, and what it is for."""
HEAD = """# Every screen

On the demo caseload, as on Sun 22 Nov 2026; sections that only another area has, on a family of
that area. Made by `make pictures`, this page as well.
"""


class Album:
    """The pictures of one size, and what each screen says of itself."""

    def __init__(self, app: EhtuiApp, pilot: Any, size: tuple[int, int]) -> None:
        self.app = app
        self.pilot = pilot
        self.size = size
        self.said: dict[str, str] = {}

    async def take(self, shown: Screens, behind: Screen[Any] | None = None) -> None:
        """Take a picture of each screen, dialogues in front of the screen ``behind`` them."""
        if behind is not None:
            await self._show(behind)
        for name, screen in shown.items():
            await self._show(screen)
            self.keep(name, screen)
            self.app.pop_screen()
            await self.pilot.pause()
        if behind is not None:
            self.app.pop_screen()

    async def _show(self, screen: Screen[Any]) -> None:
        self.app.push_screen(screen)
        await until(self.pilot, lambda: screen.is_current and bool(screen.query("*")))
        await self.app.workers.wait_for_complete()
        for _ in range(20):
            await self.pilot.pause()

    def keep(self, name: str, screen: Screen[Any]) -> None:
        """Write what is on the screen as a picture."""
        drawn = re.sub(r"@font-face \{.*?\}", "", self.app.export_screenshot(), flags=re.DOTALL)
        drawn = drawn.replace("Fira Code", "DejaVu Sans Mono")
        picture = bytes(resvg_py.svg_to_bytes(svg_string=drawn, width=SIZES[self.size]))
        (PICTURES / f"{name}-{self.size[0]}x{self.size[1]}.png").write_bytes(picture)
        first = cleandoc(type(screen).__doc__ or "").split("\n\n")[0]
        self.said[name] = DIALOGUES.get(name) or " ".join(first.split())


def sections(desk: Desk, case_id: str, meeting_id: str, procedure: Procedure) -> Screens:
    """Return every section that the area offers, and what lies beneath a meeting."""
    found: Screens = {one.key: section_screen(one.key)(desk, case_id) for one in offered(procedure)}
    for one in BENEATH:
        about = "" if one.key == "views" else meeting_id
        found[one.key] = section_screen(one.key)(desk, case_id, about)
    return found


def desktop(desk: Desk) -> Screens:
    """Return the screens that belong to no family."""
    return {
        "families": FamiliesScreen(desk),
        "new-family": NewFamilyScreen(desk),
        "phone": PhoneScreen(desk),
        "harm": HarmScreen(desk),
    }


def dialogues(desk: Desk, case_id: str, behind: Any) -> Screens:
    """Return what comes in front of a section."""
    opened = desk.open_case(case_id)
    child = opened.file.children[0]
    stale = Conflict(
        str(Person.__tablename__), child.id, "school", "St Oswin's", "Stotts Lane", child.version
    )
    return {
        "menu": SectionMenu(opened, "outcomes"),
        "help": HelpScreen(behind),
        "ask-date": AskDate("Until when is it moved?", desk.today),
        "confirm": Confirm("Throw away what you typed here and did not save?", yes="Throw away"),
        "showing": ShowingTo(opened.file, ()),
        "settling": Settling([stale], opened.wording),
        "harm-now": HarmNow(opened.procedure, desk.settings),
        "unlock": Unlock(desk.store.path),
    }


async def demo(file: Path, size: tuple[int, int]) -> dict[str, str]:
    """Take the pictures of the demo caseload; return what each shows."""
    async with running(file, size) as (app, pilot):
        rows = app.desk.store.reading().execute(
            "SELECT cases.id, meetings.id FROM cases JOIN meetings ON case_id = cases.id "
            'WHERE family_name = ? ORDER BY meetings."on" DESC',
            (FAMILY,),
        )
        case_id, meeting_id = rows.fetchone()
        album = Album(app, pilot, size)
        assert isinstance(app.screen, Dashboard)
        album.keep("dashboard", app.screen)
        await album.take(desktop(app.desk))
        await album.take(sections(app.desk, case_id, meeting_id, load(default_id())))
        behind = section_screen("outcomes")(app.desk, case_id)
        await album.take(dialogues(app.desk, case_id, behind), behind)
        return album.said


async def elsewhere(folder: Path, size: tuple[int, int]) -> dict[str, str]:
    """Take the pictures of the sections that only other areas have."""
    said: dict[str, str] = {}
    lacking = {one.key for one in SECTIONS} - {one.key for one in offered(load(default_id()))}
    for area in sorted(listed()):
        here = lacking & {one.key for one in offered(load(area))}
        if not here:
            continue
        lacking -= here
        file = folder / f"{size[0]}-{len(lacking)}.db"
        make_file(file)
        case_id = make_family(file, "Field", procedure=area)
        async with running(file, size) as (app, pilot):
            album = Album(app, pilot, size)
            await album.take({key: section_screen(key)(app.desk, case_id) for key in sorted(here)})
            said |= album.said
    return said


async def twice(file: Path, size: tuple[int, int]) -> dict[str, str]:
    """Take the pictures of somebody who stands in two families' records."""
    async with running(file, size) as (app, pilot):
        album, desk = Album(app, pilot, size), app.desk
        (pair,) = undecided(desk.store.reading(), 2)
        people = recorded(desk.store.reading(), [pair.one, pair.other])
        found = [beside(desk.store.reading(), pair.other)]
        compared = Beside(desk, people[pair.one], found, people, CHOICES)
        section = section_screen("people")(desk, pair.case_id)
        await album.take({"look-alikes": WaitingLookAlikes(desk)})
        await album.take({"in-the-file-already": section})
        behind = section_screen("people")(desk, pair.case_id)
        await album.take({"beside": compared}, behind)
        return album.said


def page(said: dict[str, str]) -> str:
    """Return the page that shows every picture under what its screen is for."""
    parts = [HEAD]
    for name, words in said.items():
        parts.append(f"## {name}\n\n{words}\n")
        for columns, rows in SIZES:
            at = f"{name}, {columns}×{rows}"
            parts.append(f"![{at}](screenshots/{name}-{columns}x{rows}.png)\n")
    return "\n".join(parts)


def main() -> None:
    """Make the families in throw-away files, take every picture of them, and write the page."""
    os.environ["EHTUI_TODAY"] = "2026-11-22"
    PICTURES.mkdir(exist_ok=True)
    said: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["EHTUI_HOME"] = str(folder / "home")
        file = folder / "demo.db"
        with Store.create(file, Secret.from_key(KEY)) as store:
            fill(store, None, SEED, today())
        two = folder / "two.db"
        make_file(two)
        for family in ("Łukasik", "Lukasik"):
            make_family(two, family)
        clocks = [patch(f"{module}.wall_clock", partial(str, NOW)) for module in CLOCKS]
        for clock in clocks:
            clock.start()
        for size in SIZES:
            said = asyncio.run(demo(file, size)) | asyncio.run(elsewhere(folder, size))
            said |= asyncio.run(twice(two, size))
    (DOCS / "screens.md").write_text(page(said), encoding="utf-8")


if __name__ == "__main__":
    main()
