"""`ehtui`: opens the program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ehtui.cli.errors import CouldNot

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.secrets import Secret


def open_program(file: Path | None, passphrase_file: Path | None) -> int:
    """Open the program on the user's file; the passphrase is asked on its screen."""
    from data.store.errors import PassphraseNeeded, plainly
    from data.store.secret_sources import find_secret
    from ehtui.cli.opening import file_path
    from ehtui.today import today

    if not can_open():
        raise CouldNot("The program needs a terminal. Without one, `ehtui due` says what is due.")
    today()  # a wrong EHTUI_TODAY is said here, and not over the screen
    path = file_path(file)
    with plainly(path):
        path.stat()
    try:
        secret = find_secret(path, passphrase_file=passphrase_file)
    except PassphraseNeeded:
        secret = None
    return launch(path, secret)


def can_open() -> bool:
    """Whether there is a terminal to draw on and to type at."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def launch(path: Path, secret: Secret | None) -> int:
    """Run the program on a file; without a secret it asks. Returns the exit code."""
    from screens.app import launch as run_app

    return run_app(path, secret)
