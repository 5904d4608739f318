"""docs/add-your-area.md: whoever follows it gets a file that is sound."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import data
from data.procedures.changing import as_toml
from data.procedures.loading import faults, load
from data.procedures.model import Procedure

GUIDE = (Path(data.__file__).parents[1] / "docs" / "add-your-area.md").read_text("utf-8")
CHANGE, LEAST, CLOCK = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.mark.parametrize("more", ["", CLOCK], ids=["the least", "with a clock"])
def test_the_files_of_the_guide_are_sound(tmp_path: Path, more: str) -> None:
    path = tmp_path / "marlbury.toml"
    path.write_text(f"{LEAST}\n{more}", "utf-8")
    assert faults(path) == ()
    assert len(load("marlbury", tmp_path).clocks) == bool(more)


@pytest.mark.parametrize("key", tomllib.loads(LEAST))
def test_the_least_is_the_least(tmp_path: Path, key: str) -> None:
    raw = tomllib.loads(LEAST)
    raw.pop(key)
    path = tmp_path / "marlbury.toml"
    path.write_text(as_toml(raw), "utf-8")
    assert [fault.key for fault in faults(path)] == [key]


def test_the_change_of_the_guide_changes_only_that(tmp_path: Path) -> None:
    base = re.search(r'changes = "(\w+)"', CHANGE)
    assert base is not None
    path = tmp_path / f"{base[1]}.toml"
    path.write_text(CHANGE, "utf-8")
    assert faults(path) == ()
    shipped, changed = load(base[1]), load(base[1], tmp_path)
    assert len(changed.contacts) == len(shipped.contacts)
    assert "01632 960201" in {one.phone for one in changed.contacts}
    assert changed.clocks == shipped.clocks


def test_the_guide_names_every_part_of_a_file() -> None:
    parts = set(Procedure.__struct_fields__) - {"default"}
    assert {part for part in parts if not re.search(rf"\b{part}\b", GUIDE)} == set()
