"""Importing a spreadsheet of people against a bare executemany of the same rows.

python -m benchmarks.importing [--people N] [--runs N]

Both begin with an encrypted file of their own that holds the same cases; ours reads the CSV, looks
for who is there twice, makes the cases and keeps trace, summaries and look-up as well.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.lookup.town import TODAY, people
from benchmarks.measuring import KEY, timed
from data.records.people import Person
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.importing.people import look_through, read_sheet
from ehtui.importing.writing import import_people

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.store.driver import Connection

SEED = 4711
HEADINGS = "Ref,Forename,Surname,DOB,Address,Postcode,Mobile,School,Year group,Relationship"
SCHOOLS = [f"{name} Primary School" for name in "Ash Birch Cedar Elm Fir Hazel Larch Oak".split()]
LIMIT = 5.0


def write_csv(path: Path, number: int) -> None:
    """Write a sheet of made-up people; the same every time."""
    random = Random(SEED)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS.split(","))
        for at, one in enumerate(people(number, SEED)):
            born = f"{one.born:%d/%m/%Y}" if one.born else ""
            place = (one.address, one.postcode, one.phone)
            writer.writerow(
                [f"P{at:06}", one.given, one.family, born, *place, random.choice(SCHOOLS), "4", ""]
            )


def ours(store: Store, sheet: Path) -> None:
    """Import the sheet, as the command does."""

    def nothing(_: float) -> None:
        pass

    table = read_sheet(sheet, {}, nothing)
    found = look_through(store.reading(), table, TODAY, nothing)
    import_people(store, found.people, TODAY, nothing)


def rows_of(store: Store) -> list[tuple[Any, ...]]:
    """Return the rows of people that an import made, every column."""
    return [tuple(row) for row in store.reading().execute(f"SELECT {columns()} FROM people")]


def columns() -> str:
    """Return the columns of people."""
    return ", ".join(f'"{name}"' for name in Person.model_fields)


def bare(store: Store, rows: list[tuple[Any, ...]]) -> None:
    """Put these rows into a file, and nothing else."""
    marks = ", ".join("?" * len(rows[0]))
    statement = f"INSERT INTO people ({columns()}) VALUES ({marks})"
    store.write(lambda connection: connection.executemany(statement, rows)).result()


def without_people(store: Store) -> Callable[[Connection], None]:
    """Return the work that copies the cases of a file, so that people can belong to them."""
    tables = ("procedure_texts", "cases")
    kept = [
        (table, [tuple(row) for row in store.reading().execute(f"SELECT * FROM {table}")])
        for table in tables
    ]

    def work(connection: Connection) -> None:
        for table, rows in kept:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    return work


def times(work: Callable[[], object]) -> tuple[float, float]:
    """Return how many seconds a piece of work takes, and how many of the processor."""
    busy = time.process_time()
    return timed(work) / 1000, time.process_time() - busy


def main() -> None:
    """Print the times of both and their ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    ratios = []
    with TemporaryDirectory() as thrown_away:
        folder = Path(thrown_away)
        sheet = folder / "people.csv"
        write_csv(sheet, chosen.people)
        for run in range(chosen.runs):
            with ExitStack() as open_files:
                secret = Secret.from_key(KEY)
                imported = open_files.enter_context(Store.create(folder / f"i{run}", secret))
                plain = open_files.enter_context(Store.create(folder / f"b{run}", secret))
                import_time, import_busy = times(partial(ours, imported, sheet))
                rows = rows_of(imported)
                plain.write(without_people(imported)).result()
                bare_time, bare_busy = times(partial(bare, plain, rows))
            ratios.append(import_time / bare_time)
            print(
                f"{len(rows):,} people: import {import_time:.2f} s, executemany {bare_time:.2f} s, "
                f"ratio {ratios[-1]:.2f} (of the processor {import_busy:.2f} s and "
                f"{bare_busy:.2f} s, {import_busy / bare_busy:.2f})",
                flush=True,
            )
    print(f"  ratio {statistics.median(ratios):.2f} (at most {LIMIT:.0f})")


if __name__ == "__main__":
    main()
