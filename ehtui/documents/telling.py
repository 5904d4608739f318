"""What a record tells a reader: label and value of everything recorded in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.records.fields import described

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.records.base import Record
    from ehtui.opening import OpenCase

OTHER_RECORD = ("record_id", "of_record")
"""Fields that name any record of the case, of whichever table."""
OWN = {"number": "Number", "file_name": "File", "digest": "SHA-256"}
"""What the program itself fills in and a reader should see."""


def told(case: OpenCase, row: Record, but: str = "") -> Iterator[tuple[str, str]]:
    """Give label and value of each field that holds something, ``but`` one."""
    record = type(row)
    fields = described(record)
    for name, label in OWN.items():
        if name not in fields and (value := getattr(row, name, None)):
            yield label, str(value)
    for name in fields:
        if name != but and (value := said(case, row, name)):
            yield case.wording.label(record, name), value
    for name in OTHER_RECORD:
        if other := case.file.find(getattr(row, name, None)):
            yield "Concerns", gist(case, other, getattr(row, "field", ""))


def said(case: OpenCase, row: Record, field: str) -> str:
    """Return a field's value as people read it; answers to questions stand behind the questions."""
    value = case.wording.value(row, field)
    return _answers(case, value) if field == "answers" else value


def gist(case: OpenCase, row: Record, field: str = "") -> str:
    """Return what a record is, and its longest text or the one field that is meant."""
    what = case.wording.filled(type(row).one_row)
    if field:
        return f"{what}, {case.wording.label(type(row), field)}: {said(case, row, field)}"
    texts = (said(case, row, name) for name in described(type(row)))
    return f"{what}: {max(texts, key=len, default='')}"


def _answers(case: OpenCase, text: str) -> str:
    asked = {question.key: question.ask for question in case.procedure.questions}
    lines = []
    for line in text.splitlines():
        key, _, answer = line.partition(": ")
        ask = case.wording.filled(asked[key]) if key in asked else key
        lines.append(f"{ask} {answer}".strip())
    return "\n".join(lines)
