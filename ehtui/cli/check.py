"""`ehtui check`: is the file whole, its trace unbroken, and every due date the right one?"""

from __future__ import annotations

from ehtui.cli.errors import Exit, complain
from ehtui.cli.options import File, KeyFile, PassphraseFile


def check(
    file: File = None, passphrase_file: PassphraseFile = None, key_file: KeyFile = None
) -> int:
    """Check the file, its trace and its due dates."""
    from data.store.checks import check as check_store
    from data.store.errors import shown
    from ehtui.checking import wrong_due_dates
    from ehtui.cli.opening import open_store

    with open_store(file, passphrase_file, key_file) as store:
        faults = check_store(store)
        if not faults:
            faults = wrong_due_dates(store.reading())
        path = shown(store.path)
    for fault in faults:
        print(fault)
    if faults:
        complain(f"{path} has {len(faults)} faults. Keep a copy, and bring back a backup.")
        return Exit.NO
    print(f"{path} is sound: the file, its trace and its due dates.")
    return Exit.DONE
