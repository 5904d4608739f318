"""A hand on random keys, slow and in bursts: whatever is pressed, the program goes on.

    PYTHONPATH=. python tests/screens/monkey.py [--first SEED] [--runs N] [--keys N]

Run by hand, not with the tests: no run can show that there is nothing left to find. Each run types
into a demo caseload of its own; one that ends the program says its seed and the keys before.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from collections import deque
from pathlib import Path
from random import Random
from string import ascii_lowercase, digits

from textual.events import Key, Paste

from data.store.secrets import Secret
from data.store.store import Store
from ehtui.demo.filling import fill
from ehtui.today import today
from tests.screens.running import KEY, running, settle

SIZES = ((80, 24), (160, 50), (60, 18))
GOING = (
    *("enter",) * 6, *("tab",) * 5, *("escape",) * 3, *("f2",) * 4, *("down",) * 3, *("up",) * 2,
    *"f1 f3 f4 f4 f5 f5 f6 f6 f7 f7 f8 f8 f9 ctrl+s ctrl+s ctrl+z ctrl+r ctrl+l ctrl+p".split(),
    *"left right pageup pagedown end home delete backspace space shift+tab".split(),
)  # fmt: skip
LETTERS = f"{ascii_lowercase}{digits}"
PASTED = ("hello [bold] there\nsecond line", "29/2/2026", "31/12/26", "x" * 3000, "Łucja\t\x1b[31m")
REMEMBERED = 20
"""Keys that are told when the program ends."""


def event(random: Random) -> Key | Paste:
    """Return the next thing that the hand does."""
    kind = random.random()
    if kind < 0.03:
        return Paste(random.choice(PASTED))
    if kind < 0.5:
        letter = random.choice(LETTERS)
        return Key(letter, letter)
    return Key(random.choice(GOING), None)


async def play(file: Path, seed: int, keys: int, last: deque[str]) -> None:
    """Press so many keys. Raises whatever ends the program."""
    random = Random(seed)
    async with running(file, random.choice(SIZES)) as (app, pilot):
        for _ in range(keys):
            if not app.is_running:
                return
            pressed = event(random)
            last.append(pressed.key if isinstance(pressed, Key) else "paste")
            app.post_message(pressed)
            if random.random() < 0.5:
                await settle(pilot)


def main() -> int:
    """Play all runs; return how many ended the program."""
    parser = argparse.ArgumentParser(description="Press random keys.")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--keys", type=int, default=500, help="in each run")
    asked = parser.parse_args()
    os.environ["EHTUI_TODAY"] = "2026-11-22"
    ended = 0
    with tempfile.TemporaryDirectory() as name:
        os.environ["EHTUI_HOME"] = os.environ["HOME"] = str(Path(name) / "home")
        os.chdir(name)
        made = Path(name) / "made.db"
        with Store.create(made, Secret.from_key(KEY)) as store:
            fill(store, None, 1, today())
        for seed in range(asked.first, asked.first + asked.runs):
            file = shutil.copy(made, Path(name) / f"{seed}.db")
            last: deque[str] = deque(maxlen=REMEMBERED)
            try:
                asyncio.run(play(Path(file), seed, asked.keys, last))
            except Exception as wrong:
                ended += 1
                sys.stdout.write(f"{seed}: {type(wrong).__name__} after … {' '.join(last)}\n")
            else:
                sys.stdout.write(f"{seed}: went on\n")
    return ended


if __name__ == "__main__":
    raise SystemExit(main())
