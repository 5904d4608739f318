"""`ehtui check`: is the file whole, its trace unbroken, every due date right, everybody found?"""

from __future__ import annotations

from typing import Annotated

import typer

from ehtui.cli.errors import Exit, complain
from ehtui.cli.options import File, KeyFile, PassphraseFile


def check(
    file: File = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make the look-up anew from the records first.")
    ] = False,
) -> int:
    """Check the file, its trace, its due dates and its look-up."""
    from data.lookup.index import faults as lookup_faults
    from data.lookup.index import rebuild
    from data.store.checks import check as check_store
    from data.store.errors import shown
    from ehtui.checking import wrong_due_dates
    from ehtui.cli.opening import open_store

    with open_store(file, passphrase_file, key_file) as store:
        faults = check_store(store)
        if repair and not faults:
            store.write(rebuild).result()
        if not faults:
            faults = [*wrong_due_dates(store.reading()), *lookup_faults(store.reading())]
        path = shown(store.path)
    for fault in faults:
        print(fault)
    if faults:
        complain(f"{path} has {len(faults)} faults. Keep a copy, and bring back a backup.")
        return Exit.NO
    print(f"{path} is sound: the file, its trace, its due dates and its look-up.")
    return Exit.DONE
