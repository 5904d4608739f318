"""Choosing the procedure that new families begin with; those that are begun keep theirs."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from data.folders import own_folder
from data.procedures.loading import default_id, listed, load
from data.procedures.problems import BadProcedure
from data.store.errors import StoreError
from screens.say import say
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App

    from screens.desk import Desk

QUESTION = (
    "Which procedure do new families begin with? Every family that is here already keeps the one "
    "it was begun under."
)


async def choose_procedure(app: App[Any], desk: Desk) -> None:
    """Ask which procedure, keep the answer, and say what else may have to change with it."""
    here = desk.settings.procedure or default_id()
    chosen = await app.push_screen_wait(Pick(QUESTION, await asyncio.to_thread(_areas), here))
    if chosen is None or chosen == here:
        return
    before = desk.settings
    kept = desk.keep_settings(replace(before, procedure=chosen))
    try:
        await asyncio.wrap_future(kept)
    except StoreError as failed:
        desk.settings = before
        say(app, str(failed), worry=True)
        return
    name = load(chosen, own_folder("procedures")).name
    said = f"New families begin with: {name}."
    if before.harm_in_hours or before.harm_out_of_hours:
        said += " The numbers about harm stay as they were: look at them (F9, then F5)."
    say(app, said)


def _areas() -> list[tuple[str, str]]:
    """Name and id of every procedure that can be read; `ehtui procedures` says what ails others."""
    own = own_folder("procedures")
    found = []
    for key in listed(own):
        try:
            found.append((load(key, own).name, key))
        except BadProcedure:
            continue
    return found
