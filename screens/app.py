"""The app: themes, what works everywhere, and leaving without losing a word."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import events, on, work
from textual.app import App
from textual.command import CommandPalette

from screens import theme
from screens.commands import CommandClass, CommandScreen, Offering
from screens.crash import farewell, silence_python, trace, write_report
from screens.global_commands import (
    OpenHarm,
    OpenPalette,
    OpenPhone,
    Quit,
    ShowHelp,
    SwitchTheme,
)
from screens.opening import OpeningScreen
from screens.say import say
from screens.type_ahead import TypeAhead

if TYPE_CHECKING:
    from data.store.secrets import Secret
    from data.store.store import Store
    from ehtui.opening import OpenCase
    from screens.desk import Desk

COULD_NOT = 3
HUNG_UP = 129
ENDS = ("SIGHUP", "SIGTERM")
"""Signals that end the program from outside; Windows has no first one."""
BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (120, "-wide")]


class EhtuiApp(App[None], Offering):
    """ehtui on the screen."""

    TITLE = "ehtui"
    CSS_PATH = Path(__file__).parent / "styles" / "ehtui.tcss"
    """Only what is painted first: the screens bring their styles when one of them is opened."""
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    ENABLE_COMMAND_PALETTE = False
    """Textual's own palette offers a screenshot, which would write the case to a plain file."""

    OFFERS: ClassVar[tuple[CommandClass, ...]] = (
        ShowHelp,
        OpenPhone,
        OpenHarm,
        OpenPalette,
        SwitchTheme,
        Quit,
    )

    desk: Desk

    def __init__(self, file: Path, secret: Secret | None = None) -> None:
        """Make the app for one file; without a ``secret`` it asks for the passphrase."""
        super().__init__()
        self.file = file
        self._secret = secret
        self._broken = False
        self._typed = TypeAhead(self, super().on_event)
        for ours in theme.THEMES:
            self.register_theme(ours)
        self.theme = theme.DARK.name

    async def on_event(self, event: events.Event) -> None:
        """Take keys in their order: what is typed ahead waits for the screen it is meant for."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._typed.take(event)
        else:
            await super().on_event(event)

    def on_load(self) -> None:
        """Keep asyncio, too, from printing what an exception says; mind a closed terminal."""
        with suppress(NotImplementedError):  # Windows: there the drafts of each two seconds remain
            for end in filter(None, (getattr(signal, name, None) for name in ENDS)):
                asyncio.get_running_loop().add_signal_handler(end, self.hang_up)
        asyncio.get_running_loop().set_exception_handler(
            lambda _loop, context: self.log.error(
                trace(context["exception"]) if "exception" in context else "asyncio"
            )
        )

    def hang_up(self) -> None:
        """Write what is typed and end: the terminal is closed, or the machine shuts down."""
        try:
            self.drain()
        finally:
            os._exit(HUNG_UP)

    def on_mount(self) -> None:
        """Paint the dashboard first; the file is opened behind it."""
        self.push_screen(OpeningScreen())
        self.call_after_refresh(self.open_file)

    @work(exclusive=True, group="open")
    async def open_file(self) -> None:
        """Open the file, asking for the passphrase if it was not given, and show what is due."""
        from screens.widgets.page_keys import mend_page_keys

        mend_page_keys()
        store = await self._opened_store()
        if store is None:
            self.exit(return_code=COULD_NOT)
            return
        self.desk = await asyncio.to_thread(_desk, store)
        self.desk.on_untraced = partial(self.call_later, partial(say, self, worry=True))
        self.show_dashboard()

    @on(OpeningScreen.InFront)
    def show_dashboard(self) -> None:
        """Put the dashboard in the place that was kept for it, unless something is in front."""
        if hasattr(self, "desk") and isinstance(self.screen, OpeningScreen):
            from screens.dashboard.screen import Dashboard

            self.switch_screen(Dashboard(self.desk))

    async def _opened_store(self) -> Store | None:
        from data.store.errors import StoreError, WrongPassphrase
        from data.store.store import Store
        from screens.unlock import Unlock

        if self._secret is None:
            return await self.push_screen_wait(Unlock(self.file))
        try:
            return await asyncio.to_thread(Store.open, self.file, self._secret, window=True)
        except WrongPassphrase:
            return await self.push_screen_wait(Unlock(self.file))
        except StoreError as failed:
            self.exit(return_code=COULD_NOT, message=Text(str(failed)))
            return None

    def drain(self) -> None:
        """Write every draft to the disk; return when it is there. Raises StoreError."""
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen):
                screen.flush()
        if hasattr(self, "desk"):
            self.desk.store.drain()

    def close(self) -> None:
        """Write what is left and let the file go, after the program has left the screen."""
        if hasattr(self, "desk"):
            self.desk.store.close()

    def perform(self, command: CommandClass) -> None:
        """Send it through the screen: it may answer itself, or know why not."""
        if isinstance(self.screen, Offering):
            self.screen.perform(command)
        else:
            super().perform(command)

    @on(ShowHelp)
    def show_help(self) -> None:
        """Open the help of the screen in front, or close it."""
        from screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss()
        else:
            self.push_screen(HelpScreen(self.screen if isinstance(self.screen, Offering) else self))

    @on(OpenPhone)
    def open_phone(self) -> None:
        """Open the phone above whatever is in front; what is typed there keeps its draft."""
        from screens.phone.screen import PhoneScreen

        if not hasattr(self, "desk"):
            say(self, "The file is still locked. F9 shows the numbers about harm all the same.")
        elif not any(isinstance(screen, PhoneScreen) for screen in self.screen_stack):
            self.push_screen(PhoneScreen(self.desk))
        elif not isinstance(self.screen, PhoneScreen):
            say(self, "The call you are noting is still open: Esc goes back to it.")

    @on(OpenHarm)
    def open_harm(self) -> None:
        """Show the numbers above whatever is in front, also while the file is still locked."""
        from screens.harm.numbers import HarmNow
        from screens.harm.screen import HarmScreen

        if isinstance(self.screen, HarmNow | HarmScreen):
            return
        if not hasattr(self, "desk"):
            self.push_screen(HarmNow())
            return
        behind = next(one for one in reversed(self.screen_stack) if not one.is_modal)
        if isinstance(behind, HarmScreen):  # what is being written there stays the only one
            self.push_screen(HarmNow(behind.procedure, self.desk.settings))
            return
        here = self._case_in_front()
        if here is None:
            self.push_screen(HarmScreen(self.desk))
        else:
            self.push_screen(HarmScreen(self.desk, here.file.case.id, opened=here))

    def _case_in_front(self) -> OpenCase | None:
        """Return the case that somebody works on, also behind a dialogue; a call's own, or none."""
        for screen in reversed(self.screen_stack):
            if hasattr(screen, "opened"):
                opened: OpenCase | None = screen.opened
                return opened
        return None

    @on(OpenPalette)
    def open_palette(self) -> None:
        """Open the palette once."""
        from screens.palette import CommandProvider

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette([CommandProvider], placeholder="type a command"))

    @on(SwitchTheme)
    def switch_theme(self) -> None:
        """Change to the other theme."""
        self.theme = theme.other(self.theme)

    @on(Quit)
    @work(exclusive=True, group="quit")
    async def leave(self) -> None:
        """Write every draft, then leave; if they can't be written, ask first."""
        from screens.widgets.confirm import Confirm

        try:
            await asyncio.to_thread(self.drain)
        except Exception:
            anyway = await self.push_screen_wait(
                Confirm(
                    "What you typed last could not be written to the disk. Leave and lose it?",
                    yes="Leave",
                    no="Stay",
                )
            )
            if not anyway:
                return
        self.exit()

    async def action_quit(self) -> None:
        """Leave the way the command does: Textual's own action would not wait for the drafts."""
        self.perform(Quit)

    def action_help_quit(self) -> None:
        """Answer Ctrl+C when there is nothing to copy."""
        say(self, "Ctrl+C copies what is selected. Ctrl+Q leaves; what you typed is kept.")

    def on_crash(self) -> bool:
        """Write the drafts; return whether that worked."""
        try:
            self.drain()
        except Exception:
            return False
        return True

    def panic(self, *renderables: RenderableType) -> None:
        """Show nothing of what Textual would: a rendered exception holds values."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """End with a plain sentence and the places in the code, instead of Textual's locals."""
        if self._broken or self._exception is None:
            self._close_messages_no_wait()
            return
        self._broken = True
        self.bell()
        report = write_report(self._exception, self.file.parent / "crashes", datetime.now(UTC))
        text = farewell(self._exception, self.on_crash(), report)
        self._exit_renderables.append(Text(text))
        self._close_messages_no_wait()


def _desk(store: Store) -> Desk:
    """Make the desk, and read what the dashboard needs, away from the thread that paints."""
    import screens.dashboard.screen  # noqa: F401
    from screens.desk import Desk

    return Desk(store)


def launch(file: Path, secret: Secret | None) -> int:
    """Run the program on a file. Returns the exit code: 0, or 3 if it broke or could not open."""
    silence_python()
    app = EhtuiApp(file, secret)
    try:
        app.run()
    finally:
        app.close()
    return COULD_NOT if app.return_code else 0
