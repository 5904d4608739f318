"""What opens a file: a passphrase, the key derived from it, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.errors import PassphraseNeeded, WrongPassphrase, plainly

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 256_000
"""SQLCipher 4's own number of rounds, so that its own tools open the file with the passphrase."""

KEY_BYTES = 32
SALT_BYTES = 16


class Secret:
    """A passphrase or a key. It never shows itself, and derives once for each salt."""

    def __init__(self, passphrase: str | None = None, key: bytes | None = None) -> None:
        self._passphrase = passphrase
        self._key = key
        self._derived: dict[bytes, bytes] = {}

    @classmethod
    def from_passphrase(cls, passphrase: str) -> Secret:
        """Return the secret for a passphrase as typed. PassphraseNeeded when it is empty."""
        if not passphrase:
            raise PassphraseNeeded("The passphrase is empty. Type at least one word.")
        return cls(passphrase=_composed(passphrase))

    @classmethod
    def from_key(cls, key: bytes) -> Secret:
        """Return the secret for a derived key of 32 bytes. WrongPassphrase for any other length."""
        if len(key) != KEY_BYTES:
            raise WrongPassphrase("The key has the wrong length. Use the passphrase instead.")
        return cls(key=key)

    @classmethod
    def from_key_file(cls, path: Path) -> Secret:
        """Return the secret whose key stands in a file, as 64 hexadecimal digits."""
        with plainly(path):
            text = path.read_text("utf-8", errors="replace")
        try:
            return cls.from_key(bytes.fromhex(text.strip()))
        except ValueError:
            raise WrongPassphrase(
                "The key file holds no key. Use the passphrase instead."
            ) from None

    @classmethod
    def none(cls) -> Secret:
        """Return the absence of a secret, for a file whose user insisted on having no passphrase.

        Such a file is plain SQLite: a key kept beside the file would only pretend to protect it.
        """
        return cls()

    @property
    def is_none(self) -> bool:
        """Whether there is neither passphrase nor key."""
        return self._passphrase is None and self._key is None

    def key(self, salt: bytes) -> bytes:
        """Return the key for a file with this salt (its first 16 bytes); 90 ms at first.

        PassphraseNeeded when there is no secret.
        """
        if self._key is not None:
            return self._key
        if self._passphrase is None:
            raise PassphraseNeeded(
                "The file has a passphrase. Give it when asked, in EHTUI_PASSPHRASE, or with "
                "--passphrase-file."
            )
        if salt not in self._derived:
            import hashlib

            self._derived[salt] = hashlib.pbkdf2_hmac(
                "sha512", self._passphrase.encode(), salt, ROUNDS, KEY_BYTES
            )
        return self._derived[salt]

    def __repr__(self) -> str:
        return "Secret(…)"


def _composed(text: str) -> str:
    """One spelling of accented letters, since one system types é as one sign and another as two."""
    if text.isascii():
        return text
    import unicodedata

    return unicodedata.normalize("NFC", text)
