"""Keys typed ahead: what is typed behind a key that changes the screen waits until it has changed.

A letter that is typed where the cursor is goes there at once, as ever. Any other key may open,
close or rebuild something, and what follows it is for what is there then.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events

from screens.opening import OpeningScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.screen import Screen
    from textual.worker import Worker

    from screens.widgets.choice import Choice

Typed = events.Key | events.Paste

PATIENCE = 3
"""Seconds after which a key is passed on all the same: nobody is locked out by what hangs."""
TURN = 0.005
"""Seconds between two looks: the thread that saves or reads needs the time."""
ROUNDS = 3
"""A key climbs to the app, which runs its command, which climbs again and opens a screen."""


class TypeAhead:
    """What was typed and not passed on yet, in order."""

    def __init__(self, app: App[None], deliver: Callable[[Typed], Awaitable[None]]) -> None:
        """Hold keys back for an app; ``deliver`` is how it takes one."""
        self._app = app
        self._deliver = deliver
        self._waiting: deque[Typed] = deque()
        self._going_on: asyncio.Task[None] | None = None
        self._screen: Screen[object] | None = None
        self._known: set[Worker[object]] = set()
        self._key = ""

    async def take(self, event: Typed) -> None:
        """Pass a key on, or keep it until what came before it has been done."""
        if self._going_on is not None and not self._going_on.done():
            self._waiting.append(event)
            return
        if _says_something(event) and self._app.focused is None:
            self._waiting.append(event)  # the cursor may be on its way to what was built anew
        elif self._is_text(event):
            await self._deliver(event)
            return
        else:
            await self._pass_on(event)
        self._going_on = asyncio.create_task(self._go_on())

    async def _pass_on(self, event: Typed) -> None:
        if _goes_on(event) and self._choice.unfolded_at(self._app.focused):
            # What is chosen may bring the field to go on to: the key waits until it is there.
            self._waiting.appendleft(event)
            event = events.Key("enter", "\r")
        self._screen = self._app.screen
        self._known = self._works()
        self._key = event.key if isinstance(event, events.Key) else ""
        await self._deliver(event)

    async def _go_on(self) -> None:
        await self._arrive()
        while self._waiting:
            if self._app.focused is None:  # what had the cursor is being built anew
                await self._arrive()
            event = self._waiting.popleft()
            is_text, done = self._is_text(event), asyncio.Event()
            if not self._app.call_later(self._pass_on, event):
                return
            self._app.call_later(done.set)
            await done.wait()
            if not is_text:
                await self._arrive()

    async def _arrive(self) -> None:
        """Wait until the last key has been done, and what it opened can be typed in."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while await self._still_busy():
                    await asyncio.sleep(TURN)

    async def _still_busy(self) -> bool:
        """Whether something goes on, now or once all that was said meanwhile has been heard."""
        busy = self._is_busy()
        for _ in range(ROUNDS):
            await self._hear()
        return busy or self._is_busy()

    async def _hear(self) -> None:
        """Wait until everything from the cursor up to the app has read its messages."""
        for node in (self._app.focused or self._app.screen).ancestors_with_self:
            heard = asyncio.Event()
            if node.call_later(heard.set):
                await heard.wait()

    def _is_busy(self) -> bool:
        """Whether work that the key began may still change what is typed in."""
        if self._is_opening:
            return True
        if self._app.screen is not self._screen or self._app.focused is None:
            return bool(self._works())
        goes_on = self._key == "enter" and self._takes_text()  # an added line is cleared at once
        return not goes_on and bool(self._works() - self._known)

    def _works(self) -> set[Worker[object]]:
        front = self._app.screen
        return {one for one in self._app.workers if one.node is front and not one.is_finished}

    @property
    def _is_opening(self) -> bool:
        """Whether the file is still being opened, for which nobody waits at that screen."""
        return isinstance(self._app.screen, OpeningScreen)

    @property
    def _choice(self) -> type[Choice]:
        from screens.widgets.choice import Choice  # at the first key: not before the first paint

        return Choice

    def _takes_text(self) -> bool:
        focused = self._app.focused
        return focused is not None and focused.check_consume_key("a", "a")

    def _is_text(self, event: Typed) -> bool:
        focused = self._app.focused
        if focused is None or isinstance(event, events.Paste):
            return focused is not None
        if isinstance(focused, self._choice):  # a letter unfolds its list
            return False
        return event.is_printable and focused.check_consume_key(event.key, event.character)


def _goes_on(event: Typed) -> bool:
    return isinstance(event, events.Key) and event.key in ("tab", "shift+tab", "ctrl+s")


def _says_something(event: Typed) -> bool:
    return isinstance(event, events.Paste) or event.is_printable or event.key == "enter"
