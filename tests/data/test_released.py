"""A file of every released version still opens, is brought up to date, and holds what it held.

When a version is released, one is made and stored: see CONTRIBUTING, "Releasing".
"""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from data.rows import case_file
from data.store.checks import check
from data.store.secrets import Secret
from data.store.store import Store

RELEASED = sorted((Path(__file__).parent / "released").glob("*.db"))
PASSPHRASE = "released"


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_released_file_opens_and_holds_its_families(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    shutil.copy(released, path)
    with Store.open(path, Secret.from_passphrase(PASSPHRASE)) as store:
        assert check(store) == []
        cases = store.reading().execute("SELECT id FROM cases").fetchall()
        names = {case_file(store.reading(), row["id"]).case.family_name for row in cases}
    assert "O'Connor-Łukasik" in names


def test_the_version_at_hand_is_stored() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] in {path.stem for path in RELEASED}
