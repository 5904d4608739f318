"""Where each requirement is done: every row is on the page once, and what it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from itertools import chain
from pathlib import Path

import data

ROOT = Path(data.__file__).parent.parent
PAGE = (ROOT / "docs" / "requirements.md").read_text("utf-8")
LETTERS = {"N": 32, "D": 21, "G": 20, "B": 19, "H": 14, "S": 10}
"""How many rows each part has; N3a stands beside them."""
ROW = re.compile(r"^\| ([A-Z]\d+a?) \|", re.MULTILINE)
RULE = re.compile(r"`([\w/*]+\.(?:py|toml))`")
CITED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def rows() -> list[str]:
    """The rows of the requirements, as they are named."""
    counted = ([f"{letter}{at}" for at in range(1, last + 1)] for letter, last in LETTERS.items())
    return [*chain.from_iterable(counted), "N3a"]


def lines() -> list[str]:
    """The lines of the tables."""
    return [line for line in PAGE.splitlines() if ROW.match(line)]


@cache
def functions_in(path: str) -> frozenset[str]:
    """The names of the functions in a module under tests/."""
    tree = ast.parse((ROOT / "tests" / path).read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, kinds))


def test_every_row_is_on_the_page_once() -> None:
    assert len(rows()) == 117
    assert sorted(ROW.findall(PAGE)) == sorted(rows())


def test_every_row_names_a_test() -> None:
    assert [line for line in lines() if not CITED.search(line)] == []


def test_every_test_named_is_there() -> None:
    named = sorted(set(CITED.findall(PAGE)))
    assert len(named) == len(set(re.findall(r"`[^`]*::[^`]*`", PAGE))), (
        "a test is not named plainly"
    )
    missing = [
        f"{path}::{test}"
        for path, test in named
        if not (ROOT / "tests" / path).is_file() or test not in functions_in(path)
    ]
    assert missing == []


def test_every_module_and_file_named_as_a_rule_is_there() -> None:
    rooms = [ROOT / one for one in ("ehtui/process", "data/procedures", "screens", ".")]
    named = {name for line in lines() for name in RULE.findall(line.split(" | ")[3])}
    assert [one for one in named if not any(list(room.glob(one)) for room in rooms)] == []


def test_what_is_in_part_says_what_is_left_out() -> None:
    table, _, left_out = PAGE.partition("leaves out\n")
    partly = {
        ROW.findall(line)[0]
        for line in table.splitlines()
        if ROW.match(line) and "(in part)" in line
    }
    assert partly
    assert partly <= set(re.findall(r"[A-Z]\d+a?", left_out))
