"""People by a number: of the case, of the person, of a telephone, or by a whole postcode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.lookup.asked import Asked
    from data.store.driver import Connection

MOST: Final = 200

# Each as the index on it has it: written otherwise, every person would be read.
POSTCODE: Final = "replace(upper(postcode), ' ', '')"
PHONE: Final = "replace(replace(phone, ' ', ''), '-', '')"
NHS_NUMBER: Final = "replace(replace(nhs_number, ' ', ''), '-', '')"
UPN: Final = "replace(upper(upn), ' ', '')"
EXTERNAL_ID: Final = "upper(external_id)"
REFERENCE_SIGNS: Final = 6
HEARD_FOR: Final = str.maketrans("OILS", "0115")
"""Letters that no reference has, and what is meant by them."""


class Numbered(NamedTuple):
    """Somebody who has a number that was asked for."""

    person_id: str
    case_id: str
    bits: float
    why: str
    own: bool
    """Whether nobody else can have this number."""


def numbered(connection: Connection, asked: Asked, rarity: float) -> Iterator[Numbered]:
    """Give those who have a number that was asked for; ``rarity`` is the bits of a rare word."""
    for word in asked.raw:
        yield from _where(
            connection,
            EXTERNAL_ID,
            "external_id",
            word,
            rarity,
            "same number in another system",
            True,
        )
        yield from _reference(connection, word, rarity)
    for run in asked.digits:
        if len(run) == 10:
            yield from _where(
                connection, NHS_NUMBER, "nhs_number", run, rarity, "same NHS number", True
            )
        if len(run) == 13:
            yield from _where(connection, UPN, "upn", run, rarity, "same UPN", True)
        if len(run) >= 3:
            yield from _phone(connection, run, rarity)
    if asked.postcode:
        yield from _where(
            connection, POSTCODE, "postcode", asked.postcode, rarity - 2.5, "same postcode", False
        )


def _where(
    connection: Connection, column: str, name: str, value: str, bits: float, why: str, own: bool
) -> Iterator[Numbered]:
    rows = connection.execute(
        f"SELECT id, case_id FROM people WHERE {column} = ? AND {name} <> '' LIMIT {MOST}", (value,)
    )
    for person_id, case_id in map(tuple, rows):
        yield Numbered(person_id, case_id, bits, why, own)


def _reference(connection: Connection, word: str, bits: float) -> Iterator[Numbered]:
    plain = "".join(sign for sign in word if sign.isalnum())
    digits = sum(sign.isdecimal() for sign in plain)
    # A name or a date may look like the beginning of a reference; with both kinds it is one.
    if not 3 <= len(plain) <= REFERENCE_SIGNS or not plain.isascii() or not digits:
        return
    if digits == len(plain) < REFERENCE_SIGNS:
        return
    plain = plain.translate(HEARD_FOR)
    shown = f"{plain[:3]}-{plain[3:]}"
    rows = connection.execute(
        "SELECT id FROM cases WHERE reference >= ? AND reference < ? LIMIT 20",
        (shown, f"{shown}\U0010ffff"),
    )
    whole = len(plain) == REFERENCE_SIGNS
    for (case_id,) in map(tuple, rows.fetchall()):
        why = "same reference" if whole else "the reference begins so"
        people = connection.execute(
            "SELECT id FROM people WHERE case_id = ?", (case_id,)
        ).fetchall()
        for person_id in [row[0] for row in people] or [case_id]:
            yield Numbered(person_id, case_id, bits if whole else bits / 2, why, False)


def _phone(connection: Connection, run: str, rarity: float) -> Iterator[Numbered]:
    bits = min(rarity - 1.5, 3.3 * (len(run) - 1))
    rows = connection.execute(
        f"SELECT id, case_id, substr({PHONE}, -length(?1)) = ?1 AS ends "
        f"FROM people INDEXED BY ix_people_phone WHERE phone <> '' AND instr({PHONE}, ?1) "
        f"ORDER BY ends DESC LIMIT {MOST}",
        (run,),
    )
    for person_id, case_id, ends in map(tuple, rows):
        if ends:  # the last digits are what people remember
            yield Numbered(person_id, case_id, bits + 1, f"phone number that ends {run}", False)
        else:
            yield Numbered(person_id, case_id, bits, f"phone number with {run}", False)
