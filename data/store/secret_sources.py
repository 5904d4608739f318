"""Where the secret of a file comes from: what was named, what is kept, or whoever can be asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from data.store import keyring
from data.store.errors import PassphraseNeeded, plainly
from data.store.secrets import Secret
from data.store.unlock import is_encrypted, salt_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def find_secret(
    path: Path, *, passphrase_file: Path | None = None, ask: Callable[[], str] | None = None
) -> Secret:
    """Return what opens the file at ``path``, asking only when nothing else answers.

    What was named for this run wins over what is always there: ``--passphrase-file``, then
    EHTUI_PASSPHRASE, then the keyring if the user turned it on, then ``ask``, which a caller gives
    only when there is a terminal. A file without a passphrase needs none.
    PassphraseNeeded when nothing answers.
    """
    if path.exists() and not is_encrypted(path):
        return Secret.none()
    given = given_passphrase(passphrase_file)
    if given is not None:
        return Secret.from_passphrase(given)
    if path.exists() and (key := keyring.recall(path, salt_of(path))) is not None:
        return Secret.from_key(key)
    if ask is not None:
        return Secret.from_passphrase(ask())
    raise PassphraseNeeded(
        "The file has a passphrase, and there is no terminal to ask on. Set EHTUI_PASSPHRASE or "
        "use --passphrase-file."
    )


def given_passphrase(passphrase_file: Path | None) -> str | None:
    """Return the passphrase given without a prompt: a file's first line, or EHTUI_PASSPHRASE."""
    if passphrase_file is None:
        return os.environ.get("EHTUI_PASSPHRASE") or None
    with plainly(passphrase_file):
        text = passphrase_file.read_text("utf-8-sig", errors="surrogateescape")
    return text.splitlines()[0] if text else ""
