from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.lookup.index import faults, rebuild
from data.lookup.search import search
from data.rows import case_file
from data.store.checks import check
from data.store.store import Store
from data.trace import history
from ehtui.checking import wrong_due_dates
from ehtui.deriving import keep_derived
from ehtui.importing.faults import Stopped
from ehtui.importing.people import Found

Bring = Callable[..., Found]
HEAD = "Ref,Forename,Surname,DOB,Postcode,Relationship,Family ID"
DERIVED = ("summaries", "due", "lookup_people", "lookup_words", "lookup_postings")


def families(store: Store) -> list[tuple[str, list[str]]]:
    """Each family's name with the given names of its people."""
    rows = store.reading().execute("SELECT id FROM cases ORDER BY id").fetchall()
    files = [case_file(store.reading(), row[0]) for row in rows]
    return [(file.case.family_name, [one.given for one in file.people]) for file in files]


def test_a_row_becomes_a_person_of_a_family_without_a_plan(store: Store, bring: Bring) -> None:
    bring(HEAD, "A1,Sam,Jones,3/2/15,NE1 4AB,son,")
    (found,) = search(store.reading(), "sam jones")
    file = case_file(store.reading(), found.case_id)
    (person,) = file.people
    assert (person.external_id, person.born, person.in_family) == ("A1", date(2015, 2, 3), "son")
    assert (file.case.family_name, file.case.plan_started) == ("Jones", None)
    assert found.reference == file.case.reference


def test_a_household_is_one_family_and_so_are_a_name_and_a_postcode(
    store: Store, bring: Bring
) -> None:
    bring(
        HEAD,
        ",Sam,Jones,3/2/15,NE1 4AB,,",
        ",Kim,Smith,3/2/85,,mum,F1",
        ",Lee,JONES,3/2/13,ne14ab,,",
        ",Al,Brown,3/2/16,,son,f1",
        ",Pat,Jones,3/2/14,NE2 1AA,,",
        ",Nobody,,,NE1 4AB,,",
    )
    assert families(store) == [
        ("Jones", ["Sam", "Lee"]),
        ("Brown", ["Kim", "Al"]),
        ("Jones", ["Pat"]),
        ("", ["Nobody"]),
    ]


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ((",Kim,A,,,Mum,1", ",Sam,A,3/2/15,,,1"), ["mother"]),
        ((",Kim,A,,,Grandmother,1", ",Sam,A,3/2/15,,,1"), ["grandmother"]),
        ((",Kim,A,,,Mum,1", ",Sam,A,3/2/15,,,1", ",Lee,A,3/2/13,,,1"), []),
        ((",Kim,A,,,Mum of the big one,1", ",Sam,A,3/2/15,,,1"), []),
    ],
)
def test_who_is_what_to_whom_only_where_it_is_plain(
    store: Store, bring: Bring, rows: tuple[str, ...], kinds: list[str]
) -> None:
    bring(HEAD, *rows)
    found = store.reading().execute("SELECT kind FROM relationships").fetchall()
    assert [row[0] for row in found] == kinds


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        ("A1,Sam,Jones,3/2/15,NE1 4AB,,", "a1,Sammy,Jones,3/2/15,,,", True),
        ("A1,Sam,Jones,3/2/15,NE1 4AB,,", ",SAM,Jones,3/2/15,ne14ab,,", True),
        (",Sam,Jones,3/2/15,NE1 4AB,,", "A1,Sam,Jones,3/2/15,NE1 4AB,,", True),
        (",Sam,,,,,", ",Sam,,,,,", True),
        (",Sam,Jones,,,,", ",SAM,jones,,,,", True),
        (",Sam,Jones,3/2/15,,Son,", ",Sam,Jones,03.02.2015,,son,", True),
        (",Sam,Jones,3/2/15,,,", ",Sam,Jones,3/2/15,NE1 4AB,,", False),
        (",Sam,,,,,", ",Sam,,,NE1 4AB,,", False),
        (",Sam,Jones,,NE1 4AB,,", ",Sam,Jones,3/2/15,NE1 4AB,,", False),
        ("A1,Sam,Jones,3/2/15,NE1 4AB,,", "A2,Sam,Jones,3/2/15,NE1 4AB,,", False),
        # The number of a house or a family is not that of a person, not even among twins.
        ("A1,Sam,Jones,3/2/15,NE1 4AB,,", "A1,Kim,Jones,3/2/12,NE1 4AB,,", False),
        ("A1,Sam,Jones,3/2/15,NE1 4AB,,", "A1,Kim,Jones,3/2/15,NE1 4AB,,", False),
    ],
)
def test_nobody_is_imported_twice(bring: Bring, first: str, second: str, again: bool) -> None:
    found = bring(HEAD, first, second)
    assert [row for row, _ in found.again] == ([3] if again else [])
    assert len(found.people) == 2 - again
    later = bring(HEAD, first, second)
    assert later.people == []


