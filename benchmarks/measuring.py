"""Measuring two things in turn, A B A B …, so that a drifting machine bends both alike."""

from __future__ import annotations

import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from typing import TYPE_CHECKING

from data.store.secrets import Secret
from data.store.store import Store
from ehtui.demo.filling import fill
from ehtui.today import today

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KEY = bytes(range(32))
SEED = 7
PATIENCE = 30


def file_with(families: int, folder: Path) -> Path:
    """Return an encrypted file with that many made-up families, made once in a folder."""
    path = folder / f"{families}.db"
    if not path.exists():
        with Store.create(path, Secret.from_key(KEY)) as store:
            fill(store, families, SEED, today())
    return path


def in_turn(runs: int, *things: Callable[[], float]) -> list[list[float]]:
    """Return what each thing measured, one turn of all of them as a warm-up left out."""
    measured = [[thing() for thing in things] for _ in range(runs + 1)]
    return [list(column) for column in zip(*measured[1:], strict=True)]


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds a piece of work takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def p95(values: Sequence[float]) -> float:
    """Return the value that nineteen of twenty stay below."""
    return statistics.quantiles(values, n=20)[-1]


class Terminal:
    """A program in a terminal of its own, watched from outside until it has painted something."""

    def __init__(self, *arguments: str) -> None:
        """Start ``python`` with these arguments in a terminal of 80 by 24."""
        ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._screen = ours
        self._seen = b""
        self._begun = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"},
            start_new_session=True,
        )
        os.close(theirs)

    def painted(self, text: str) -> float:
        """Return the milliseconds from the start until the text is on the screen.

        Raises TimeoutError when it does not come.
        """
        while text.encode() not in self._seen:
            ready, _, _ = select.select([self._screen], [], [], PATIENCE)
            if not ready:
                raise TimeoutError(f"{text} was not painted")
            self._seen += os.read(self._screen, 1 << 16)
        return (time.perf_counter() - self._begun) * 1000

    def press(self, keys: str) -> None:
        """Send keys, as a terminal does."""
        os.write(self._screen, keys.encode())

    def next_painted(self, seconds: float) -> bytes:
        """Return what is painted next; nothing when nothing is within so many seconds."""
        ready, _, _ = select.select([self._screen], [], [], seconds)
        return os.read(self._screen, 1 << 16) if ready else b""

    def memory(self) -> float:
        """Return the megabytes of memory that the program holds now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def end(self) -> None:
        """End the program."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._screen)
