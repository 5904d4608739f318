"""The words of a name: each part, and parts joined that some write as one."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from data.lookup.folding import fold

JOINING = frozenset(
    "o mc mac de da di du del dos la le van von der den al el ab abd abu ap ben bin st".split()
)
"""Beginnings that one person writes apart and the next joins to what follows: Mac Donald."""
SAID_OF = frozenset(
    "the boy girl lad lass child kid son daughter family mum mam dad mr mrs miss ms".split()
)
"""What a caller says of somebody beside the name: a name only where somebody is called so."""
_APOSTROPHES = "'’`"
_STEM = rf"\b(\w{{1,2}})[{_APOSTROPHES}](\w{{3,}})"  # text: few names have one
_PARTS = re.compile(r"[\s,;/()\"“”]+")


@lru_cache(maxsize=20_000)  # an index is made of few names that many people have
def name_words(text: str) -> tuple[str, ...]:
    """Return every word by which a name can be found, in order and each once.

    O'Connor-Łukasik is found by oconnor, connor, lukasik and oconnorlukasik.
    """
    found: dict[str, None] = {}
    for part in _PARTS.split(text):
        words = fold(part).split()
        if len(words) > 1:
            found["".join(words)] = None
        found.update(dict.fromkeys(words))
        if any(sign in part for sign in _APOSTROPHES):
            found.update(dict.fromkeys(fold(stem) for _, stem in re.findall(_STEM, part)))
    plain = fold(text).split()
    for first, second in pairwise(plain):
        if first in JOINING:
            found[first + second] = None
    return tuple(word for word in found if word)