def test_a_row_that_says_less_than_its_record_is_not_imported_again(bring: Bring) -> None:
    bring(HEAD, ",Sam,Jones,3/2/15,NE1 4AB,son,")
    found = bring(HEAD, ",Sam,Jones,3/2/15,,,", ",Sam,Jones,3/2/15,NE14AB,nephew,")
    assert found.people == []
    assert ["in_family" in where for _, where in found.again] == [False, True]


def test_two_families_of_one_name_are_two_records(store: Store, bring: Bring) -> None:
    bring(
        "Family,Given,Surname,Postcode",
        *("Jones,Sam,Jones,NE1 4AB", "Jones,Lee,Brown,ne14ab", "The Jones family,Al,Jones,"),
        *("Jones,Pat,Jones,NE2 1AA", "Smith,Kim,Smith,NE3 1AA", "Smith,Bo,Lee,"),
    )
    assert [given for _, given in families(store)] == [
        ["Sam", "Lee"],
        ["Pat"],
        ["Al"],
        ["Kim", "Bo"],
    ]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (",Sammy,Jones,3/2/15,NE9 9ZZ,,", "same family name and date of birth"),
        (",Sam,Brown,3/2/15,,,", "same given name and date of birth"),
        ("A1,Kim,Brown,3/2/12,,,", "same number in another system"),
        (",Sam,Jones,,NE1 4AB,,", "same names, and one of them without a date of birth"),
        (",Kim,Jones,3/2/15,NE1 4AB,,", None),  # a twin
        (",Kim,Brown,3/2/15,,,", None),
    ],
)
def test_look_alikes_are_kept_and_listed(bring: Bring, second: str, why: str | None) -> None:
    found = bring(HEAD, "A1,Sam,Jones,3/2/15,NE1 4AB,,", second)
    assert len(found.people) == 2
    assert [(row, one.where, one.why) for row, one in found.alike] == (
        [(3, "row 2", why)] if why else []
    )


@pytest.mark.parametrize(
    ("known", "new"),
    [
        ("A1,Sam,Jones,3/2/15,NE1 4AB,,", ",Kim,Jones,4/5/26,ne14ab,,"),
        ("A1,Sam,Jones,3/2/15,,,F1", ",Kim,Brown,4/5/26,,,F1"),
    ],
)
def test_a_family_that_is_there_already_is_named(bring: Bring, known: str, new: str) -> None:
    bring(HEAD, known)
    found = bring(HEAD, new, known)
    assert [(row, one.why) for row, one in found.alike] == [(2, "of the same family")]
    assert found.alike[0][1].where == found.again[0][1]


def test_a_name_heard_otherwise_is_listed(bring: Bring) -> None:
    bring(HEAD, ",Wojciech,Zielinski,3/2/15,NE1 4AB,,", ",Sam,Jones,4/5/16,,,")
    found = bring(HEAD, ",Voytek,Zelinsky,3/2/15,,,", ",Samir,Johal,4/5/12,,,")
    (row, alike), *others = found.alike
    assert (row, others) == (2, [])
    assert "likely the same person" in alike.why
    assert "Wojciech" not in alike.why


