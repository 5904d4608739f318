"""Writing out a document for one reader: who it is for, whether it may go there, which folder."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from data.store.errors import StoreError, shown
from ehtui.process.sharing.may_go import goes
from ehtui.process.sharing.recipients import Recipient
from ehtui.process.sharing.restrictions import may_be_written_to
from screens.say import say
from screens.widgets.ask_folder import AskFolder
from screens.widgets.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.casefile import CaseFile
    from ehtui.documents.document import Document
    from ehtui.opening import OpenCase
    from screens.case.frame import CaseScreen

FOLDER = Path("~/Documents")
YOURSELF = "yourself"


def readers(file: CaseFile) -> dict[str, Recipient]:
    """Return who could be given a document, by key: yourself first, the family, then the team."""
    family = {one.id: Recipient.person(one) for one in file.people if not one.is_unborn}
    team = {one.id: Recipient.member(file, one) for one in file.members if not one.person_id}
    return {YOURSELF: Recipient.own_agency(YOURSELF), **family, **team}


async def give_out(
    screen: CaseScreen, name: str, make: Callable[[OpenCase, Recipient], Document]
) -> None:
    """Ask for whom and where to, write the reader's own copy there, and leave a trace."""
    everybody, seen = readers(screen.opened.file), readers(screen.shown.file)
    lines = [(seen[key].name, key) for key in everybody if key in seen]
    chosen = await screen.app.push_screen_wait(Pick("For whom? Each reads only their own.", lines))
    if chosen is None:
        return
    reader = everybody[chosen]
    for verdict in (
        may_be_written_to(screen.opened.file, reader),
        goes(screen.opened.file, reader, None, ()),
    ):
        if not verdict:
            say(screen.app, screen.why(verdict.why), worry=True)
            return
    folder = await screen.app.push_screen_wait(AskFolder("Into which folder?", FOLDER.expanduser()))
    if folder is None:
        return
    try:
        path = await asyncio.to_thread(_write, make(screen.opened, reader), name, folder)
    except (StoreError, LookupError) as failed:
        say(screen.app, str(failed), worry=True)
        return
    screen.desk.wrote_out(screen.case_id, name)
    say(screen.app, f"Written: {shown(path)}")


def _write(document: Document, name: str, folder: Path) -> Path:
    from ehtui.documents.docx import as_docx
    from ehtui.exports.files import write_new

    (path,) = write_new(folder, {f"{document.reference}-{name}.docx": as_docx(document)})
    return path
