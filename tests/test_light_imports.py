"""A look-up answers in a tenth of a second because of what it does not load."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import ehtui
from data.procedures.loading import default_id

FIRST = default_id()
ROOT = Path(ehtui.__file__).parents[1]
HEAVY = ("textual", "sqlmodel", "sqlalchemy", "pydantic", "rich")

SCRIPT = f"""
import json, sys
from ehtui.cli.main import run
code = run(sys.argv[1:])
print()
print(json.dumps([code, [one for one in {HEAVY!r} if one in sys.modules]]))
"""


def loaded_by(*arguments: str, **environment: str) -> tuple[int, list[str]]:
    """The exit code of a command, and what it loaded of what is heavy."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )
    code, heavy = json.loads(done.stdout.splitlines()[-1])
    return code, heavy


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = str(tmp_path / "families.db")
    code, _ = loaded_by("init", "--file", path, "--me", "Robin", EHTUI_PASSPHRASE="a b c")
    assert code == 0
    return path


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["find", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    assert loaded_by(*arguments) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [["procedures"], ["procedures", "show", FIRST], ["clocks", FIRST, "--route", "harm"]],
)
def test_what_the_procedures_say_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded_by(*arguments) == (0, [])


@pytest.mark.parametrize("arguments", [["find", "oconnor"], ["find", "19/6/18", "--json"]])
def test_a_look_up_loads_nothing_heavy(file: str, arguments: list[str]) -> None:
    assert loaded_by(*arguments, "--file", file, EHTUI_PASSPHRASE="a b c") == (1, [])


def test_what_is_due_loads_nothing_heavy(file: str) -> None:
    assert loaded_by("due", "--json", "--file", file, EHTUI_PASSPHRASE="a b c") == (0, [])
