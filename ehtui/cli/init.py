"""`ehtui init`: makes the file that everything is kept in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ehtui.cli.errors import Exit
from ehtui.cli.options import File, PassphraseFile

if TYPE_CHECKING:
    from pathlib import Path

    from data.procedures.model import Procedure
    from data.settings import Settings
    from data.store.secrets import Secret


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said about the file to be made."""

    settings: Settings
    secret: Secret
    in_keyring: bool = False


def init(
    me: Annotated[
        str | None, typer.Option(help="Your name; without it, that of your account here.")
    ] = None,
    no_passphrase: Annotated[
        bool, typer.Option("--no-passphrase", help="Make a file that anybody here can read.")
    ] = False,
    file: File = None,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Make the encrypted file. At a terminal it asks; elsewhere it takes what it was given."""
    from functools import partial

    from data import settings
    from data.store.errors import already_there, shown
    from data.store.store import Store
    from ehtui.cli.opening import at_terminal, file_path

    path = file_path(file)
    if path.exists():
        raise already_there(path)
    answers = (_asked if at_terminal() else _given)(me, no_passphrase, passphrase_file)
    with Store.create(path, answers.secret) as store:
        store.write(partial(settings.write, settings=answers.settings)).result()
        if answers.in_keyring:
            _remember(path, answers.secret)
    print(f"Made {shown(path)}. `ehtui` opens it.")
    if no_passphrase:
        print("It has no passphrase: whoever can use this computer can read it.")
    return Exit.DONE


def _given(me: str | None, no_passphrase: bool, passphrase_file: Path | None) -> Answers:
    from data.procedures.loading import default_id
    from data.settings import Settings
    from data.store.errors import PassphraseNeeded
    from data.store.secret_sources import given_passphrase
    from data.store.secrets import Secret

    settings = Settings(me=me or _account(), procedure=default_id())
    if no_passphrase:
        return Answers(settings, Secret.none())
    passphrase = given_passphrase(passphrase_file)
    if passphrase is None:
        raise PassphraseNeeded(
            "There is no terminal to ask for a passphrase on. Set EHTUI_PASSPHRASE or use "
            "--passphrase-file; --no-passphrase makes a file that anybody can read."
        )
    return Answers(settings, Secret.from_passphrase(passphrase))


def _asked(me: str | None, no_passphrase: bool, passphrase_file: Path | None) -> Answers:
    from data.folders import own_folder
    from data.procedures.loading import default_id, listed, load
    from data.settings import Settings
    from data.store.secret_sources import given_passphrase
    from data.store.secrets import Secret
    from ehtui.cli.asking import ask_line, ask_new_passphrase, ask_one_of, ask_yes

    name = me or ask_line("Who are you", _account())
    own = own_folder("procedures")
    areas = {key: load(key, own).name for key in listed(own)}
    area = ask_one_of("Which procedure do you work by", areas, default_id())
    procedure = load(area, own)
    settings = Settings(
        me=name,
        procedure=area,
        harm_in_hours=_ask_number(procedure, procedure.harm.in_hours, "in working hours"),
        harm_out_of_hours=_ask_number(procedure, procedure.harm.out_of_hours, "out of hours"),
    )
    if no_passphrase:
        return Answers(settings, Secret.none())
    passphrase = given_passphrase(passphrase_file) or ask_new_passphrase()
    in_keyring = ask_yes("Keep the key in this computer's keyring, so that you need not type it")
    return Answers(settings, Secret.from_passphrase(passphrase), in_keyring)


def _ask_number(procedure: Procedure, contact_key: str, when: str) -> str:
    """Ask whom to ring about harm; a published number is shown with its date, never just taken."""
    from data.procedures.words import fill
    from ehtui.cli.asking import ask_number

    contact = next((one for one in procedure.contacts if one.key == contact_key), None)
    team = f" ({fill(contact.title, procedure.words)})" if contact else ""
    if contact and contact.phone:
        published = contact.published or procedure.source.published or "at an unknown date"
        typer.echo(
            f"Published {published}: {contact.phone}. Check it before you rely on it.", err=True
        )
    return ask_number(f"Number to ring about harm {when}{team}; Enter leaves it open")


def _remember(path: Path, secret: Secret) -> None:
    from data.store import keyring
    from data.store.unlock import salt_of
    from ehtui.cli.errors import complain

    salt = salt_of(path)
    if not keyring.remember(path, salt, secret.key(salt)):
        complain("This computer has no keyring that takes the key: you will be asked each time.")


def _account() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError):
        return ""  # a user without an entry in the system's list
