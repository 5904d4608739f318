"""What every record has: a key, a version, and (but for the case itself) the case it belongs to."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from sqlalchemy import event
from sqlmodel import Field, SQLModel

from data.keys import new_id


class Record(SQLModel):
    """A row that people write. Its version counts the saves; one against an older is refused."""

    one_row: ClassVar[str] = ""
    """What one row is called in a sentence: "a person", "a statement"."""
    known_by: ClassVar[tuple[str, ...]] = ()
    """At least one of these fields says which row it is; a row with none of them is not saved."""

    id: str = Field(default_factory=new_id, primary_key=True)
    version: int = 1


class CaseRecord(Record):
    """A row that belongs to one case."""

    case_id: str = Field(foreign_key="cases.id", index=True)


@event.listens_for(Record, "after_mapper_constructed", propagate=True)
def _read_plainly(_: object, record: type[Record]) -> None:
    """Let a field be read as any object's is.

    The ORM watches each reading, which takes it 0.2 µs: more than half of working out what is due.
    """
    for name in record.model_fields:
        type.__delattr__(record, name)


def values_of(record: Record) -> dict[str, Any]:
    """Return every column's value, by name."""
    return {name: getattr(record, name) for name in type(record).model_fields}


R = TypeVar("R", bound=Record)


def as_read(record: type[R], values: dict[str, Any]) -> R:
    """Return a record as it stands in the file; what was read is never set.

    Without an ORM's state, which takes as long as all the rest. The three lines that follow the
    values are what pydantic needs to compare and to show one.
    """
    made = object.__new__(record)
    keep = object.__setattr__
    keep(made, "__dict__", values)
    keep(made, "__pydantic_fields_set__", set())
    keep(made, "__pydantic_extra__", None)
    keep(made, "__pydantic_private__", None)
    return made


def validated(record: type[R], values: dict[str, Any]) -> R:
    """Return a record of these values, to be read. Raises pydantic.ValidationError.

    By pydantic alone: SQLModel's way hands each value to the ORM as well, 30 times as long.
    """
    made: R = record.__new__(record)
    record.__pydantic_validator__.validate_python(values, self_instance=made)
    return made


def but_with(record: R, **changed: Any) -> R:
    """Return a record that differs in these fields: one read from the file is never changed."""
    return type(record)(**{**values_of(record), **changed})
