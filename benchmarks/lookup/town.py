"""A made-up town: people with names, birthdays and homes, the same for the same seed."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from data.store.secrets import Secret
from data.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.store.driver import Connection

NAMES: Final[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("names.toml").read_text("utf-8")
)
HEARD: Final[dict[str, list[str]]] = {name: heard.split() for name, heard in NAMES["heard"].items()}
KEY: Final = bytes(range(32))
TODAY: Final = date(2026, 11, 22)


class Someone(NamedTuple):
    """One made-up person."""

    id: str
    case_id: str
    given: str
    family: str
    born: date
    postcode: str
    phone: str
    address: str


class _Weighted(NamedTuple):
    names: list[str]
    weights: list[float]

    def one(self, random: Random) -> str:
        return random.choices(self.names, cum_weights=self.weights)[0]


def _falling(names: list[str]) -> _Weighted:
    """The first are common, the last are rare, as in every town."""
    return _Weighted(names, list(accumulate(1 / (at + 8) for at in range(len(names)))))


def people(number: int, seed: int) -> Iterator[Someone]:
    """Give so many people, in families of one to five who share a name and a home."""
    random = Random(seed)
    given = _falling(NAMES["given"].split() + _made_given(random, 600 + number // 40))
    joined = [one + two for one in NAMES["first"].split() for two in NAMES["last"].split()]
    random.shuffle(joined)
    family = _falling(NAMES["family"].split() + joined + _made_given(random, number // 20))
    streets = NAMES["streets"].split()
    made = 0
    while made < number:
        case_id = _key(random)
        name = family.one(random)
        if random.random() < 0.04:
            name = f"{name}-{family.one(random)}"
        postcode = f"NE{random.randint(1, 49)} {random.randint(1, 9)}{_letters(random)}"
        phone = f"07{random.randrange(10**9):09}"
        address = f"{random.randint(1, 150)} {random.choice(streets)} Street"
        for _ in range(min(random.choice((1, 2, 3, 3, 4, 5)), number - made)):
            years = random.choice((0, 0, 0, 25)) + random.random() * 18
            born = TODAY - timedelta(days=int(years * 365.25))
            yield Someone(
                _key(random), case_id, given.one(random), name, born, postcode, phone, address
            )
            made += 1


def absent(number: int, seed: int, town: list[Someone]) -> list[Someone]:
    """Return people of the same names who don't live there; some are siblings of those who do."""
    random = Random(seed)
    known = {(one.given, one.family, one.born) for one in town}
    given = _falling(NAMES["given"].split())
    found = []
    for one in people(number, seed):
        other = one
        if random.random() < 0.25:  # a brother or sister, one in eight of them a twin
            sibling = random.choice(town)
            apart = 0 if random.random() < 0.125 else random.randint(300, 2500)
            other = one._replace(
                given=given.one(random),
                family=sibling.family,
                born=sibling.born - timedelta(days=apart),
            )
        if (other.given, other.family, other.born) not in known:
            found.append(other)
    return found


def store_of(town: list[Someone], path: Path) -> Store:
    """Return a new encrypted file with the town's people, not yet in the look-up."""
    store = Store.create(path, Secret.from_key(KEY))
    store.write(lambda connection: _write(connection, town)).result()
    return store


def _write(connection: Connection, town: list[Someone]) -> None:
    cases = {one.case_id: one.family for one in town}
    text = {"id": "p", "version": 1, "procedure_id": "p", "procedure_version": "1", "text": ""}
    _insert(connection, "procedure_texts", [text])
    _insert(
        connection,
        "cases",
        [
            {"id": key, "reference": f"{at:06}", "family_name": name, "procedure_text_id": "p"}
            for at, (key, name) in enumerate(cases.items())
        ],
    )
    _insert(
        connection,
        "people",
        [
            {**one._asdict(), "born": one.born.isoformat(), "external_id": one.id[-12:]}
            for one in town
        ],
    )
    _insert(
        connection,
        "summaries",
        [
            {"case_id": key, "reference": f"{at:06}", "family_name": name, "is_open": 1}
            for at, (key, name) in enumerate(cases.items())
        ],
    )


def _insert(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    """Insert rows; a column that may not be empty and isn't given gets an empty text or 1."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    needed = {
        row["name"]: 1 if row["type"] == "INTEGER" else ""
        for row in columns
        if row["notnull"] and row["dflt_value"] is None
    }
    names = list({**needed, **rows[0]})
    quoted = ", ".join(f'"{name}"' for name in names)
    connection.executemany(
        f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})",
        ([{**needed, **row}[name] for name in names] for row in rows),
    )


def _made_given(random: Random, number: int) -> list[str]:
    """Names that nobody has yet: every town has a long tail of rare ones."""
    starts = (
        "Al An Be Bra Ca Che Da De El Fa Fre Ga Ha Ja Ka Kei La Le Ma Mi Na No Pa Ra Ro Sa Se Sha "
        "Ta Ti Va Za"
    ).split()
    middles = "ri ma lo de ni ra li sha va mi to be ku na si ya ze du".split()
    ends = "n a la no sha el ka ra m s t th rd nda x ck tte lyn".split()
    made: dict[str, None] = {}
    while len(made) < number:
        middle = "".join(random.choice(middles) for _ in range(random.randint(0, 3)))
        made[random.choice(starts) + middle + random.choice(ends)] = None
    return list(made)


def _key(random: Random) -> str:
    plain = f"{random.getrandbits(128):032x}"
    return f"{plain[:8]}-{plain[8:12]}-{plain[12:16]}-{plain[16:20]}-{plain[20:]}"


def _letters(random: Random) -> str:
    return "".join(random.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