def test_what_is_kept_beside_the_facts_is_what_follows_from_them(
    store: Store, bring: Bring
) -> None:
    bring(
        HEAD,
        "A1,Sam,Jones,3/2/15,NE1 4AB,son,",
        "A2,Kim,Jones,3/2/85,NE1 4AB,mum,",
        "A3,,,,,,",
        ",Zoë,O'Hara-Łuk,,,,",
        ",Lee,Brown,3/2/13,,,F1",
        ",Pat,Green,3/2/14,,,F1",
    )
    connection = store.reading()
    assert [*check(store), *wrong_due_dates(connection), *faults(connection)] == []
    kept = derived(store)

    def anew(writing: object) -> None:
        for table in ("summaries", "due"):
            writing.execute(f"DELETE FROM {table}")  # type: ignore[attr-defined]
        for row in writing.execute("SELECT id FROM cases").fetchall():  # type: ignore[attr-defined]
            keep_derived(writing, case_file(writing, row[0]))  # type: ignore[arg-type]
        rebuild(writing)  # type: ignore[arg-type]

    store.write(anew).result()
    assert derived(store) == kept


def test_families_are_written_some_at_a_time(
    store: Store, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ehtui.importing.making.AT_ONCE", 2)
    bring(HEAD, *(f"A{at},Sam,Jones,3/2/15,,son," for at in range(5)))
    assert families(store) == [("Jones", ["Sam"])] * 5
    connection = store.reading()
    assert [*check(store), *wrong_due_dates(connection), *faults(connection)] == []


def test_a_case_in_which_something_is_due_already_is_worked_out_by_itself(
    store: Store, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ehtui.importing.begun.due_dates", lambda *_: ["something"])
    bring(HEAD, "A1,Sam,Jones,3/2/15,NE1 4AB,son,", ",Lee,Brown,3/2/13,,,")
    connection = store.reading()
    assert connection.execute("SELECT count(*) FROM summaries").fetchone()[0] == 2
    assert [*wrong_due_dates(connection), *faults(connection)] == []


def derived(store: Store) -> list[int | list[tuple[object, ...]]]:
    """The summaries and due rows; of the look-up, how much there is: its numbers may be others."""
    connection = store.reading()
    every = [
        [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1")]
        for table in DERIVED
    ]
    return [*every[:2], *map(len, every[2:])]


def test_every_record_has_one_line_in_the_trace(store: Store, bring: Bring) -> None:
    bring(HEAD, "A1,Sam,Jones,3/2/15,NE1 4AB,son,")
    for table, field, value in (("people", "given", "Sam"), ("cases", "family_name", "Jones")):
        (key,) = store.reading().execute(f"SELECT id FROM {table}").fetchone()
        (entry,) = history(store.reading(), key)
        assert (entry.action, entry.table, entry.after[field]) == ("make", table, value)


def test_a_failure_in_the_middle_leaves_nothing(
    store: Store, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("data.lookup.index.Newcomers.write", broken)
    with pytest.raises(OSError):  # noqa: PT011
        bring(HEAD, "A1,Sam,Jones,3/2/15,NE1 4AB,son,")
    for table in ("people", "cases", "trace", "procedure_texts"):
        assert store.reading().execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


class Interrupted:
    """Work at which somebody presses Ctrl+C before it has begun."""

    def __init__(self, begin: Callable[[], Future[int]]) -> None:
        self._begin = begin
        self._pressed = False

    def result(self) -> int:
        if not self._pressed:
            self._pressed = True
            raise KeyboardInterrupt
        return self._begin().result()


def test_an_import_that_is_stopped_leaves_nothing_and_says_so(
    store: Store, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = store.write
    with monkeypatch.context() as patched:
        patched.setattr(store, "write", lambda work: Interrupted(lambda: write(work)))
        with pytest.raises(Stopped, match="nobody was imported"):
            bring(HEAD, "A1,Sam,Jones,3/2/15,NE1 4AB,son,")
    assert families(store) == []
    assert store.reading().execute("SELECT count(*) FROM lookup_people").fetchone()[0] == 0
    bring(HEAD, "A1,Sam,Jones,3/2/15,NE1 4AB,son,")
    assert families(store) == [("Jones", ["Sam"])]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.lists(st.text(alphabet="Aé1/,2;\"'=\x00 \t", max_size=12), max_size=6))
def test_whatever_stands_in_the_rows_the_file_stays_sound(
    store: Store, bring: Bring, lines: list[str]
) -> None:
    try:
        bring(HEAD, *lines)
    except ValueError as wrong:
        assert "quotation mark" in str(wrong)  # noqa: PT017
    assert [*wrong_due_dates(store.reading()), *faults(store.reading())] == []
