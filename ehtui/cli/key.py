"""`ehtui key export`: the key itself, for look-ups that must not wait for a passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehtui.cli.errors import Exit, No
from ehtui.cli.options import File, PassphraseFile

key = typer.Typer(help="The key that a passphrase becomes.", rich_markup_mode=None)


@key.callback()
def _group() -> None:
    """The key that a passphrase becomes."""


@key.command("export")
def export_key(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A new file; never overwritten.")],
    file: File = None,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Write the key into a file that only you can read. Whoever has it opens the file."""
    from data.store.errors import shown
    from data.store.store import Store
    from data.store.unlock import salt_of
    from ehtui.cli.opening import file_path, secret_for
    from ehtui.exports.files import write_new

    target = target.expanduser()
    path = file_path(file)
    secret = secret_for(path, passphrase_file)
    with Store.open(path, secret, read_only=True) as store:  # only a key that opens is written
        if not store.encrypted:
            raise No("The file has no passphrase, so there is no key to write.")
    write_new(target.parent, {target.name: secret.key(salt_of(path)).hex().encode() + b"\n"})
    print(f"{shown(target)} opens {shown(path)} without a passphrase. Keep it as safe as that.")
    return Exit.DONE
