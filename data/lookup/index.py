"""The index of people: kept by the save that changes one, made anew by a repair."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import count, islice
from typing import TYPE_CHECKING, Final

from data.lookup import directory, postings, wordlist
from data.lookup.features import COLUMNS, FOUND_BY, Findable, features
from data.store import many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.casefile import CaseFile
    from data.store.driver import Connection

AT_ONCE: Final = 20_000
"""People of whom everything is held in memory; of the others, what their words are."""
TEXTS: Final = 50_000
"""Texts of one field of which is held in memory what they are found by."""

TABLES: Final = ("lookup_people", "lookup_words", "lookup_sounds", "lookup_postings")


def replace_names(connection: Connection, file: CaseFile) -> None:
    """Put a family's people in place of those kept before, where they are others."""
    wanted = {one.id: _words(connection, one) for one in _people(file)}
    kept = {one.key: one for one in directory.of_family(connection, file.case.id)}
    if {key: one.words for key, one in kept.items()} == wanted:
        return
    added: defaultdict[int, set[int]] = defaultdict(set)
    removed: defaultdict[int, set[int]] = defaultdict(set)
    following = directory.how_many(connection) + 1
    putting = []
    for key, words in wanted.items():
        no, before = (kept[key].no, kept[key].words) if key in kept else (following, frozenset())
        following += key not in kept
        putting.append(directory.row(no, key, file.case.id, words))
        for word in words - before:
            added[word].add(no)
        for word in before - words:
            removed[word].add(no)
    gone = [one for key, one in kept.items() if key not in wanted]
    for one in gone:
        for word in one.words:
            removed[word].add(one.no)
    directory.drop(connection, [one.no for one in gone])
    directory.put(connection, putting)
    postings.change(connection, added, removed)
    more = Counter({word: len(people) for word, people in added.items()})
    more.subtract({word: len(people) for word, people in removed.items()})
    wordlist.count(connection, {word: number for word, number in more.items() if number})


class Newcomers:
    """Many people none of whom is in the index: first worked out, then written.

    The index is read when this is made. Working out neither reads nor writes, so another thread may
    do it. A case without people comes as one ``nobody_yet``.
    """

    def __init__(self, connection: Connection) -> None:
        self._numbering = wordlist.Numbering.of_all(connection)
        self._numbers = count(directory.how_many(connection) + 1)
        self._added: defaultdict[int, list[int]] = defaultdict(list)
        self._known: list[dict[str, list[int]]] = [{} for _ in FOUND_BY]

    def work_out(self, people: Iterable[Findable]) -> list[directory.Row]:
        """Return the people's rows, for ``directory.adding``; their words are kept for ``write``.

        Many have one name, one school or one birthday: what each text is found by is worked out
        once.
        """
        fields = [
            (at, words, known) for (at, words), known in zip(FOUND_BY, self._known, strict=True)
        ]
        number, added = self._numbering.number, self._added
        rows = []
        for one, no in zip(people, self._numbers, strict=False):
            mine: set[int] = set()
            for at, words, known in fields:
                if text := one[at]:
                    if (numbers := known.get(text)) is None:
                        numbers = known[text] = [number(*word) for word in words(text)]
                    mine.update(numbers)
            rows.append(directory.row(no, one.id, one.case_id, mine))
            for word in mine:
                added[word].append(no)
        for known in self._known:
            if len(known) > TEXTS:
                known.clear()
        self._numbering.hear()
        return rows

    def write(self, connection: Connection) -> None:
        """Write the words of all whose rows were worked out, inside the caller's transaction."""
        self._numbering.write(connection)
        postings.append(connection, self._added)
        wordlist.count(connection, {word: len(people) for word, people in self._added.items()})


def rebuild(connection: Connection) -> None:
    """Make the whole index anew from the records, inside the caller's transaction."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")
    newcomers, people = Newcomers(connection), everybody(connection)
    while some := list(islice(people, AT_ONCE)):
        many.execute(connection, directory.adding(newcomers.work_out(some)))
    newcomers.write(connection)


def faults(connection: Connection) -> list[str]:
    """Return a sentence for what the index lacks, or has that is not in the records."""
    named = {
        number: (kind, word)
        for number, kind, word in map(
            tuple, connection.execute("SELECT id, kind, word FROM lookup_words")
        )
    }
    kept = {
        directory.plain_key(person): {named.get(word) for word in directory.unpacked(words)}
        for person, words in map(
            tuple, connection.execute("SELECT person, words FROM lookup_people")
        )
    }
    wrong = sum(kept.pop(one.id, None) != set(features(one)) for one in everybody(connection))
    wrong += len(kept)
    if not wrong:
        return []
    who = "1 person is" if wrong == 1 else f"{wrong} people are"
    return [f"The look-up: {who} not found by what is recorded. Run ehtui check --repair."]


def everybody(connection: Connection) -> Iterator[Findable]:
    """Give everybody in the records, and each family of whom nobody is recorded yet."""
    columns = ", ".join(f"coalesce(people.{name.strip()}, '')" for name in COLUMNS.split(","))
    rows = connection.execute(
        f"SELECT {columns}, cases.family_name FROM people JOIN cases ON cases.id = case_id"
    )
    yield from (Findable(*row) for row in rows)
    empty = connection.execute(
        "SELECT id, family_name FROM cases "
        "WHERE NOT EXISTS (SELECT 1 FROM people WHERE case_id = cases.id)"
    )
    yield from (nobody_yet(*row) for row in empty)


def nobody_yet(case_id: str, family_name: str) -> Findable:
    """Return what a record just begun is found by: the family's name."""
    return Findable(case_id, case_id, "", "", "", "", "", "", "", "", family_name)


def _words(connection: Connection, person: Findable) -> frozenset[int]:
    return frozenset(wordlist.numbers(connection, set(features(person))).values())


def _people(file: CaseFile) -> list[Findable]:
    if not file.people:
        return [nobody_yet(file.case.id, file.case.family_name)]
    return [
        Findable(
            one.id,
            file.case.id,
            one.given,
            one.family,
            one.known_as,
            one.other_names,
            one.born.isoformat() if one.born else "",
            one.address,
            one.postcode,
            one.school,
            file.case.family_name,
        )
        for one in file.people
    ]
