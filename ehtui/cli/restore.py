"""`ehtui restore`: a backup in the file's place; nothing that was there is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ehtui.cli.errors import Exit
from ehtui.cli.options import File, PassphraseFile


def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")],
    file: File = None,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Bring a backup back. The file that was there is kept under another name."""
    from data.store import backup as backups
    from data.store.errors import shown
    from ehtui.cli.opening import file_path, secret_for

    source, path = source.expanduser(), file_path(file)
    kept = backups.restore(source, path, secret_for(source, passphrase_file))
    print(f"{shown(path)} is now as it was in the backup.")
    if kept is not None:
        print(f"What was there before is kept as {shown(kept)}.")
    return Exit.DONE
