"""Asking at a terminal."""

from __future__ import annotations

from shutil import get_terminal_size
from textwrap import wrap

import typer

from ehtui.cli.errors import complain
from ehtui.cli.opening import ask_passphrase

LEAST_DIGITS = 3
"""Of a number that can be rung, such as 999."""
HARD_TO_GUESS = 12
"""Letters of a passphrase that is taken without a word about guessing."""


def ask_line(question: str, default: str = "") -> str:
    """Ask for a line; Enter alone gives the default."""
    *above, last = _lines(question)
    for line in above:
        typer.echo(line, err=True)
    shown = bool(default)
    return str(typer.prompt(last, default=default, show_default=shown, err=True)).strip()


def say(text: str) -> None:
    """Say something before a question, in whole words from line to line."""
    for line in _lines(text):
        typer.echo(line, err=True)


def _lines(text: str) -> list[str]:
    return wrap(text, get_terminal_size().columns - len(" []: "))


def ask_number(question: str) -> str:
    """Ask for a telephone number until there is one to ring; Enter alone gives none."""
    while (answer := ask_line(question)) and sum(map(str.isdecimal, answer)) < LEAST_DIGITS:
        complain("That is no number to ring. Type one with its digits, or Enter to leave it open.")
    return answer


def ask_yes(question: str) -> bool:
    """Ask a question until it is answered; Enter alone says no."""
    meant = {"y": True, "yes": True, "n": False, "no": False, "": False}
    while (answer := ask_line(f"{question}? y, or n").casefold()) not in meant:
        complain("Type y for yes; n or Enter alone is no.")
    return meant[answer]


def ask_one_of(question: str, choices: dict[str, str], default: str) -> str:
    """Ask for one of the keys, shown with what each means, until it is one of them."""
    for key, meaning in choices.items():
        typer.echo(f"  {key:<20} {meaning}", err=True)
    meant = {key.casefold(): key for key in choices}
    while (answer := ask_line(question, default).casefold()) not in meant:
        complain("Type one of the names on the left.")
    return meant[answer]


def ask_new_passphrase() -> str:
    """Ask twice for a new passphrase, until both are the same.

    One that is easy to guess is said to be so, and taken when it is typed again all the same.
    """
    say(
        "The passphrase is the only key to this file. If it is lost, everything in the file is "
        "lost for good: nobody can bring it back. Write it down and keep it somewhere safe."
    )
    warned_of = ""
    while True:
        first = ask_passphrase("New passphrase")
        if not first:
            complain("The passphrase is empty. Type at least one word.")
        elif len(first) < HARD_TO_GUESS and first != warned_of:
            warned_of = first
            complain(
                f"A passphrase of under {HARD_TO_GUESS} letters is easy to guess: four words are "
                "better. Type another, or the same again to keep it."
            )
        elif ask_passphrase("The same again") == first:
            return first
        else:
            complain("The two were not the same. Type both again.")
