"""Making the pack: what goes with a request, or with a contact about harm, as files in a folder."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from data.records.contacts import HarmContact
from data.records.decisions import Request, SharingDecision
from data.store.errors import StoreError, shown
from ehtui.changes import ChangeSet
from ehtui.process.sharing.packing import Turned, may_pack
from screens.commands import Command, CommandClass
from screens.rows.frame import RowsScreen
from screens.say import say
from screens.widgets.ask_folder import AskFolder

if TYPE_CHECKING:
    from data.records.base import Record
    from ehtui.documents.pack import Pack

FOLDER = Path("~/Documents")
FIRST = "Go to a request that is written down, or to a contact about harm, first."


class MakePack(Command):
    """Put together what goes with this: a cover page and each paper, as its reader may see it."""

    key = "f5"
    footer = "make the pack"


class Packing(RowsScreen):
    """A section of which one kind of row goes to somebody, with its papers."""

    OFFERS: ClassVar[tuple[CommandClass, ...]] = (MakePack,)
    PACKED: ClassVar[type[Record]]
    """The kind of row that a pack is made for."""

    def why_not(self, command: CommandClass) -> str | None:
        """Say where a pack can be made."""
        if command is MakePack and hasattr(self, "editing"):
            return None if self.kind_of(self.chosen).record is self.PACKED else FIRST
        return super().why_not(command)

    @on(MakePack)
    @work(exclusive=True, group="pack")
    async def pack(self) -> None:
        """Save what is typed, and write what goes with this row."""
        if await self.save_now():
            await make_pack(self, self.chosen)


async def make_pack(screen: RowsScreen, key: str) -> None:
    """Write the papers for the request or contact of this key, and write down what went."""
    row = screen.opened.file.find(key)
    if not isinstance(row, Request | HarmContact):
        say(screen.app, FIRST, worry=True)
        return
    opened, read = screen.opened, screen.shown
    turned = _turned(row, screen)
    if not may_pack(turned, opened.file, opened.procedure):
        why = may_pack(_turned(read.own(row), screen), read.file, read.procedure).why
        say(screen.app, why, worry=True)
        return
    from ehtui.documents.pack import pack_for

    pack = await asyncio.to_thread(pack_for, opened, turned, screen.desk.today)
    question = "\n".join(
        (
            f"The pack for {pack.reader.name}: into which folder?",
            f"Goes: {', '.join(pack.went) or 'nothing but the cover page'}.",
            *(f"Missing: {one}." for one in pack.missing),
        )
    )
    folder = await screen.app.push_screen_wait(AskFolder(question, FOLDER.expanduser()))
    if folder is None:
        return
    from ehtui.exports.files import take_back, write_new

    try:
        written = await asyncio.to_thread(write_new, folder, _files(screen, turned, pack))
    except StoreError as failed:
        say(screen.app, str(failed), worry=True)
        return
    if not await screen.save_changes(_written_down(screen, row, pack)):
        take_back(written)
        return
    screen.desk.wrote_out(screen.case_id, f"pack {turned.asked.key if turned.asked else ''}")
    say(screen.app, f"{len(written)} files written into {shown(folder)}")


def _turned(row: Request | HarmContact, screen: RowsScreen) -> Turned:
    procedure = screen.opened.procedure
    if isinstance(row, Request):
        return Turned.request(row, procedure)
    return Turned.contact(row, procedure)


def _files(screen: RowsScreen, turned: Turned, pack: Pack) -> dict[str, bytes]:
    from ehtui.documents.docx import as_docx

    what = turned.asked.key if turned.asked else ""
    begin = f"{screen.opened.file.case.reference}-{what}-{screen.desk.today}"
    return {
        f"{begin}-{number}-{name}.docx": as_docx(paper)
        for number, (name, paper) in enumerate(pack.papers)
    }


def _written_down(screen: RowsScreen, row: Request | HarmContact, pack: Pack) -> ChangeSet:
    """What went stands with the request; about harm it is a decision to share. Source: Derby 6."""
    changes = ChangeSet(screen.case_id)
    if isinstance(row, Request):
        earlier = [row.sent_with] if row.sent_with else []
        changes.edit(row, sent_with="\n".join([*earlier, pack.account]))
        return changes
    changes.new(
        SharingDecision,
        on=screen.desk.today,
        share=True,
        why=row.reason,
        what=pack.account,
        with_whom=pack.reader.name,
        agency_id=pack.reader.id or None,
        basis="safeguarding",
        family_told=row.parents_told,
        not_told_why=row.parents_not_told_why,
    )
    return changes
