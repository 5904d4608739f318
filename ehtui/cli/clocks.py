"""`ehtui clocks`: by when, if a plan starts on a day."""

from __future__ import annotations

from typing import Annotated

import typer

from ehtui.cli.errors import Exit, WrongUse
from ehtui.cli.options import File, Json, PassphraseFile


def clocks(
    procedure: Annotated[str, typer.Argument(help="A procedure, by the name of its file.")],
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The day a plan starts; today.")
    ] = None,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> int:
    """Print a procedure's timetable, each step done on its last day. It needs no file."""
    from data.folders import own_folder
    from data.procedures.loading import listed, load
    from ehtui.cli.printing import print_json
    from ehtui.dates import BadDate, read_date, show_date
    from ehtui.process.clocks import timetable
    from ehtui.today import today

    own = own_folder("procedures")
    if procedure not in listed(own):
        raise WrongUse(f"There is no procedure of that name. There are: {', '.join(listed(own))}.")
    try:
        start = read_date(from_, today()) if from_ else today()
        steps = timetable(load(procedure, own), start)
    except BadDate as wrong:
        raise WrongUse(f"--from: {wrong}") from None
    except OverflowError:
        raise WrongUse("--from: this lies past the end of the calendar.") from None
    if as_json:
        print_json(
            [
                {
                    "what": step.what,
                    "due": step.due.isoformat() if step.due else None,
                    "why": step.why,
                    "source": step.source,
                }
                for step in steps
            ]
        )
        return Exit.DONE
    for step in steps:
        when = show_date(step.due) if step.due else "no date stated"
        source = f" [{step.source}]" if step.source else ""
        print(f"{when:<16}  {step.what}: {step.why}{source}")
    return Exit.DONE
