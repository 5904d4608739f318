"""`ehtui find`: who is in the file."""

from __future__ import annotations

from typing import Annotated

import typer

from ehtui.cli.errors import Exit, complain
from ehtui.cli.options import File, Json, KeyFile, PassphraseFile


def find(
    words: Annotated[list[str], typer.Argument(help="Beginnings of names, or a date of birth.")],
    file: File = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
    as_json: Json = False,
) -> int:
    """Find people by name and date of birth."""
    from data.lookup.search import search
    from ehtui.cli.opening import open_store
    from ehtui.cli.printing import print_columns, print_json
    from ehtui.dates import show_short
    from ehtui.finding import split_born
    from ehtui.today import today

    names, born = split_born(" ".join(words), today())
    with open_store(file, passphrase_file, key_file) as store:
        found = search(store.reading(), names, born)
    if as_json:
        print_json(
            [
                {
                    "case": one.reference,
                    "name": one.name,
                    "born": one.born.isoformat() if one.born else None,
                    "family": one.family,
                    "stage": one.stage,
                    "open": one.is_open,
                }
                for one in found
            ]
        )
    elif found:
        print_columns(
            [
                (
                    one.reference,
                    one.name,
                    show_short(one.born) if one.born else "",
                    one.stage if one.is_open else f"closed ({one.stage})",
                )
                for one in found
            ]
        )
    if not found:
        complain("Nobody of that name is in this file. Try fewer letters, or only the family name.")
        return Exit.NO
    return Exit.DONE
