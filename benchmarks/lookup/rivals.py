"""Other ways to look somebody up, over the same people in the same encrypted file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from rapidfuzz import fuzz, process

from data.lookup.asked import read
from data.lookup.folding import fold
from data.lookup.search import search

if TYPE_CHECKING:
    from benchmarks.lookup.town import Someone
    from data.store.driver import Connection

TOP = 5


class Answer(Protocol):
    """Something that answers a query with keys, the likeliest first."""

    def __call__(self, typed: str) -> list[str]:
        """Return up to five keys."""


def written(one: Someone) -> str:
    """Return a person as one line, which is what every rival searches."""
    return f"{fold(one.given)} {fold(one.family)} {one.born.isoformat()}"


def prepare(connection: Connection, town: list[Someone]) -> None:
    """Make the rivals' own tables, inside the caller's transaction."""
    rows = [(at, written(one)) for at, one in enumerate(town)]
    connection.execute("CREATE TABLE rival (no INTEGER PRIMARY KEY, line TEXT)")
    connection.executemany("INSERT INTO rival VALUES (?, ?)", rows)
    for name, tokenizer in (("rival_trigram", "trigram"), ("rival_prefix", "unicode61")):
        more = ", prefix='2 3'" if name == "rival_prefix" else ""
        connection.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(line, tokenize='{tokenizer}'{more})"
        )
        connection.executemany(f"INSERT INTO {name} (rowid, line) VALUES (?, ?)", rows)


def words_of(typed: str) -> list[str]:
    """Return the names and the dates, as ISO text: every rival is spared the reading of dates."""
    asked = read(typed, 2026)
    dates = [f"{one.year:04}-{one.month:02}-{one.day:02}" for one in asked.births if one.day]
    return [*asked.names, *dates]


def like(connection: Connection, town: list[Someone]) -> Answer:
    """Every word somewhere in the line."""

    def answer(typed: str) -> list[str]:
        words = words_of(typed) or [""]
        where = " AND ".join(["line LIKE ?"] * len(words))
        found = connection.execute(
            f"SELECT no FROM rival WHERE {where} LIMIT {TOP}", [f"%{word}%" for word in words]
        )
        return [town[row[0]].id for row in found]

    return answer


def trigram(connection: Connection, town: list[Someone]) -> Answer:
    """Any three letters that follow each other, ranked by FTS5."""

    def answer(typed: str) -> list[str]:
        text = " ".join(words_of(typed))
        parts = {text[at : at + 3] for at in range(len(text) - 2)}
        return _ranked(connection, town, "rival_trigram", [f'"{part}"' for part in sorted(parts)])

    return answer


def prefix(connection: Connection, town: list[Someone]) -> Answer:
    """Beginnings of words, ranked by FTS5."""

    def answer(typed: str) -> list[str]:
        words = re.split(r"[\s-]+", " ".join(words_of(typed)))
        return _ranked(connection, town, "rival_prefix", [f'"{word}"*' for word in words if word])

    return answer


def everybody(connection: Connection, town: list[Someone]) -> Answer:
    """RapidFuzz over every line there is."""
    lines = [written(one) for one in town]

    def answer(typed: str) -> list[str]:
        text = " ".join(words_of(typed))
        found = process.extract(text, lines, scorer=fuzz.token_sort_ratio, limit=TOP)
        return [town[at].id for _, _, at in found]

    return answer


def ours(connection: Connection, town: list[Someone]) -> Answer:
    """The look-up itself."""
    from benchmarks.lookup.town import TODAY

    def answer(typed: str) -> list[str]:
        return [one.person_id for one in search(connection, typed, limit=TOP, today=TODAY)]

    return answer


RIVALS = {
    "LIKE": like,
    "FTS5 prefix": prefix,
    "FTS5 trigram": trigram,
    "rapidfuzz": everybody,
    "ehtui": ours,
}


def _ranked(connection: Connection, town: list[Someone], table: str, parts: list[str]) -> list[str]:
    if not parts:
        return []
    rows = connection.execute(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT {TOP}",
        (" OR ".join(parts),),
    )
    return [town[row[0]].id for row in rows]
