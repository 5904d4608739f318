"""`ehtui export`: what another system reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehtui.cli.errors import Exit, No, complain
from ehtui.cli.options import File, KeyFile, PassphraseFile

if TYPE_CHECKING:
    from data.store.store import Store

export = typer.Typer(rich_markup_mode=None)


@export.callback()
def main() -> None:
    """Write files for another system."""


@export.command()
def log(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the files.")],
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REF]...", help="Without one: every finished plan not logged yet."),
    ] = None,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
) -> int:
    """Write plans for the central log, where the family's consent covers it."""
    from data.settings import read
    from data.store.errors import shown
    from ehtui.cli.opening import open_store
    from ehtui.exports.central import NotLogged, log_plan
    from ehtui.today import today

    went = 0
    with open_store(file, passphrase_file, key_file) as store:
        me = read(store.reading()).me
        for reference, case_id in _chosen(store, references or []):
            try:
                files = log_plan(store, case_id, out.expanduser(), by=me, today=today())
            except NotLogged as why:
                complain(f"{reference} did not go: {why}")
                continue
            went += 1
            print(f"{reference}: {' and '.join(map(shown, files))}")
    return Exit.DONE if went else Exit.NO


def _chosen(store: Store, references: list[str]) -> list[tuple[str, str]]:
    """Return reference and key of the cases that are meant; a wrong reference stops it all."""
    from ehtui.cli.cases import case_id, reference_of
    from ehtui.exports.central import to_log, why_none

    connection = store.reading()
    keys = [case_id(connection, one) for one in references] or to_log(store)
    if not keys:
        raise No(why_none(store))
    return [(reference_of(connection, key), key) for key in dict.fromkeys(keys)]
