"""How many letters lie between two words: RapidFuzz, loaded by its fast parts alone."""

from __future__ import annotations

from rapidfuzz.distance.OSA import distance as steps
from rapidfuzz.process import extract

__all__ = ["extract", "steps"]
