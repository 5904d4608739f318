"""The options that every command has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer


def typed(context: typer.Context, option: str) -> bool:
    """Return whether an option was written on the command line, at this command."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"


def before_or_behind(context: typer.Context, option: typer.CallbackParam, value: Any) -> Any:
    """Return what stands behind the command, else what stands before it, else what was found.

    Before the environment: to answer from another file than the one named is the worst of answers.
    """
    name = str(option.name)
    whole: Any = context.find_root()
    return whole.params[name] if typed(whole, name) and not typed(context, name) else value


File = Annotated[
    Path | None,
    typer.Option(
        "--file",
        envvar="EHTUI_FILE",
        callback=before_or_behind,
        metavar="FILE",
        help="The encrypted file; without it, the one in your data folder.",
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        callback=before_or_behind,
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
