from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import ClassVar

import pytest

import screens
from screens.commands import (
    Command,
    CommandClass,
    CommandScreen,
    Offering,
    key_name,
    key_names,
    key_reference,
    way_to,
)
from screens.global_commands import OpenPalette, ShowHelp, SwitchTheme
from screens.help import purpose


class SaveForm(Command):
    """Save what is on this screen.

    A second paragraph is for the help page alone.
    """

    key = "ctrl+s"
    second_key = "f2"


class Split(Command):
    """Cut a | b."""

    key = "/"


class Base(CommandScreen[None]):
    OFFERS: ClassVar[tuple[CommandClass, ...]] = (SaveForm,)


class Section(Base):
    TITLE = "Section"
    OFFERS = (Split,)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("f2", "F2"),
        ("ctrl+s", "Ctrl+S"),
        ("escape", "Esc"),
        ("pagedown", "PgDn"),
        ("?", "?"),
        ("question_mark", "?"),
        ("slash", "/"),
        ("+", "+"),
        ("n", "n"),
        ("enter", "Enter"),
        ("space", "Space"),
        ("backspace", "Backspace"),
        ("shift+left", "Shift+←"),
    ],
)
def test_keys_are_called_as_people_call_them(key: str, name: str) -> None:
    assert key_name(key) == name


def test_a_command_is_named_after_its_class_and_explained_by_its_docstring() -> None:
    assert SaveForm.title == "Save form"
    assert SaveForm.tooltip() == "Save what is on this screen."
    assert "second paragraph" in SaveForm.help()
    assert key_names(SaveForm) == "Ctrl+S or F2"


@pytest.mark.parametrize("command", [OpenPalette, SwitchTheme])
def test_a_command_without_a_key_is_reached_by_one_that_there_is(command: CommandClass) -> None:
    assert way_to(command).partition(", ")[0] == key_name(OpenPalette.key)
    assert ("its name" in way_to(command)) == (not command.key)


def test_a_screen_offers_its_own_commands_before_those_it_builds_on() -> None:
    assert Section.offers() == (Split, SaveForm)


def test_two_commands_on_one_key_are_refused_when_the_screen_is_written() -> None:
    class Shadow(Command):
        """Take the key of another."""

        key = "f2"

    with pytest.raises(TypeError, match="F2 is both “Shadow” and “Save form”"):
        type("Clash", (Base,), {"OFFERS": (Shadow,)})


def test_the_key_reference_has_a_line_for_each_command() -> None:
    page = key_reference([Section])
    assert page.splitlines()[0] == "## Section"
    assert "| Ctrl+S or F2 | Save form | Save what is on this screen. |" in page
    assert r"| / | Split | Cut a \| b. |" in page


def test_help_is_written_for_those_who_read_it() -> None:
    for module in walk_packages(screens.__path__, "screens."):
        import_module(module.name)
    for place in opened(Offering):
        told = purpose(place)
        assert told, place
        assert not re.search(r"^Gives |`|None|True|subclass|\bkeys? of\b", told), place


def opened(base: type[Offering]) -> Iterator[type[Offering]]:
    """Return what is opened itself: what no other builds on, or has a help of its own."""
    for place in base.__subclasses__():
        yield from opened(place)
        itself = not place.__subclasses__() or "HELP" in place.__dict__
        if itself and place.__module__.startswith("screens."):
            yield place


def test_help_is_on_a_key_that_every_terminal_passes_on() -> None:
    assert ShowHelp.all_keys() == ("f1", "?")


def test_the_chassis_does_not_load_the_store() -> None:
    modules = (
        "commands palette help theme crash say global_commands widgets.keyline widgets.titleline "
        "widgets.confirm widgets.line_input widgets.narrative widgets.choice widgets.data_list "
        "widgets.banner"
    )
    program = (
        "import importlib, sys\n"
        f"for name in {modules.split()!r}: importlib.import_module('screens.' + name)\n"
        "print(sorted({'sqlmodel', 'sqlalchemy', 'sqlcipher3', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
