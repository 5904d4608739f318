"""How soon a letter typed on the phone is on the screen: python -m benchmarks.lookup.painting.

The program runs in a terminal of its own; letters come at a steady pace, painted or not, as from a
hurried hand. Two towns are typed into in turn: what the larger takes more is the look-up's doing.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from benchmarks.lookup.questions import questions
from benchmarks.lookup.run import JUDGING
from benchmarks.lookup.town import KEY, people, store_of
from benchmarks.measuring import PATIENCE, Terminal, p95
from data import settings
from data.lookup.index import rebuild
from data.procedures.loading import default_id
from data.settings import Settings
from ehtui.process.due.rules import RULES

if TYPE_CHECKING:
    from data.store.driver import Connection

PROGRAM: Final = Path(__file__).parent.parent / "opened.py"
F3, CLEAR = "\x1bOR", "\x15"
PACE: Final = 0.1
"""Seconds from a letter to the next: 120 words a minute."""
STILL: Final = 0.6
"""Seconds without a change after which a screen has come to rest; the cursor blinks meanwhile."""
ELSEWHERE: Final = re.compile(rb"\x1b\[(?:[3-9]|\d\d);\d+H")
"""Something is painted below the line of the search, which is the second of the screen."""


def main() -> None:
    """Print the figures of each run, and their medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, nargs="+", default=[100, 100_000])
    options.add_argument("--each", type=int, default=2, help="questions of each kind")
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    with TemporaryDirectory() as folder:
        towns = {
            number: town_of(number, chosen.each, Path(folder) / f"{number}.db")
            for number in chosen.people
        }
        runs: dict[int, list[list[float]]] = {number: [] for number in towns}
        for _ in range(chosen.runs):
            for number, asked in towns.items():
                with closing(Hand(Path(folder) / f"{number}.db")) as hand:
                    for text in asked:
                        hand.type(text)
                took = [*_middle_and_p95(hand.letters), *_middle_and_p95(hand.answers)]
                runs[number].append(took)
                print(f"{number:,}: {_told(took)}; load {os.getloadavg()[0]:.1f}", flush=True)
        for number, figures in runs.items():
            medians = [statistics.median(column) for column in zip(*figures, strict=True)]
            print(f"median of {chosen.runs} runs, {number:,} people: {_told(medians)}", flush=True)


def _middle_and_p95(values: list[float]) -> tuple[float, float]:
    return statistics.median(values), p95(values)


def _told(figures: list[float]) -> str:
    letter, slow, answer, late = figures
    return (
        f"a letter is painted after {letter:.0f} ms (p50), {slow:.0f} ms (p95); "
        f"who is meant stands there after {answer:.0f} ms (p50), {late:.0f} ms (p95)"
    )


def town_of(number: int, each: int, path: Path) -> list[str]:
    """Make an encrypted file of so many people; return what is asked about them."""
    town = list(people(number, JUDGING))

    def work(connection: Connection) -> None:
        rebuild(connection)
        settings.write(connection, Settings(me="Robin Ashdown", procedure=default_id()))
        # Nothing is due of this town: the program is not to look for it while somebody types.
        connection.execute("UPDATE summaries SET rules = ?", (f"{RULES}:p",))

    with store_of(town, path) as store:
        store.write(work).result()
    return [one.typed for some in questions(town, each, JUDGING).values() for one in some]


class Hand:
    """Types into the search on the phone at a steady pace, and watches what is painted."""

    def __init__(self, file: Path) -> None:
        """Open the phone on a file, and wait until it has come to rest."""
        self._terminal = Terminal(str(PROGRAM), str(file), KEY.hex())
        self._terminal.painted("Nothing is due")
        self._terminal.press(F3)
        self._terminal.painted("about whom?")
        self._sent: list[tuple[str, float]] = []
        self._seen = b""
        self._changed = 0.0
        self._rest()
        self.letters: list[float] = []
        """How many milliseconds each letter took to be painted."""
        self.answers: list[float] = []
        """How many milliseconds after its last letter the answer to a question stood still."""

    def type(self, text: str) -> None:
        """Type a question, wait for its answer, and empty the line."""
        begun = time.perf_counter()
        for at, letter in enumerate(text):
            self._watch(begun + at * PACE)
            self._sent.append((text[: at + 1], time.perf_counter()))
            self._terminal.press(letter)
        _, last = self._sent[-1]
        self._changed = last
        self._rest()
        if self._sent:
            raise TimeoutError(f"{self._sent[0][0]} was not painted")
        self.answers.append((self._changed - last) * 1000)
        self._terminal.press(CLEAR)
        self._rest()

    def close(self) -> None:
        """End the program."""
        self._terminal.end()

    def _rest(self) -> None:
        """Watch until nothing but the cursor has changed for a while."""
        self._changed = max(self._changed, time.perf_counter() - PACE)
        begun = time.perf_counter()
        while (until := self._changed + STILL) > time.perf_counter():
            if until > begun + PATIENCE:
                raise TimeoutError("the screen does not come to rest")
            self._watch(until)

    def _watch(self, until: float) -> None:
        """Take down what is painted until then, and when."""
        while (left := until - time.perf_counter()) > 0:
            chunk = self._terminal.next_painted(left)
            now = time.perf_counter()
            if ELSEWHERE.search(chunk):
                self._changed = now
            self._seen += chunk
            while self._sent and _in_line(self._sent[0][0]).search(self._seen):
                self.letters.append((now - self._sent.pop(0)[1]) * 1000)
            if not self._sent:
                self._seen = b""


def _in_line(text: str) -> re.Pattern[bytes]:
    """Return what paints a text at the beginning of the second line; or a longer one."""
    return re.compile(rb"\x1b\[2;1H(?:\x1b\[[\d;]*m ?)+" + re.escape(text.encode()))


if __name__ == "__main__":
    main()
