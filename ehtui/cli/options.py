"""The options that every command has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

File = Annotated[
    Path | None,
    typer.Option(
        "--file",
        envvar="EHTUI_FILE",
        metavar="FILE",
        help="The encrypted file; without it, the one in your data folder.",
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help="A file whose first line is the passphrase; else EHTUI_PASSPHRASE, the keyring, or a "
        "prompt.",
    ),
]
KeyFile = Annotated[
    Path | None,
    typer.Option(
        "--key-file",
        metavar="FILE",
        help="A file with the key itself, made by `ehtui key export`: opens without deriving it.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for another program.")]
