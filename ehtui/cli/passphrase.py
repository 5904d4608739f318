"""`ehtui passphrase`: another passphrase for the file."""

from __future__ import annotations

from ehtui.cli.errors import Exit
from ehtui.cli.options import File, PassphraseFile


def passphrase(file: File = None, passphrase_file: PassphraseFile = None) -> int:
    """Change the passphrase: asks for the new one twice. Backups keep the one they were made with.

    Without a terminal the new one is read from EHTUI_NEW_PASSPHRASE.
    """
    import os

    from data.store.errors import PassphraseNeeded, shown
    from data.store.rekeying import change_passphrase
    from data.store.secrets import Secret
    from ehtui.cli.asking import ask_new_passphrase
    from ehtui.cli.opening import at_terminal, file_path, secret_for

    path = file_path(file)
    secret = secret_for(path, passphrase_file)
    new = os.environ.get("EHTUI_NEW_PASSPHRASE") or (ask_new_passphrase() if at_terminal() else "")
    if not new:
        raise PassphraseNeeded(
            "There is no terminal to ask for the new passphrase on. Set EHTUI_NEW_PASSPHRASE."
        )
    change_passphrase(path, secret, Secret.from_passphrase(new))
    print(f"{shown(path)} opens with the new passphrase only.")
    return Exit.DONE
