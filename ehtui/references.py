"""The short reference of a case, made to be said on the phone: K7M-4QX.

Five characters say which case, the sixth says whether the five were heard rightly. I, L, O and U
are left out as in Crockford's base 32, and S, which looks like 5 and sounds like F: 31 characters
are left, a prime, so that weights and a remainder catch what a code of 32 would need more for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
LENGTH: Final = 5
_HEARD: Final = str.maketrans("OILS", "0115", " -‐‑–.")


class BadReference(ValueError):
    """The text is no reference; the message is a plain sentence that says what to do."""


def new_reference(random: Random) -> str:
    """Return one of 28.6 million references; the caller asks again if a case has it already.

    `random` is `SystemRandom()` for a family's file, `Random(seed)` for the demo's.
    """
    body = "".join(random.choice(ALPHABET) for _ in range(LENGTH))
    return _shown(body + _check_character(body))


def read_reference(text: str) -> str:
    """Return the reference as shown, from what was typed: small letters, no hyphen, o for 0.

    Any one wrong character and any two changed about are noticed. Raise BadReference then, and
    for text of another length.
    """
    plain = text.upper().translate(_HEARD)
    if len(plain) != LENGTH + 1 or not set(plain) <= set(ALPHABET):
        raise BadReference("A reference is six letters and digits, such as K7M-4QX.")
    if _check_character(plain[:LENGTH]) != plain[LENGTH]:
        raise BadReference("One character of this reference is wrong: ask for it again.")
    return _shown(plain)


def _check_character(body: str) -> str:
    """Return the sixth character: the weighted sum, each place its own weight, is then 0 mod 31."""
    total = sum(weight * ALPHABET.index(char) for weight, char in enumerate(body, 2))
    return ALPHABET[-total % len(ALPHABET)]


def _shown(plain: str) -> str:
    return f"{plain[:3]}-{plain[3:]}"
