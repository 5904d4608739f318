"""`ehtui clocks`: by when, counted from the day on which something begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehtui.cli.errors import Exit, WrongUse
from ehtui.cli.options import File, Json, PassphraseFile

if TYPE_CHECKING:
    from ehtui.process.times.timetable import Step


def clocks(
    procedure: Annotated[str, typer.Argument(help="A procedure, by the name of its file.")],
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The day it begins; today.")
    ] = None,
    level: Annotated[
        str | None, typer.Option(metavar="N", help="The level of need, where there are levels.")
    ] = None,
    route: Annotated[
        str | None,
        typer.Option(metavar="WAY", help="How it began: step-down, referral, harm, a request …"),
    ] = None,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> int:
    """Print a procedure's timetable, each step done on its last day. It needs no file."""
    from ehtui.cli.naming import procedure_named
    from ehtui.cli.printing import print_json
    from ehtui.dates import BadDate, read_date
    from ehtui.process.times.timetable import timetable
    from ehtui.today import today

    found = procedure_named(procedure)
    try:
        start = read_date(from_, today()) if from_ else today()
        steps = timetable(found, start, route, level)
    except BadDate as wrong:
        raise WrongUse(f"--from: {wrong}") from None
    except OverflowError:
        raise WrongUse("--from: this lies past the end of the calendar.") from None
    except ValueError as unknown:
        raise WrongUse(str(unknown)) from None
    if as_json:
        print_json([as_facts(step) for step in steps])
        return Exit.DONE
    for step in steps:
        print(as_line(step))
    return Exit.DONE


def as_facts(step: Step) -> dict[str, str | None]:
    """Return one step as other programs read it; ``due`` is None where no time is stated."""
    return {
        "what": step.what,
        "due": step.due.isoformat() if step.due else None,
        "why": step.why,
        "source": step.source,
    }


def as_line(step: Step) -> str:
    """Return one step as people read it: the day, how binding it is, why, and the source."""
    from ehtui.dates import show_date

    if step.due is None:
        return f"{'no date stated':<16}  {step.what}: {step.why}"
    strength = (step.strength or "").replace("_", " ")
    return f"{show_date(step.due):<16}  {step.what} ({strength}): {step.why} [{step.source}]"
