"""`ehtui due`: what is due, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from ehtui.cli.errors import Exit, WrongUse
from ehtui.cli.options import File, Json, KeyFile, PassphraseFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.due import DueRow


def due(
    within: Annotated[
        str | None, typer.Option(metavar="14d", help="Everything due by then: 14d, 2w.")
    ] = None,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
    as_json: Json = False,
) -> int:
    """List what is overdue and what is due, with the reason."""
    from ehtui.cli.opening import open_store
    from ehtui.cli.printing import print_json
    from ehtui.due_list import DueList
    from ehtui.renewing import renew
    from ehtui.today import today

    days = _days(within)
    day = today()
    with open_store(file, passphrase_file, key_file) as store:
        renew(store)
        rows = list(DueList(store.reading(), day).rows(within_days=days))
    if as_json:
        print_json([as_facts(row, day) for row in rows])
        return Exit.DONE
    for line in as_lines(rows, day):
        print(line)
    if not rows:
        print("Nothing is due.")
    return Exit.DONE


def as_facts(row: DueRow, day: date) -> dict[str, object]:
    """Return one row as other programs read it."""
    return {
        "due": row.due.isoformat(),
        "what": row.what,
        "why": row.why,
        "case": row.reference,
        "who": row.who,
        "overdue": row.due < day,
    }


def as_lines(rows: list[DueRow], day: date) -> Iterator[str]:
    """Give the rows as people read them: when and who, what, and the reason below."""
    from ehtui.dates import in_words, show_date

    for row in rows:
        late = f" ({in_words((day - row.due).days)} over)" if row.due < day else ""
        who = f" · {row.who}" if row.who else ""
        whose = f"{row.reference}  {row.family}".strip()
        yield f"{show_date(row.due)}{late}  {whose}{who}"
        yield f"    {row.what} {row.at}".rstrip()
        yield f"        {row.why}"


def _days(within: str | None) -> int | None:
    if within is None:
        return None
    match = re.fullmatch(r"\s*([0-9]{1,4})\s*([dw]?)\s*", within.lower())
    if match is None:
        raise WrongUse("--within takes days or weeks: --within 14d, --within 2w.")
    return int(match[1]) * (7 if match[2] == "w" else 1)
