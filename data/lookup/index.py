"""The index of names, kept by the save that changes a person."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.store.driver import Connection

PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Return the text without accents and signs, in small letters: O'Connor → oconnor."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN_LETTERS))
    kept = "".join(
        letter if letter.isalnum() else " "
        for letter in plain
        if letter not in "'’`" and not unicodedata.combining(letter)
    )
    return " ".join(kept.split())


def replace_names(connection: Connection, file: CaseFile) -> None:
    """Put the names of a family's people in place of those kept before."""
    connection.execute("DELETE FROM names WHERE case_id = ?", (file.case.id,))
    if not file.people:  # a record just begun is found by the family's name
        name = file.case.family_name
        connection.execute(
            "INSERT INTO names VALUES (?, ?, ?, '', ?)",
            (file.case.id, file.case.id, name, fold(name)),
        )
    connection.executemany(
        "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
        [
            (
                person.id,
                file.case.id,
                person.full_name,
                person.born.isoformat() if person.born else "",
                fold(
                    f"{person.given} {person.known_as} {person.family} {person.other_names} "
                    f"{file.case.family_name}"
                ),
            )
            for person in file.people
        ],
    )
