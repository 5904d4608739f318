"""The derived key in the system's keyring, for users who turned that on.

That it was turned on is said by an empty file beside the store: loading the keyring costs more than
a look-up, so it is loaded for nobody else. The entry is named by the file's salt, which moves with
the file and with its backups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.private import beside, make_private
from data.store.errors import plainly

if TYPE_CHECKING:
    from pathlib import Path

SERVICE = "ehtui"


def remember(path: Path, salt: bytes, key: bytes) -> bool:
    """Put the key into the keyring; return whether the system has one that takes it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, salt.hex(), key.hex())
    except KeyringError:
        return False
    if not _marker(path).exists():
        with plainly(path):
            make_private(_marker(path))
    return True


def recall(path: Path, salt: bytes) -> bytes | None:
    """Return the key, or None when it was not turned on or the keyring does not answer."""
    if not _marker(path).exists():
        return None
    import keyring
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(SERVICE, salt.hex())
        return None if kept is None else bytes.fromhex(kept)
    except (KeyringError, ValueError):
        return None


def _marker(path: Path) -> Path:
    return beside(path, ".in-keyring")
