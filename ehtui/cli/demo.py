"""`ehtui demo`: the program on made-up families."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehtui.cli.errors import Exit
from ehtui.cli.options import PassphraseFile

if TYPE_CHECKING:
    from data.store.secrets import Secret
    from data.store.store import Store

SHOWN = 25
"""Lines of the dashboard that are printed where no program can be opened."""


def demo(
    # Not EHTUI_FILE: that names the file with the real families.
    file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep the made-up families in a new file."),
    ] = None,
    families: Annotated[
        int | None, typer.Option(min=1, help="How many; without it, those that are written down.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed makes the same families.")] = 1,
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Print the dashboard instead of opening it.")
    ] = False,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Try the program on made-up families, in a file that is thrown away afterwards."""
    from tempfile import TemporaryDirectory

    from data.store.errors import shown
    from data.store.secret_sources import given_passphrase
    from data.store.secrets import KEY_BYTES, Secret

    if file is not None:
        passphrase = given_passphrase(passphrase_file)
        secret = Secret.none() if passphrase is None else Secret.from_passphrase(passphrase)
        code = _run(file.expanduser(), secret, families, seed, no_open)
        print(f"The made-up families are in {shown(file)}: `ehtui --file` opens it.")
        return code
    import os

    with TemporaryDirectory(prefix="ehtui-demo-", ignore_cleanup_errors=True) as folder:
        secret = Secret.from_key(os.urandom(KEY_BYTES))
        return _run(Path(folder) / "demo.db", secret, families, seed, no_open)


def _run(path: Path, secret: Secret, families: int | None, seed: int, no_open: bool) -> int:
    from data.store.store import Store
    from ehtui.cli.open import can_open, launch
    from ehtui.demo.filling import fill
    from ehtui.today import today

    opens = can_open() and not no_open
    with Store.create(path, secret) as store:
        fill(store, families, seed, today())
        if not opens:
            _print(store)
    return launch(path, secret) if opens else Exit.DONE


def _print(store: Store) -> None:
    """Print the dashboard, and the plan of the family with most to do."""
    from statistics import mode

    from data import due
    from ehtui.cli.due import as_lines
    from ehtui.dates import show_date
    from ehtui.documents.plan import own_plan
    from ehtui.documents.text import as_text
    from ehtui.opening import open_case
    from ehtui.today import today

    day, connection = today(), store.reading()
    counts = due.counts(connection, day)
    print(f"Dashboard · {show_date(day)} · {due.open_cases(connection)} open")
    print(f"{counts.overdue} overdue, {counts.soon} in the next 7 days, {counts.later} later\n")
    rows = due.page(connection, day, limit=SHOWN)
    for line in as_lines(rows, day):
        print(line)
    if sum(counts) > len(rows):
        print(f"… and {sum(counts) - len(rows)} more: `ehtui due` lists them all.")
    if rows:
        busiest = mode(row.case_id for row in rows)
        print(f"\n{as_text(own_plan(open_case(connection, busiest)))}", end="")
