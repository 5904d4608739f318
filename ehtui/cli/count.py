"""`ehtui count`: numbers over all the cases, with nobody's name in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehtui.cli.errors import Exit, WrongUse
from ehtui.cli.options import File, Json, PassphraseFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.store.driver import Connection
    from ehtui.process.counting import Number
    from ehtui.process.facts import Facts


def count(
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only what happened from then on; else everything."),
    ] = None,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> int:
    """Count cases, plans, meetings in time and late, outcomes, audits and closings."""
    from ehtui.cli.opening import open_store
    from ehtui.cli.printing import print_json
    from ehtui.process.counting import Period
    from ehtui.process.counting import count as counted
    from ehtui.today import today

    day = today()
    period = Period(_since(since, day), day)
    with open_store(file, passphrase_file) as store:
        numbers = counted(_facts_of_all(store.reading()), period)
    if as_json:
        print_json([as_facts(one) for one in numbers])
        return Exit.DONE
    for line in as_lines(numbers):
        print(line)
    return Exit.DONE


def as_facts(number: Number) -> dict[str, object]:
    """Return one number as other programs read it; ``small`` ones can point at a family."""
    return {
        "part": number.part,
        "key": number.key,
        "words": number.words,
        "area": number.area,
        "count": number.count,
        "small": number.is_small,
    }


def as_lines(numbers: list[Number]) -> Iterator[str]:
    """Give the numbers as people read them; an area is named where there are several."""
    from ehtui.process.counting import PARTS, SMALL

    if not numbers:
        yield "There is nothing to count."
        return
    several = len({one.area for one in numbers if one.area}) > 1
    part = ""
    for number in numbers:
        if number.part != part:
            part = number.part
            yield PARTS[part]
        area = f"{number.area}: " if several and number.area else ""
        yield f"{number.count:>7,}{'*' if number.is_small else ' '} {area}{number.words}"
    if any(one.is_small for one in numbers):
        yield f"* fewer than {SMALL}: somebody who knows the area may recognise the family."


def _since(typed: str | None, day: date) -> date | None:
    from ehtui.dates import BadDate, read_date

    try:
        return read_date(typed, day, past=True) if typed else None
    except BadDate as wrong:
        raise WrongUse(f"--since: {wrong}") from None


def _facts_of_all(reading: Connection) -> Iterator[Facts]:
    from ehtui.cli.cases import every_case
    from ehtui.opening import open_case
    from ehtui.process.facts import facts_of

    for key in every_case(reading):
        case = open_case(reading, key)
        yield facts_of(case.file, case.procedure)
