"""Opening the file for a command: which file, and what opens it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.secrets import Secret
    from data.store.store import Store


def file_path(file: Path | None) -> Path:
    """Return the file that was named, or the one in the user's data folder. Raises NoFolder."""
    if file is not None:
        return file.expanduser()
    from data.folders import data_file

    return data_file()


def open_store(
    file: Path | None, passphrase_file: Path | None, key_file: Path | None = None
) -> Store:
    """Open the file for a command, to write where that is allowed. Raises StoreError, NoFolder."""
    from data.private import may_write
    from data.store.errors import WrongPassphrase, shown
    from data.store.store import Store

    path = file_path(file)
    secret = secret_for(path, passphrase_file, key_file)
    try:
        return Store.open(path, secret, read_only=not may_write(path))
    except WrongPassphrase:
        if key_file is None:
            raise
        raise WrongPassphrase(
            f"The key in {shown(key_file)} does not open {shown(path)}: it belongs to an earlier "
            "passphrase, or to another file. Make a new one with `ehtui key export`."
        ) from None


def secret_for(path: Path, passphrase_file: Path | None, key_file: Path | None = None) -> Secret:
    """Return what opens a file, asking only where there is a terminal. Raises StoreError."""
    from data.store.errors import plainly
    from data.store.secrets import Secret

    with plainly(path):
        path.stat()  # before a passphrase is asked for a file that is not there
    if key_file is not None:
        return Secret.from_key_file(key_file)
    from data.store.secret_sources import find_secret

    ask = (lambda: ask_passphrase("Passphrase")) if at_terminal() else None
    return find_secret(path, passphrase_file=passphrase_file, ask=ask)


def ask_passphrase(prompt: str) -> str:
    """Ask at the terminal; what is typed is not shown."""
    from getpass import getpass

    return getpass(f"{prompt}: ", sys.stderr)


def at_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()
