"""`ehtui find`: who is in the file."""

from __future__ import annotations

from typing import Annotated

import typer

from ehtui.cli.finding import MOST, find_people
from ehtui.cli.options import File, Json, KeyFile, PassphraseFile


def find(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Names as heard, a date of birth, an age, a postcode, a number."),
    ] = None,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="No more.")] = MOST,
    from_stdin: Annotated[
        bool, typer.Option("--stdin", help="One query a line; with --json one answer a line.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Find people by whatever is known of them."""
    return find_people(
        words or [],
        file,
        passphrase_file,
        key_file,
        limit,
        from_stdin=from_stdin,
        as_json=as_json,
    )
