"""A plan for the central log, as one JSON document. `docs/plan.schema.json` says what is in it.

The rows are made from the records' own metadata: a field added to a record is in the export and in
the schema, and the test that compares the two asks for the file to be written anew.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from data.records.all import BY_TABLE
from data.records.fields import described

if TYPE_CHECKING:
    from data.records.base import Record
    from data.records.fields import FieldWords
    from ehtui.opening import OpenCase

FORMAT = "ehtui-plan"
VERSION = 1
"""Goes up when a reader of an older document would misread a newer one."""

ROWS = (
    *("leads", "people", "relationships", "agencies", "enquiries"),
    *("conversations", "statements", "scales", "restrictions"),
    *("findings", "framework_answers", "tool_uses", "tool_scores", "level_changes"),
    *("outcomes", "actions", "progress", "members", "meetings"),
)
"""The tables that a plan is made of, besides the case itself."""

ONLY = {
    "meetings": ("kind", "on", "at", "held", "next_step", "next_on"),
    "restrictions": ("record_id", "field", "from_person_id", "from_agency_id", "lifted"),
}
"""Of these tables a plan holds no more: the rest is for the minutes, or nobody else's concern."""

NOT_PLAN = {
    "notes": "notes of the practitioner's own agency are not part of a plan",
    "calls": "calls are not part of a plan",
    "harm_contacts": "contacts about harm go to social care, not to the log",
    "attachments": "papers and drawings stay with the practitioner",
    "requests": "what was asked of others is part of the practitioner's own record",
    "sharing_decisions": "decisions to share are part of the practitioner's own record",
    "escalations": "differences between practitioners are not part of a plan",
    "supervisions": "supervision is between practitioner and manager",
    "quality_audits": "audits are reported by themselves",
    "updates": "updates are logged with the review, not with the plan",
    "agenda_items": "minutes are logged with the review, not with the plan",
}
"""Tables that are left out of every plan, and why."""

_PLAIN: dict[int, str] = {ord("{"): "", ord("}"): "", ord("_"): " "}
"""Labels are templates; the schema holds for every area, so it says the plain word."""

_TYPES: dict[str, Any] = {
    "date": date | None,
    "yes_no": bool | None,
    "number": int | None,
    "link": str | None,
}


class Procedure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The procedure that the plan was made under."""

    id: str
    name: str
    version: str


class Consent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the family's consent allows; who said what stays with the practitioner."""

    start: bool
    store: bool
    share: bool


class LeftOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the record holds and this document does not."""

    what: str
    why: str


def log_document(
    case: OpenCase, consent: Consent, made: date, left_out: tuple[LeftOut, ...]
) -> bytes:
    """Return the plan as UTF-8 JSON. The case holds only what the log may see."""
    whole = plan_struct()(
        format=FORMAT,
        version=VERSION,
        reference=case.file.case.reference,
        made=made,
        procedure=Procedure(
            case.procedure.id, case.procedure.name, case.file.case.procedure_version
        ),
        consent=consent,
        case=_row("cases", case.file.case),
        left_out=left_out,
        **{table: tuple(_row(table, row) for row in getattr(case.file, table)) for table in ROWS},
    )
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def schema() -> bytes:
    """Return the JSON Schema of the document, as it stands in docs/."""
    found = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plan for the central log",
        **msgspec.json.schema(plan_struct()),
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


def not_in_plan(case: OpenCase) -> tuple[LeftOut, ...]:
    """Return what is recorded and never part of a plan, without saying what stands in it."""
    return tuple(
        LeftOut(f"{len(rows)} × {type(rows[0]).one_row}", why)
        for table, why in NOT_PLAN.items()
        if (rows := getattr(case.file, table))
    )


@cache
def plan_struct() -> type[Any]:
    """Return the type of the whole document."""
    return msgspec.defstruct(
        "Plan",
        [
            ("format", Annotated[str, msgspec.Meta(pattern=f"^{FORMAT}$")]),
            ("version", Annotated[int, msgspec.Meta(ge=VERSION, le=VERSION)]),
            ("reference", str),
            ("made", date),
            ("procedure", Procedure),
            ("consent", Consent),
            ("case", _struct("cases")),
            ("left_out", tuple[LeftOut, ...]),
            *((table, tuple[_struct(table), ...]) for table in ROWS),  # type: ignore[misc]
        ],
        forbid_unknown_fields=True,
        frozen=True,
    )


def _row(table: str, row: Record) -> Any:
    return _struct(table)(**{name: getattr(row, name) for name in _names(table)})


@cache
def _struct(table: str) -> type[Any]:
    record = BY_TABLE[table]
    fields = described(record)
    return msgspec.defstruct(
        record.__name__,
        [
            (name, _type(fields[name]) if name in fields else _own_type(name))
            for name in _names(table)
        ],
        forbid_unknown_fields=True,
        frozen=True,
    )


def _names(table: str) -> tuple[str, ...]:
    record = BY_TABLE[table]
    numbered = [name for name in ("number", "position") if name in record.model_fields]
    return ("id", *(ONLY.get(table) or (*numbered, *described(record))))


def _own_type(name: str) -> Any:
    return int if name in ("number", "position") else str


def _type(words: FieldWords) -> Any:
    label = words.label.translate(_PLAIN)
    kind, _, listed = words.choices.partition(":")
    source = f"{kind} list: {listed}" if listed else words.choices
    return Annotated[
        _TYPES.get(words.kind, str),
        msgspec.Meta(title=label, description=source or None),
    ]
