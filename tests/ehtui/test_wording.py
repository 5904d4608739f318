"""What the area says of a choice, beside the choice."""

from __future__ import annotations

import pytest

from data.casefile import CaseFile
from data.procedures.loading import load
from data.records.base import Record
from data.records.cases import Case
from data.records.meetings import Meeting
from ehtui.wording import Wording


@pytest.mark.parametrize(
    ("area", "field", "chosen", "words"),
    [
        ("newcastle", "kind", "pre_taf", "advice from specialists"),
        ("gloucestershire", "kind", "review_taf", "The early help coordinator"),
        ("gloucestershire", "next_step", "stuck", "They come to the next review"),
        ("derby", "kind", "vulnerable_children", "allocates complex cases"),
        ("derby", "next_step", "specialist", "whether Children's Social Care should be asked"),
        ("derby", "kind", "", ""),
        ("derby", "way", "virtual", ""),
    ],
)
def test_what_a_kind_of_meeting_and_a_next_step_say_of_themselves(
    area: str, field: str, chosen: str, words: str
) -> None:
    wording = Wording(load(area), CaseFile(Case.model_construct()))
    record: type[Record] = Meeting
    said = wording.note(record, field, chosen)
    assert words in said
    assert bool(said) is bool(words)
    assert "{" not in said
