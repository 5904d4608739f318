"""`ehtui backup`: a copy that is known to open."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehtui.cli.errors import Exit
from ehtui.cli.options import File, KeyFile, PassphraseFile


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A new file; never overwritten.")],
    file: File = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
) -> int:
    """Copy the file, with the same passphrase, and prove that the copy opens."""
    from data.store import backup as backups
    from data.store.errors import shown
    from ehtui.cli.opening import open_store

    target = target.expanduser()
    with open_store(file, passphrase_file, key_file) as store:
        backups.backup(store, target)
    print(f"{shown(target)} is a backup, and it opens.")
    return Exit.DONE
