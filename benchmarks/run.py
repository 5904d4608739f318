"""Every figure of docs/benchmarks.md, each as a ratio against a named rival in the same run.

make bench
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import KEY, Terminal, file_with, in_turn, p95, timed
from data import due
from data.records.people import Person
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.changes import ChangeSet
from ehtui.opening import open_case
from ehtui.saving import save
from ehtui.today import today

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
RUNS = 15
SAVES = 300


def first_paint(folder: Path) -> Iterator[str]:
    """First paint against a bare Textual app; the dashboard's rows against that first paint."""
    file = str(file_with(1_000, folder))

    def bare() -> float:
        terminal = Terminal(str(HERE / "bare.py"))
        painted = terminal.painted("Dashboard")
        terminal.end()
        return painted

    rows: list[float] = []

    def ours() -> float:
        terminal = Terminal(str(HERE / "opened.py"), file, KEY.hex())
        painted = terminal.painted("Dashboard")
        rows.append(terminal.painted("Overdue"))
        terminal.end()
        return painted

    floor, paints = in_turn(RUNS, bare, ours)
    ratio = statistics.median(paint / bare for paint, bare in zip(paints, floor, strict=True))
    yield f"first paint: {statistics.median(paints):.0f} ms, bare {statistics.median(floor):.0f} ms"
    yield f"  ratio {ratio:.2f} (at most 1.15)"
    behind = statistics.median(r / p for r, p in zip(rows[1:], paints, strict=True))
    yield f"dashboard's rows, 1,000 cases: {statistics.median(rows[1:]):.0f} ms from the start"
    yield f"  ratio to first paint {behind:.2f} (at most 3)"


def saving(folder: Path) -> Iterator[str]:
    """Saving a form against one bare commit on the same file."""
    with Store.open(file_with(1_000, folder), Secret.from_key(KEY)) as store:
        case_id = store.reading().execute("SELECT id FROM cases LIMIT 1").fetchone()[0]
        turn = 0

        def form() -> float:
            nonlocal turn
            turn += 1
            changes = ChangeSet(case_id)
            person: Person = open_case(store.reading(), case_id).file.people[0]
            changes.edit(person, phone=f"0191 498 {turn:04}")
            return timed(lambda: save(store, changes, by="bench", today=today()).result())

        def bare() -> float:
            # Another value each time: where a page stays the same, there is nothing to commit.
            statement = "UPDATE setting SET value = ? WHERE key = 'me'"
            return timed(lambda: store.write(lambda c: c.execute(statement, (str(turn),))).result())

        forms, commits = in_turn(SAVES, form, bare)
    yield f"save a form: p95 {p95(forms):.1f} ms; bare commit: p95 {p95(commits):.1f} ms"
    yield f"  more by {p95(forms) - p95(commits):.1f} ms (at most 5)"


def pages(folder: Path) -> Iterator[str]:
    """A page of the dashboard among 10,000 open cases against one among 100."""
    small = Store.open(file_with(100, folder), Secret.from_key(KEY))
    large = Store.open(file_with(10_000, folder), Secret.from_key(KEY))
    kind, who = _busiest(small)
    for words, filters in (
        ("no filter", {}),
        ("one kind", {"kind": kind}),
        ("one person", {"who": who}),
        ("both", {"kind": kind, "who": who}),
    ):

        def page(store: Store, filters: dict[str, str] = filters) -> float:
            return timed(lambda: due.page(store.reading(), today(), limit=100, **filters))  # type: ignore[arg-type]

        few, many = in_turn(200, lambda: page(small), lambda: page(large))
        ratio = statistics.median(many) / statistics.median(few)
        yield f"page, {words}: {statistics.median(many):.2f} ms among 10,000 cases"
        yield f"  ratio to 100 cases {ratio:.2f} (at most 1.3)"
    small.close()
    large.close()


def _busiest(store: Store) -> tuple[str, str]:
    """Return the kind and the person of which most is due: a full page in either file."""
    kind, who = (
        store.reading()
        .execute(
            "SELECT kind, who FROM due WHERE shown_from <= ? "
            "GROUP BY kind, who ORDER BY count(*) DESC LIMIT 1",
            (today().isoformat(),),
        )
        .fetchone()
    )
    return kind, who


def memory(folder: Path) -> Iterator[str]:
    """The program's memory with 10,000 open cases."""
    terminal = Terminal(str(HERE / "opened.py"), str(file_with(10_000, folder)), KEY.hex())
    terminal.painted("Overdue")
    yield f"memory with 10,000 open cases: {terminal.memory():.0f} MB (at most 150)"
    terminal.end()


def main() -> int:
    """Print every figure; the files are made in a folder given, or in one thrown away."""
    with tempfile.TemporaryDirectory() as thrown_away:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(thrown_away)
        for figures in (first_paint, saving, pages, memory):
            for line in figures(folder):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
