"""A paper case from the desk, entered whole by keyboard: nothing of it is lost or bent."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from data import due
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.documents.case_text import case_document
from ehtui.documents.minutes import minutes_document
from ehtui.documents.plan import plan_document
from ehtui.documents.text import as_text
from ehtui.exports.central import log_plan
from ehtui.opening import OpenCase, open_case
from ehtui.process.sharing.copying import copies_of
from tests.screens import paper_beginning, paper_plan, paper_voices
from tests.screens.hands import Hands
from tests.screens.running import KEY, ME, make_file, running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SCHEMA = Path(__file__).parents[2] / "docs" / "plan.schema.json"
TODAY = date(2026, 11, 22)

ON_PAPER = (
    *("O'Connor-Łukasik", "Siân", "07700 900142", "Flat 2, 118a Glasshouse Row", "NE6 9ZZ"),
    *("Halina", "Łukasik", "about 63", "round the corner", "Byker", "Amir"),
    *("Caoimhe", "Keeva", "B801200005001", "Tomasz", "943 476 5870", "autism pathway"),
    *("the 29th, they think", "2022", "tell it back to me and she did", "not the texts"),
    "does not want the GP told anything, signs nothing",
    "I'm up three times a night with Tomek and I'm shattered",
    "rent £640 behind, letter from housing dated 28/8",
    *("Keeva helps", "I think too much, my opinion", "autism appointment 13/10"),
    "she's doing it all on her own and won't say",
    "83.4 % in the summer term (94.1 % the year before)",
    *("seems tired", "booked late, at 18 weeks", "mum crying", "the texts from year 13 lad"),
    *("babcia's kitchen", "own room 😂", "college for art", "the bang downstairs", "Snowdon steam"),
    *("NEH-26-03318", "£640", "under £300", "paediatric sleep clinic", "debt advice"),
    *("SENCo", "first ten minutes", "autism-pathway date to Declan", "3 of 7", "£520", "88.9 %"),
    *("first two payments made", "parenting group declined", "about the O'Connor boy?"),
    *("The plan exists, my name and number.", "Anything else."),
)
SECRET = "the texts from year 13"


NEVER_FORGOTTEN = (
    "kept from siân: could it be a risk of harm?",
    "marked worry of tomek: could it be a risk of harm?",
    "see tomek",
    "no outcome for: baby",
    "call to answer: council housing",
    "early help plan to hand out",
    "minutes of 1 oct to hand out",
)
"""What no date on the paper says."""


class Desk:
    """The file on the desk, from one day to the next."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self._monkeypatch = monkeypatch

    @asynccontextmanager
    async def on(self, day: str) -> AsyncIterator[Hands]:
        """Sit down at the desk on a day."""
        self._monkeypatch.setenv("EHTUI_TODAY", day)
        async with running(self.path, (120, 50)) as (app, pilot):
            yield Hands(app, pilot)

    def open(self) -> Store:
        return Store.open(self.path, Secret.from_key(KEY))


@pytest.fixture
def desk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    make_file(path)
    return Desk(path, monkeypatch)


async def test_the_paper_case_is_entered_whole_and_nothing_is_lost(
    desk: Desk, tmp_path: Path
) -> None:
    await enter_it(desk)
    async with desk.on("2026-11-22") as hands:
        await hands.settle()
    with desk.open() as store:
        (row,) = store.reading().execute("SELECT id FROM cases").fetchall()
        case = open_case(store.reading(), row[0])
        shown = " ".join(as_text(case_document(case)).split())
        assert [text for text in ON_PAPER if text not in shown] == []
        says_what_a_careful_colleague_would(store)
        what_is_kept_from_mum_stays_with_keeva(case)
        goes_to_the_log(store, row[0], tmp_path)


async def enter_it(desk: Desk) -> None:
    async with desk.on("2026-09-07") as hands:
        await paper_beginning.a_new_family(hands)
        await paper_beginning.the_people(hands)
    async with desk.on("2026-09-08") as hands:
        await paper_beginning.whether_to_start(hands)
        await paper_beginning.asking_the_centre(hands)
    async with desk.on("2026-09-09") as hands:
        await paper_beginning.the_plan_is_started(hands)
        await paper_voices.mum_signs(hands)
        await paper_voices.keeva_is_asked(hands)
    async with desk.on("2026-09-15") as hands:
        await paper_voices.declan_is_heard(hands)
        await paper_voices.the_three_columns(hands)
        await paper_voices.keevas_houses(hands)
        await paper_voices.tomeks_houses(hands)
    async with desk.on("2026-09-21") as hands:
        await paper_plan.the_plan(hands)
        await paper_plan.the_plan_is_agreed(hands)
        await paper_plan.the_plan_is_logged(hands)
        await paper_plan.the_team(hands)
        await paper_plan.the_first_taf_is_planned(hands)
    async with desk.on("2026-10-01") as hands:
        await paper_plan.the_first_taf(hands)
    async with desk.on("2026-10-22") as hands:
        await paper_plan.the_review(hands)
    async with desk.on("2026-11-03") as hands:
        await paper_plan.the_phone_call(hands)


def says_what_a_careful_colleague_would(store: Store) -> None:
    rows = due.page(store.reading(), TODAY, kind=None, who=None, limit=100)
    said = [(one.due.isoformat(), f"{one.what} {one.why}".casefold()) for one in rows]
    expected = (
        ("2026-11-06", "young carers"),
        ("2026-11-20", "sleep"),
        ("2026-10-09", "sleep plan"),
        ("2026-10-05", "autism-pathway"),
        ("2026-10-16", "repayment"),
        ("2026-10-01", "art club"),
        ("2026-12-17", "review"),
        ("2026-12-18", "sleeps through"),
    )
    missing = [one for one in expected if not any(one[0] == d and one[1] in s for d, s in said)]
    assert missing == [], said
    for words in NEVER_FORGOTTEN:
        assert any(words in text for _, text in said), (words, said)


def what_is_kept_from_mum_stays_with_keeva(case: OpenCase) -> None:
    met = case.file.held_meetings[-1]
    plans = {one.name: one.recipient for one in copies_of(case.file, case.procedure, None)}
    minutes = {one.name: one.recipient for one in copies_of(case.file, case.procedure, met)}
    assert SECRET not in as_text(plan_document(case, plans["Siân"]))
    assert SECRET not in as_text(minutes_document(case, met.id, minutes["Siân"]))
    for copies, document in (
        (plans, plan_document),
        (minutes, lambda case, who: minutes_document(case, met.id, who)),
    ):
        theirs = as_text(document(case, copies["income officer"]))
        assert "Rent arrears" in theirs
        for kept in ("Tomek sleeps", "Keeva feels", "autism", "how safe", "mum crying"):
            assert kept not in theirs


def goes_to_the_log(store: Store, case_id: str, folder: Path) -> None:
    files = log_plan(store, case_id, folder, by=ME, today=TODAY)
    (written,) = (one for one in files if one.suffix == ".json")
    plan = json.loads(written.read_text(encoding="utf-8"))
    jsonschema.validate(plan, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert plan["case"]["central_number"] == "NEH-26-03318"
