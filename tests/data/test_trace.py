"""The trace: added to, never changed; a purge takes values and leaves the chain."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import trace
from data.store.checks import check
from data.store.driver import connect, dbapi2
from data.trace import Tracer

if TYPE_CHECKING:
    from data.store.store import Store


class Colour(Enum):
    RED = "red"


def save(store: Store, record: str, **fields: tuple[Any, Any]) -> str:
    tracer_ids = []

    def work(connection: Any) -> None:
        tracer = Tracer(connection, store.device_id, "Ada")
        tracer.change("edit", "people", record, fields)
        tracer_ids.append(tracer.change_id)

    store.write(work).result()
    return tracer_ids[0]


def tamper(store: Store, *statements: str) -> None:
    """Do what an outsider with the key could: without triggers."""
    with closing(connect(store.path, store.key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for (name,) in map(
            tuple,
            connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'trace%'"
            ).fetchall(),
        ):
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)


def test_one_change_is_one_row_a_field(store: Store) -> None:
    change = save(store, "r1", name=("Ana", "Anna"), born=(None, date(2019, 2, 3)))
    name, born = trace.history(store.reading(), "r1")
    assert (name.field, name.before, name.after, name.who) == ("name", "Ana", "Anna", "Ada")
    assert (born.field, born.before, born.after) == ("born", None, "2019-02-03")
    assert (name.change, born.change) == (change, change)
    assert (name.seq, born.seq) == (1, 2)
    assert trace.verify(store.reading()) == []


def test_history_is_of_one_record_oldest_first(store: Store) -> None:
    save(store, "r1", name=("", "A"))
    save(store, "r2", name=("", "B"))
    save(store, "r1", name=("A", "C"))
    assert [entry.after for entry in trace.history(store.reading(), "r1")] == ["A", "C"]


def test_values_of_every_kind_are_kept(store: Store) -> None:
    save(store, "r", a=(True, Colour.RED), b=(["Ł", 1], {"k": None}), c=(b"drawing", "\ud800"))
    a, b, c = trace.history(store.reading(), "r")
    assert (a.before, a.after) == (True, "red")
    assert (b.before, b.after) == (["Ł", 1], {"k": None})
    assert c.before.startswith("sha256:")
    assert c.after == "\ud800"


def test_work_that_fails_leaves_no_trace(store: Store) -> None:
    def work(connection: Any) -> None:
        Tracer(connection, store.device_id, "Ada").event("export", record="r")
        raise LookupError

    with pytest.raises(LookupError):
        store.write(work).result()
    assert trace.history(store.reading(), "r") == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trace SET who = 'someone else'",
        "DELETE FROM trace",
        "INSERT OR REPLACE INTO trace SELECT device, seq, change, 'someone else', at, action, "
        "table_name, record, field, before_hash, after_hash, chain FROM trace",
        "UPDATE trace_value SET after = '\"other\"'",
        "UPDATE trace_value SET salt = NULL, before = NULL, after = NULL",
        "DELETE FROM trace_value",
        "INSERT OR REPLACE INTO trace_value SELECT device, seq, salt, before, '1' FROM trace_value",
    ],
)
def test_the_tables_refuse_anything_but_adding(store: Store, statement: str) -> None:
    save(store, "r", name=("A", "B"))
    with pytest.raises(dbapi2.IntegrityError, match="trace"):
        store.write(lambda c: c.execute(statement)).result()
    assert len(trace.history(store.reading(), "r")) == 1


@pytest.mark.parametrize(
    "statement",
    [
        *(
            f"UPDATE trace SET {column} = 'x' WHERE seq = 2"
            for column in ("change", "who", "at", "action", "table_name", "record", "field")
        ),
        *(
            f"UPDATE trace SET {column} = x'00' WHERE seq = 2"
            for column in ("before_hash", "after_hash", "chain")
        ),
        "DELETE FROM trace WHERE seq = 2",
        "DELETE FROM trace WHERE seq = 1",
        "DELETE FROM trace_value WHERE seq = 2",
        "UPDATE trace_value SET after = '\"other\"' WHERE seq = 2",
        "UPDATE trace_value SET after = NULL WHERE seq = 2",
        "UPDATE trace_value SET salt = NULL, before = NULL, after = NULL WHERE seq = 2",
    ],
)
def test_tampering_shows(store: Store, statement: str) -> None:
    save(store, "r", name=("A", "B"), born=("C", "D"), gp=("E", "F"))
    tamper(store, statement)
    assert trace.verify(store.reading())


def test_two_devices_have_a_chain_each(store: Store) -> None:
    save(store, "r", name=("A", "B"))

    def work(connection: Any) -> None:
        connection.execute("INSERT INTO device VALUES ('0-other', 'other', '')")
        Tracer(connection, "0-other", "Grace").event("merge", record="r")
        Tracer(connection, store.device_id, "Ada").event("merge", record="r")

    store.write(work).result()
    found = {(entry.who, entry.seq) for entry in trace.history(store.reading(), "r")}
    assert found == {("Ada", 1), ("Grace", 1), ("Ada", 2)}
    assert trace.verify(store.reading()) == []


def test_a_purge_takes_the_values_and_leaves_the_chain(store: Store) -> None:
    save(store, "r", name=("A", "B"))
    save(store, "kept", name=("C", "D"))
    store.write(lambda c: Tracer(c, store.device_id, "Ada").purge("people", "r")).result()
    entry, purge = trace.history(store.reading(), "r")
    assert (entry.before, entry.after, entry.purged) == (None, None, True)
    assert purge.action == "purge"
    (kept,) = trace.history(store.reading(), "kept")
    assert (kept.after, kept.purged) == ("D", False)
    assert trace.verify(store.reading()) == []
    save(store, "r", name=("", "again"))
    assert trace.history(store.reading(), "r")[-1].after == "again"
    assert trace.verify(store.reading()) == []


@pytest.mark.parametrize(
    "column", ["salt = x'00'", "\"before\" = '1'", "\"after\" = '1'", "seq = 99"]
)
def test_what_was_purged_cannot_be_filled_again(store: Store, column: str) -> None:
    save(store, "r", name=("A", "B"))
    store.write(lambda c: Tracer(c, store.device_id, "Ada").purge("people", "r")).result()
    with pytest.raises(dbapi2.IntegrityError, match="purge"):
        store.write(lambda c: c.execute(f"UPDATE trace_value SET {column} WHERE seq = 1")).result()


def test_a_check_of_the_file_looks_at_the_trace(store: Store) -> None:
    save(store, "r", name=("A", "B"))
    assert check(store) == []
    tamper(store, "UPDATE trace SET who = 'someone else'")
    assert check(store) == trace.verify(store.reading()) != []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.lists(st.tuples(st.text(), json_values), min_size=1), st.data())
def test_the_chain_depends_on_every_row_before(
    rows: list[tuple[str, Any]], pick: st.DataObject
) -> None:
    def head(rows: list[tuple[str, Any]]) -> bytes:
        chain = b""
        for row in rows:
            chain = trace.link(chain, row)
        return chain

    place = pick.draw(st.integers(0, len(rows) - 1))
    field, value = rows[place]
    changed = [*rows[:place], (field + "x", value), *rows[place + 1 :]]
    assert head(rows) == head(list(rows))
    assert head(rows) != head(changed)
    assert head(rows) != head([*rows[:place], *rows[place + 1 :]])
