"""Hints are read whole at 80 columns."""

from __future__ import annotations

from data.procedures.loading import default_id, load
from data.procedures.words import fill
from data.records.all import RECORDS
from data.records.fields import described

ROOM = 50
"""Cells beside a label in a framed form, 80 columns wide."""


def test_a_hint_on_one_line_is_not_cut() -> None:
    own = load(default_id()).words
    hints = {
        f"{record.__name__}.{field}": fill(words.hint, own)
        for record in RECORDS
        for field, words in described(record).items()
        if words.kind == "line" and words.hint
    }
    assert {field: hint for field, hint in hints.items() if len(hint) > ROOM} == {}
