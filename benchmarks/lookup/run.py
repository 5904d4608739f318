"""The table of how well people are found: python -m benchmarks.lookup.run [--people N …]."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.lookup.questions import questions
from benchmarks.lookup.rivals import RIVALS, TOP, prepare
from benchmarks.lookup.town import TODAY, people, store_of
from data.lookup.index import TABLES, rebuild
from data.lookup.search import search

if TYPE_CHECKING:
    from benchmarks.lookup.questions import Question
    from benchmarks.lookup.rivals import Answer
    from data.store.driver import Connection
    from data.store.store import Store

DEVELOPING, JUDGING = 11, 4711
"""Seeds: what is changed is tried on the first, and what is published is of the second."""


def main() -> None:
    """Print the table for each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--each", type=int, default=200, help="questions of each kind")
    options.add_argument("--seed", type=int, default=JUDGING, help=f"{DEVELOPING} to develop")
    options.add_argument("--ours", action="store_true", help="leave the rivals out")
    options.add_argument("--failures", action="store_true", help="print what was not found")
    chosen = options.parse_args()
    for number in chosen.people:
        with TemporaryDirectory() as folder:
            measure(number, chosen, Path(folder))


def measure(number: int, chosen: argparse.Namespace, folder: Path) -> None:
    """Print the table of one size."""
    town = list(people(number, chosen.seed))
    asked = questions(town, chosen.each, chosen.seed)
    with store_of(town, folder / "town.db") as store:
        begun = time.perf_counter()
        store.write(rebuild).result()
        built = time.perf_counter() - begun
        size = index_bytes(store)
        print(f"\n## {number:,} people (index {size / 1e6:.1f} MB, built in {built:.1f} s)\n")
        rivals = {"ehtui": RIVALS["ehtui"]} if chosen.ours else RIVALS
        if not chosen.ours:
            store.write(lambda connection: prepare(connection, town)).result()
        connection = store.reading()
        answers = {name: make(connection, town) for name, make in rivals.items()}
        print(f"| | {' | '.join(answers)} |\n|---|{'---|' * len(answers)}")
        times = compare(answers, asked, failures=chosen.failures)
        print(f"| ms a query, p50 | {' | '.join(f'{p(one, 50):.1f}' for one in times.values())} |")
        print(f"| ms a query, p95 | {' | '.join(f'{p(one, 95):.1f}' for one in times.values())} |")
        absent = [search(connection, one.typed, limit=1, today=TODAY) for one in asked["absent"]]
        wrong = sum(bool(found) and found[0].sure for found in absent) / len(absent)
        clear = [
            (one, found)
            for one in asked["name + date of birth"]
            for found in search(connection, one.typed, limit=1, today=TODAY)
        ]
        sure = sum(found.sure for _, found in clear) / len(clear)
        false = sum(found.sure and found.person_id != one.wanted for one, found in clear)
        print(f"\n“Very likely the same person”: {wrong:.1%} of the absent, {sure:.0%} of those")
        print(f"asked for by a mistyped name and their date of birth; of those {false} another.")


def compare(
    answers: dict[str, Answer], asked: dict[str, list[Question]], *, failures: bool
) -> dict[str, list[float]]:
    """Print recall at one and five for each kind, and return each rival's times in ms."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    for kind, some in asked.items():
        if kind == "absent":
            continue
        hits = {name: [0, 0] for name in answers}
        for one in some:
            for name, answer in answers.items():
                begun = time.perf_counter()
                found = answer(one.typed)
                times[name].append((time.perf_counter() - begun) * 1000)
                hits[name][0] += found[:1] == [one.wanted]
                hits[name][1] += one.wanted in found[:TOP]
                if failures and name == "ehtui" and one.wanted not in found[:TOP]:
                    print(f"  not found: {one.typed} ({one.wanted})", file=sys.stderr)
        cells = (f"{at1 / len(some):.3f} / {at5 / len(some):.3f}" for at1, at5 in hits.values())
        print(f"| {kind} | {' | '.join(cells)} |", flush=True)
    return times


def p(values: list[float], percent: int) -> float:
    """Return the value that so many per cent stay below."""
    return statistics.quantiles(values, n=100)[percent - 1]


class _PutBack(Exception):
    """What was dropped to be measured is put back."""


def index_bytes(store: Store) -> int:
    """Return the bytes of the look-up's own tables and of its indexes on the records."""
    sizes: list[int] = []

    def used(connection: Connection) -> int:
        pages, free, size = (
            int(connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "freelist_count", "page_size")
        )
        return (pages - free) * size

    def work(connection: Connection) -> None:
        sizes.append(used(connection))
        for name in TABLES:
            connection.execute(f"DROP TABLE {name}")
        for name in ("postcode", "phone", "nhs_number", "upn", "external_id"):
            connection.execute(f"DROP INDEX ix_people_{name}")
        sizes.append(used(connection))
        raise _PutBack

    with suppress(_PutBack):
        store.write(work).result()
    return sizes[0] - sizes[1]


if __name__ == "__main__":
    main()
