from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from data import settings, trace
from data.casefile import TABLES
from data.codes.lists import codes
from data.demo.reading import WRITTEN, Family, families
from data.lookup.index import faults
from data.procedures import loading
from data.records.all import BY_TABLE
from data.records.fields import described
from data.rows import case_file
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.demo import filling
from ehtui.demo.rows import is_link
from ehtui.demo.variety import varied
from ehtui.numbers import check_nhs, check_upn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.casefile import CaseFile
    from data.records.base import Record

SECRET = Secret.from_key(bytes(range(32)))
WRITTEN_FAMILIES = families()


def filled(path: Path, wanted: int | None = None, seed: int = 1, today: date = WRITTEN) -> Store:
    store = Store.create(path, SECRET)
    filling.fill(store, wanted, seed, today)
    return store


def loaded(store: Store) -> list[CaseFile]:
    """Every family of a file, in the order of entry."""
    rows = store.reading().execute("SELECT id FROM cases ORDER BY id").fetchall()
    return [case_file(store.reading(), row["id"]) for row in rows]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The written families as they stand on 22 Nov 2026."""
    with filled(tmp_path_factory.mktemp("demo") / "demo.db") as store:
        yield store


def texts(file: CaseFile) -> list[tuple[str, str]]:
    return [
        (f"{row.__tablename__}.{name}", str(value))
        for row in file.rows()
        for name, value in vars(row).items()
        if not name.startswith("_")
    ]


def rows_of(family: Family) -> Iterator[tuple[type[Record], dict[str, Any]]]:
    yield BY_TABLE["cases"], family.case
    for table, rows in family.tables.items():
        for row in rows:
            yield BY_TABLE[table], row


# All the written families


@pytest.mark.parametrize(
    "at", range(len(WRITTEN_FAMILIES)), ids=lambda at: WRITTEN_FAMILIES[at].file
)
def test_every_word_and_date_that_is_written_is_found_again(store: Store, at: int) -> None:
    family, file = WRITTEN_FAMILIES[at], loaded(store)[at]
    keys: dict[str, str] = {}
    for table, rows in family.tables.items():
        kept = getattr(file, table)
        assert len(kept) == len(rows)
        keys |= {row["ref"]: one.id for row, one in zip(rows, kept, strict=True) if "ref" in row}
    assert {name: getattr(file.case, name) for name in family.case} == family.case
    for table, rows in family.tables.items():
        for row, one in zip(rows, getattr(file, table), strict=True):
            for name, value in row.items():
                if name == "ref":
                    continue
                wanted = keys[value] if is_link(name) else value
                wanted = wanted.strip("\n") if isinstance(wanted, str) else wanted
                assert getattr(one, name) == wanted, (table, name)


@pytest.mark.parametrize("family", WRITTEN_FAMILIES, ids=lambda family: family.file)
def test_choices_are_on_their_lists(family: Family) -> None:
    procedure = loading.load(loading.default_id())
    for record, row in rows_of(family):
        for name, words in described(record).items():
            kind, _, source = words.choices.partition(":")
            if words.kind != "choice" or name not in row:
                continue
            listed = (
                {one.code for one in codes(source)}
                if kind == "code"
                else {one.key for one in getattr(procedure, source)}
            )
            assert row[name] in listed, (record.__name__, name, row[name])


@pytest.mark.parametrize("family", WRITTEN_FAMILIES, ids=lambda family: family.file)
def test_what_is_recorded_has_happened(family: Family) -> None:
    further = [varied(family, Random(seed)) for seed in range(10)]
    for record, row in chain.from_iterable(map(rows_of, [family, *further])):
        late = [
            name
            for name, words in described(record).items()
            if words.past and row.get(name) and row[name] > WRITTEN
        ]
        assert not late, record.__name__


@pytest.mark.parametrize("family", WRITTEN_FAMILIES, ids=lambda family: family.file)
def test_no_ref_is_given_twice_in_a_family(family: Family) -> None:
    refs = [row["ref"] for _, row in rows_of(family) if "ref" in row]
    assert len(refs) == len(set(refs))


def test_every_stage_is_among_them(store: Store) -> None:
    found = store.reading().execute("SELECT DISTINCT stage FROM summaries").fetchall()
    procedure = loading.load(loading.default_id())
    assert {row["stage"] for row in found} == {stage.key for stage in procedure.stages}


def test_every_situation_of_the_issue_is_among_them(store: Store) -> None:
    files = loaded(store)
    assert len(files) >= 13
    situations = {
        "refused": lambda one: one.refusals and not one.case.plan_started,
        "withdrawn": lambda one: any(entry.start == "withdrawn" for entry in one.consents),
        "closed": lambda one: one.closings,
        "step down": lambda one: one.case.route == "step-down",
        "moved in": lambda one: one.case.route == "moved-in",
        "handed over": lambda one: one.handovers,
        "unsafe contact": lambda one: any(person.unsafe for person in one.people),
        "own service": lambda one: any(
            start.decision == "own_service" for start in one.start_decisions
        ),
        "siblings": lambda one: len(one.children) > 2,
        "unborn": lambda one: any(child.is_unborn for child in one.children),
        "interpreter": lambda one: any(talk.interpreter for talk in one.conversations),
        "young person": lambda one: any(entry.mca_weighs for entry in one.consents),
        "brackets": lambda one: "[" in one.case.family_name,
        "harm": lambda one: one.harm_contacts,
    }
    missing = [name for name, fits in situations.items() if not any(map(fits, files))]
    assert not missing


def test_the_file_knows_whose_it_is(store: Store) -> None:
    kept = settings.read(store.reading())
    assert (kept.me, kept.procedure) == (filling.ME, loading.default_id())
    assert kept.harm_in_hours
    assert kept.harm_out_of_hours


def test_numbers_in_the_written_families_hold(store: Store) -> None:
    people = [person for file in loaded(store) for person in file.people]
    assert [one.nhs_number for one in people if not check_nhs(one.nhs_number).ok] == []
    assert [one.upn for one in people if not check_upn(one.upn).ok] == []


# The dates


@pytest.mark.parametrize(
    ("today", "weeks"),
    [
        (WRITTEN, 0),
        (date(2026, 11, 28), 0),
        (date(2026, 11, 29), 1),
        (date(2026, 11, 21), -1),
        (date(2031, 3, 5), 223),
    ],
)
def test_dates_move_by_whole_weeks(tmp_path: Path, today: date, weeks: int) -> None:
    with filled(tmp_path / "demo.db", 1, today=today) as store:
        [file] = loaded(store)
    later = timedelta(weeks=weeks)
    assert file.case.plan_started == date(2026, 9, 9) + later
    assert file.people[0].born == date(1988, 2, 14) + later
    assert file.calls[0].on == date(2026, 11, 3) + later
    assert WRITTEN + later <= today < WRITTEN + later + timedelta(weeks=1)


# More families than are written


def said(store: Store) -> tuple[Any, ...]:
    """Everything recorded but the keys."""
    return tuple(
        (name, str(value))
        for file in loaded(store)
        for row in file.rows()
        for name, value in sorted(vars(row).items())
        if not (name == "id" or name.endswith("_id") or name.startswith("_"))
    )


def test_the_same_seed_makes_the_same_families(tmp_path: Path) -> None:
    wanted = len(WRITTEN_FAMILIES) + 4
    with (
        filled(tmp_path / "one.db", wanted, seed=7) as one,
        filled(tmp_path / "two.db", wanted, seed=7) as two,
        filled(tmp_path / "other.db", wanted, seed=8) as other,
    ):
        assert len(loaded(one)) == wanted
        assert said(one) == said(two)
        assert said(one) != said(other)


def test_varied_families_have_names_and_numbers_of_their_own(tmp_path: Path) -> None:
    with filled(tmp_path / "demo.db", 2 * len(WRITTEN_FAMILIES)) as store:
        files = loaded(store)
        assert trace.verify(store.reading()) == []
    written, made = files[: len(files) // 2], files[len(files) // 2 :]
    for old, new in zip(written, made, strict=True):
        assert old.case.family_name not in "\n".join(text for _, text in texts(new))
        assert [len(getattr(old, table)) for table in TABLES] == [
            len(getattr(new, table)) for table in TABLES
        ]
        for before, after in zip(old.people, new.people, strict=True):
            assert bool(before.upn) == bool(after.upn)
            assert not before.upn or before.upn != after.upn
            assert check_upn(after.upn).ok
            assert check_nhs(after.nhs_number).ok
            assert not (before.born and after.born and after.born > before.born)
    assert made[0].case.central_number != written[0].case.central_number


def test_a_name_changes_in_the_plan_as_well(tmp_path: Path) -> None:
    with filled(tmp_path / "demo.db", len(WRITTEN_FAMILIES) + 1) as store:
        file = loaded(store)[-1]
    tomek = next(child for child in file.children if child.needs.startswith("autism"))
    assert tomek.known_as != "Tomek"
    assert file.outcomes[0].title.startswith(f"{tomek.known_as} sleeps through 5 nights of 7")


def test_varied_families_are_in_the_index_and_have_due_rows(tmp_path: Path) -> None:
    with filled(tmp_path / "demo.db", len(WRITTEN_FAMILIES) + 1) as store:
        file = loaded(store)[-1]
        for table in ("summaries", "due"):
            query = f"SELECT 1 FROM {table} WHERE case_id = ?"
            assert store.reading().execute(query, (file.case.id,)).fetchone()
        assert faults(store.reading()) == []
