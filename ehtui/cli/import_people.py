"""`ehtui import people`: a caseload from the spreadsheet that everybody keeps today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehtui.cli.errors import CouldNot, Exit, WrongUse, complain
from ehtui.cli.options import File, KeyFile, PassphraseFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.store.store import Store
    from ehtui.importing.columns import Columns
    from ehtui.importing.people import Found, Sheet

import_ = typer.Typer(rich_markup_mode=None)


@import_.callback()
def main() -> None:
    """Bring what lies in other files."""


@import_.command()
def people(
    sheet: Annotated[Path, typer.Argument(metavar="FILE", help="A spreadsheet: .csv or .xlsx.")],
    chosen: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=HEADING",
            help='The column of a field, such as given="First name"; nothing behind the sign '
            "leaves it out. Once for each field.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen; nothing is written.")
    ] = False,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
) -> int:
    """Import people from a spreadsheet, each family as one record without a plan."""
    from ehtui.cli.opening import at_terminal, open_store
    from ehtui.cli.waiting import waiting
    from ehtui.importing.columns import read_choice
    from ehtui.importing.faults import BadColumn, BadSheet
    from ehtui.importing.people import look_through, read_sheet
    from ehtui.today import today

    try:
        choices = dict(map(read_choice, chosen or ()))
        sheet = sheet.expanduser()
        with waiting("Reading the sheet") as moved:
            table = read_sheet(sheet, choices, moved)
        _print_columns(table)
        if at_terminal() and not dry_run:
            table.columns = _corrected(table)
    except BadColumn as wrong:
        raise WrongUse(str(wrong)) from None
    except BadSheet as wrong:
        raise CouldNot(str(wrong)) from None
    with open_store(file, passphrase_file, key_file) as store:
        with waiting("Looking for who is there already") as moved:
            found = look_through(store.reading(), table, today(), moved)
        if dry_run:
            _print_found(found, "would be imported")
            return Exit.DONE
        _import(store, sheet, table, found)
    return Exit.DONE if found.people or found.again else Exit.NO


def _import(store: Store, path: Path, sheet: Sheet, found: Found) -> None:
    """Write the rejects first: without them, rows would be nowhere; then everybody at once."""
    from data.store.errors import shown
    from ehtui.cli.waiting import waiting
    from ehtui.importing.faults import Stopped
    from ehtui.importing.rejects import write_rejects
    from ehtui.importing.writing import import_people
    from ehtui.today import today

    if store.read_only_why is not None:
        raise store.read_only_why
    rejects = (
        write_rejects(path, sheet.columns.headings, found.rejected) if found.rejected else None
    )
    families = 0
    try:
        if found.people:
            with waiting("Importing") as moved:
                families = import_people(store, found.people, today(), moved)
    except BaseException as failed:
        if rejects is not None:
            rejects.unlink(missing_ok=True)
        if isinstance(failed, Stopped):
            raise CouldNot(str(failed)) from None
        raise
    _print_found(found, f"imported, of {_counted(families, 'family', 'families')}")
    if rejects is not None:
        complain(f"The rows that could not be read are in {shown(rejects)}, with the reasons.")


def _corrected(sheet: Sheet) -> Columns:
    """Ask whether the columns are right until they are."""
    from ehtui.cli.asking import ask_line
    from ehtui.importing.columns import read_choice
    from ehtui.importing.faults import BadColumn

    columns = sheet.columns
    choices: dict[str, str] = {}
    while answer := ask_line("Enter if the columns are right, or FIELD=HEADING to change one"):
        try:
            name, heading = read_choice(answer)
            columns = columns.changed({**choices, name: heading}, sheet.rows)
        except BadColumn as wrong:
            complain(str(wrong))
            continue
        choices[name] = heading
        for line in _column_lines(columns):
            typer.echo(line, err=True)
    return columns


def _print_columns(sheet: Sheet) -> None:
    for line in _column_lines(sheet.columns):
        print(line)
    if sheet.others:
        print(f"Only one sheet is read; {_counted(sheet.others, 'other', 'others')} left alone.")


def _column_lines(columns: Columns) -> Iterator[str]:
    for field, heading in columns.shown():
        yield f"{field} ← {heading}"
    if columns.left:
        yield f"Not taken: {', '.join(columns.left)}"


def _print_found(found: Found, what: str) -> None:
    for row, where in found.again:
        print(f"row {row}: not imported again, the same as {where}")
    for row, alike in found.alike:
        print(f"row {row}: looks like {alike.where}: {alike.why}")
    for one in found.rejected:
        print(f"row {one.row.number}: not read: {one.why}")
    if not (found.people or found.again or found.rejected):
        print("There is nobody below the headings.")
        return
    print(f"{_counted(len(found.people), 'person', 'people')} {what}.")
    if found.alike:
        print(f"{len(found.alike):,} of them may be known already: the rows are named above.")
    if found.again:
        print(f"{_counted(len(found.again), 'row', 'rows')} not imported again.")
    if found.rejected:
        print(f"{_counted(len(found.rejected), 'row', 'rows')} not read.")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"
