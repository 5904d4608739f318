"""The palette: every command of the screen it was opened from, then those that work everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from screens.commands import CommandClass, Offering, key_names


class CommandProvider(Provider):
    """Palette entries made from the commands offered."""

    async def discover(self) -> Hits:
        """Yield every command before anything is typed."""
        for node, command in self._offered():
            yield DiscoveryHit(
                command.title, partial(node.perform, command), help=_help(node, command)
            )

    async def search(self, query: str) -> Hits:
        """Yield the commands whose title matches what is typed."""
        matcher = self.matcher(query)
        for node, command in self._offered():
            if (score := matcher.match(command.title)) > 0:
                yield Hit(
                    score,
                    matcher.highlight(command.title),
                    partial(node.perform, command),
                    text=command.title,
                    help=_help(node, command),
                )

    def _offered(self) -> Iterator[tuple[Offering, CommandClass]]:
        """Give each command once, with the screen first: it may know why not."""
        seen: set[CommandClass] = set()
        screen = self.screen if isinstance(self.screen, Offering) else None
        for place in (screen, self.app):
            if isinstance(place, Offering):
                for command in place.offers():
                    if command not in seen:
                        seen.add(command)
                        yield screen or place, command


def _help(node: Offering, command: CommandClass) -> str:
    """Return the reason it can't be used now, or its keys and what it does."""
    if reason := node.why_not(command):
        return f"Not now: {reason}"
    keys = key_names(command)
    return f"{keys}: {command.tooltip()}" if keys else command.tooltip()
