"""How a word sounds: a coarse spelling by sound, and the codes of Double Metaphone."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from data.lookup.respelling import readings, rule

_COARSE: Final = tuple(
    rule(find, instead)
    for find, instead in (
        (r"^ma?c(?=[^aeiouhk])|^ma?c(?=[aeo][a-z]{3})", "mk"),
        (r"chol?mond", "chum"),
        (r"augh(?=t)|ough(?=t)", "o"),
        (r"eigh|aigh", "ey"),
        (r"igh", "i"),
        (r"^gh", "g"),
        (r"gh", ""),
        (r"^kn|^gn|^pn", "n"),
        (r"^wr|^rh", "r"),
        (r"^ps", "s"),
        (r"oo?re$", "o"),
        (r"mb$", "m"),
        (r"mps|mpt", "ms"),
        (r"^hu(?=a)|^ou(?=[aei])", "w"),
        (r"qu(?=[aeio])", "kw"),
        (r"^x", "s"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"^ch(?=[lr])", "k"),
        (r"sch|tch|sh|ch|zh|sz|cz", "S"),
        (r"[st]i(?=[oa]n)", "S"),
        (r"d?ge?(?=[ei])|dj", "j"),
        (r"ck|q|c(?=[^eiy])|c$", "k"),
        (r"c|z", "s"),
        (r"th", "t"),
        (r"wh", "w"),
        (r"v", "f"),
        (r"(?<=[aeiou])h(?=[^aeiou]|$)|h$", ""),
        (r"(?<=[aeiou])r(?=[^aeiouy]|$)", ""),
        (r"(?<=[^aeiou])e$", ""),
        (r"^y(?=[aeiou])|^j(?=[aeiou])", "j"),
        (r"ay|ey|ei|ai|ae", "e"),
        (r"ee|ea|ie|y", "i"),
        (r"oo|ou|ew|eu|ue|uu|w$", "u"),
        (r"oa|ow|au|aw|oe", "o"),
        (r"([aeiou])[aeiou]+", r"\1"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)[aeo]$", "a"),
    )
)


_OPENING: Final = str.maketrans("bdgjwaeiouy", "ptkSfAAAAAA")
_CONFUSED: Final = str.maketrans("bdgjw", "ptkSf", "aeiouyh")


def coarse(word: str) -> str:
    """Return the word by its sound: letters that sound alike are one, silent ones are gone."""
    said = word
    for apply in _COARSE:
        said = apply(said)
    return said or word


@lru_cache(maxsize=4096)
def said(word: str) -> tuple[str, ...]:
    """Return the ways a folded word may be said, by their coarse spelling, each once."""
    return tuple(dict.fromkeys(coarse(reading) for reading in readings(word)))


def bones(form: str) -> str:
    """Return the consonants of a coarse spelling, those that a poor line confuses as one.

    The sign before them tells them from a code of Double Metaphone.
    """
    return "~" + form[:1].translate(_OPENING) + form[1:].translate(_CONFUSED)


@lru_cache(maxsize=4096)
def codes(word: str) -> tuple[str, ...]:
    """Return the codes by which a folded word is found that sounds alike, for all its readings."""
    from metaphone import doublemetaphone  # a new word of the index or of a query needs it

    found = (code for reading in readings(word) for code in doublemetaphone(reading))
    frames = (bones(form) for form in said(word))
    return tuple(dict.fromkeys(code for code in (*found, *frames) if len(code) > 2))
