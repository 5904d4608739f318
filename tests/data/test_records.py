"""The ladder's tables are the records' tables, and every field can be put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Boolean, Integer, LargeBinary

from data.casefile import TABLES
from data.codes.lists import codes
from data.records.all import BY_TABLE, RECORDS
from data.records.fields import described

if TYPE_CHECKING:
    from sqlalchemy import Column

    from data.records.base import Record
    from data.store.store import Store


def column_type(column: Column[object]) -> str:
    if isinstance(column.type, Integer | Boolean):
        return "INTEGER"
    return "BLOB" if isinstance(column.type, LargeBinary) else "TEXT"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_ladder_makes_the_records_table(record: type[Record], store: Store) -> None:
    table = record.__tablename__
    made = {
        row["name"]: (row["type"], bool(row["notnull"]))
        for row in store.reading().execute(f"PRAGMA table_info({table})")
    }
    meant = {
        column.name: (column_type(column), not column.nullable)
        for column in record.metadata.tables[str(table)].columns
    }
    assert made == meant


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_ladder_makes_the_records_links(record: type[Record], store: Store) -> None:
    table = str(record.__tablename__)
    made = {
        (row["from"], row["table"])
        for row in store.reading().execute(f"PRAGMA foreign_key_list({table})")
    }
    meant = {
        (key.parent.name, key.column.table.name)
        for key in record.metadata.tables[table].foreign_keys
    }
    assert made == meant


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_nothing_watches_a_field_being_read(record: type[Record]) -> None:
    assert not set(vars(record)) & set(record.model_fields)


def test_every_table_is_strict(store: Store) -> None:
    loose = store.reading().execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict "
        "AND name NOT LIKE 'sqlite_%'"
    )
    assert [row["name"] for row in loose] == []


def test_a_case_file_holds_every_record_of_a_case() -> None:
    apart = {"procedure_texts", "cases", "attachment_contents"}
    assert set(TABLES) == set(BY_TABLE) - apart


@pytest.mark.parametrize(
    "name",
    sorted(
        {
            words.choices.removeprefix("code:")
            for record in RECORDS
            for words in described(record).values()
            if words.choices.startswith("code:")
        }
    ),
)
def test_every_code_list_named_by_a_field_is_there(name: str) -> None:
    assert codes(name)
