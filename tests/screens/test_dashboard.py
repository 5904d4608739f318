"""The dashboard: what is due, worst first, and what has been agreed for later."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from data.drafts import Draft, keep
from data.records.meetings import Meeting
from data.records.outcomes import Action
from data.store.secrets import Secret
from data.store.store import Store
from screens.case.section_menu import SectionMenu
from screens.dashboard import screen as dashboard
from screens.dashboard.listing import DueListing
from screens.dashboard.screen import Dashboard
from screens.desk import Desk
from screens.meetings.team import TeamScreen
from screens.start.screen import StartScreen
from screens.unsaved_text import GONE, UnsavedText, names_of, place
from screens.widgets.banner import Banner
from screens.widgets.confirm import Confirm
from screens.widgets.narrative import Narrative
from screens.widgets.pick import Pick
from tests.screens.running import KEY, TODAY, make_family, make_file, open_section, running, until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.pilot import Pilot

    from data.due import Counts, DueRow
    from data.store.driver import Connection
    from ehtui.changes import ChangeSet
    from screens.app import EhtuiApp

HELD, AGREED = date(2026, 11, 19), date(2027, 1, 14)


def fill(changes: ChangeSet) -> None:
    case = changes.row(changes.case_id)
    assert case is not None
    case.put(plan_started=date(2026, 11, 2), plan_dated=date(2026, 11, 10))
    changes.new(Meeting, kind="review_taf", on=HELD, held=True, next_on=AGREED, next_at="15:45")
    for days in (-3, 2, 4):
        changes.new(Action, what=f"Ring [{days}]", who="Gran", due=TODAY + timedelta(days))


@pytest.fixture
def file(path: Path) -> Path:
    make_file(path)
    make_family(path, "O'Connor-Łukasik", fill)
    return path


async def listed(app: EhtuiApp, pilot: Pilot[None]) -> list[str]:
    assert isinstance(app.screen, Dashboard)
    listing = app.screen.query_one("#due", OptionList)
    await until(pilot, lambda: listing.option_count > 1)
    await app.workers.wait_for_complete()
    await pilot.pause()
    return [str(one.prompt) for one in listing.options]


async def test_what_was_agreed_for_next_year_is_seen_today_and_can_be_read(file: Path) -> None:
    async with running(file) as (app, pilot):
        lines = await listed(app, pilot)
        later = lines[next(at for at, one in enumerate(lines) if one.startswith("Later")) :]
        (review,) = [one for one in later if "15:45" in one]
        assert review.startswith("14 Jan 2027  O'Connor-Łukasik   Review TAF 15:45")


async def test_the_headings_count_everything_that_is_due_not_only_what_fits_a_page(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(file) as (app, pilot):
        await pilot.press("w")
        await until(pilot, lambda: app.screen.query("Pick OptionList"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        lines = [one.strip().split("  ")[0] for one in await listed(app, pilot)]
        assert lines == ["Overdue 1", "3 days", "Next 7 days 2", "Tue 24", "Thu 26"]
        monkeypatch.setattr(dashboard, "PAGE", 2)
        app.screen.query_one("#due", OptionList).clear_options()
        assert isinstance(app.screen, Dashboard)
        app.screen.read_rows()
        lines = [one.strip() for one in await listed(app, pilot)]
        assert lines[2] == "Next 7 days 2"
        assert lines[-1] == "1 more are due after these: k and w show a part."


async def test_the_privacy_switch_shows_references_only_and_turns_back(file: Path) -> None:
    async with running(file) as (app, pilot):
        assert any("O'Connor" in line for line in await listed(app, pilot))
        await pilot.press("p")
        hidden = "\n".join(await listed(app, pilot))
        assert "Actions" in hidden
        assert not any(name in hidden for name in ("O'Connor", "Tom", "Gran", "Ring ["))
        await pilot.press("p")
        assert any("O'Connor" in line for line in await listed(app, pilot))
        app.desk.showing_to = ("mum",)
        app.screen.read_rows()  # type: ignore[attr-defined]
        await until(pilot, lambda: app.screen.query_one(Banner).display)
        assert "\n".join(await listed(app, pilot)) == hidden


async def test_a_filter_by_kind_leaves_only_that_kind(file: Path) -> None:
    async with running(file) as (app, pilot):
        before = len(await listed(app, pilot))
        await pilot.press("k")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        await until(pilot, lambda: len(app.screen.query_one("#due", OptionList).options) < before)
        assert any("Ring [" in line for line in await listed(app, pilot))


async def test_the_sections_of_the_family_on_the_line_are_one_key_away(file: Path) -> None:
    async with running(file) as (app, pilot):
        await listed(app, pilot)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, SectionMenu) and app.focused)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, TeamScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))


def test_a_draft_is_called_by_the_place_it_was_typed_in() -> None:
    forms = ("new_family", "people", "columns", "gone")
    assert [place(form) for form in forms] == [
        "New family",
        "People and services",
        "Three Columns",
        GONE,
    ]


def two_meetings(changes: ChangeSet) -> None:
    for day, kind in ((17, "first_taf"), (19, "review_taf")):
        changes.new(Meeting, kind=kind, on=date(2026, 11, day))


def test_drafts_of_one_kind_are_told_apart_by_their_meeting_or_by_when_they_were_typed(
    path: Path,
) -> None:
    make_file(path)
    case_id = make_family(path, "Bello", two_meetings)
    with Store.open(path, Secret.from_key(KEY)) as store:
        desk = Desk(store)
        first, second = desk.open_case(case_id).file.meetings
        drafts = [
            Draft("device", run, form, case_id, record, {"case_id": case_id, "rows": []}, at)
            for run, form, record, at in (
                ("1", "minutes", first.id, "2026-11-20T12:00:00.000+00:00"),
                ("1", "minutes", second.id, "2026-11-20T12:00:00.000+00:00"),
                ("1", "people", "", "2026-11-19T12:00:00.000+00:00"),
                ("2", "people", "", "2026-11-20T12:00:00.000+00:00"),
                ("2", "columns", "", ""),
            )
        ]
        names = names_of(desk, drafts)
        assert [name.split(" · ")[1:-1] for name in names[:4]] == [["Minutes"]] * 2 + [
            ["People and services"]
        ] * 2
        assert ("Tue 17 Nov 2026" in names[0], "Thu 19 Nov 2026" in names[1]) == (True, True)
        assert ("Thu 19 Nov 2026" in names[2], "Fri 20 Nov 2026" in names[3]) == (True, True)
        assert names[4] == "Bello · Three Columns"
        desk.showing_to = ("somebody",)
        assert "17 Nov" not in names_of(desk, drafts)[0]


ROW = {"table": "meetings", "record_id": "m", "version": 1, "typed": {"family_view": "tired [/]"}}


async def test_that_nothing_is_due_is_not_said_before_it_is_known(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def older(connection: Connection) -> None:
        connection.execute("DELETE FROM due")
        connection.execute("UPDATE summaries SET rules = '0:older'")

    with Store.open(file, Secret.from_key(KEY)) as store:
        store.write(older).result()
    said: list[str] = []
    show = DueListing.show

    def watched(listing: DueListing, rows: Sequence[DueRow], counts: Counts, nothing: str) -> None:
        said.append(nothing)
        show(listing, rows, counts, nothing)

    monkeypatch.setattr(DueListing, "show", watched)
    async with running(file) as (app, pilot):
        await until(pilot, lambda: app.screen.query_one(DueListing).current)
    assert set(said) == {""}


async def test_of_several_drafts_one_is_chosen(path: Path) -> None:
    make_file(path)
    names = ("Bello", "Hart")
    left = {make_family(path, name): name for name in names}
    with Store.open(path, Secret.from_key(KEY)) as store:
        for case_id in left:
            typed = {"case_id": case_id, "rows": []}
            draft = Draft(store.device_id, "an old run", "start", case_id, "", typed)
            store.write(partial(keep, draft=draft)).result()
    async with running(path) as (app, pilot):
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, Pick) and app.focused)
        await pilot.press(*"hart", "enter")
        await until(pilot, lambda: isinstance(app.screen, StartScreen))
        assert isinstance(app.screen, StartScreen)
        assert left[app.screen.case_id] == "Hart"


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("minutes", ROW),
        ("people", {**ROW, "table": "gone"}),
        ("people", {**ROW, "typed": {"gone": "tired [/]"}}),
        ("gone", ROW),
    ],
    ids=["no meeting", "no table", "no field", "no form"],
)
async def test_a_draft_whose_place_is_gone_is_kept_and_can_be_read(
    path: Path, form: str, row: dict[str, object]
) -> None:
    make_file(path)
    case_id = make_family(path, "Bello")
    left = {"case_id": case_id, "rows": [row]}
    with Store.open(path, Secret.from_key(KEY)) as store:
        draft = Draft(store.device_id, "an old run", form, case_id, "", left)
        store.write(lambda connection: keep(connection, draft)).result()
    async with running(path) as (app, pilot):
        if form == "people":
            screen = await open_section(app, pilot, case_id, form)
            assert screen.editing.is_empty
            app.pop_screen()
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, UnsavedText) and app.focused)
        assert "tired [/]" in app.screen.query_one(Narrative).text
        await pilot.press("escape")
        assert [one.form for one in app.desk.unsaved()] == [form]
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, UnsavedText) and app.focused)
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, Dashboard))
        app.drain()
        assert app.desk.unsaved() == []
