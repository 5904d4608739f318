"""Climbing: all steps or none, a copy first, never down."""

from __future__ import annotations

import shutil
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from data.store import errors, ladder
from data.store.checks import check
from data.store.driver import connect
from data.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from data.store.secrets import Secret


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ladder of one step, which the tests put more on."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    shutil.copy(ladder.FOLDER / "0001_system.sql", folder)
    monkeypatch.setattr(ladder, "FOLDER", folder)
    return folder


@pytest.fixture
def old(steps: Path, path: Path, secret: Secret) -> Path:
    """A file that has climbed that one step."""
    with Store.create(path, secret) as store:
        store.write(lambda c: c.execute("INSERT INTO setting VALUES ('me', 'Ada')")).result()
    return path


def tables(store: Store) -> set[str]:
    rows = store.reading().execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {row["name"] for row in rows}


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.version-*"))


def test_the_programs_own_steps_are_numbered_without_a_gap() -> None:
    assert [ladder.number(step) for step in ladder.steps()] == [*range(1, len(ladder.steps()) + 1)]


def test_a_new_file_has_the_newest_version_and_needs_no_copy(store: Store) -> None:
    assert ladder.version_of(store.reading()) == ladder.newest()
    assert copies(store.path) == []


def test_climbing_keeps_a_copy_of_the_file_as_it_was(
    steps: Path, old: Path, secret: Secret
) -> None:
    (steps / "0002_more.sql").write_text("CREATE TABLE more (id TEXT) STRICT;")
    (steps / "0003_most.sql").write_text("CREATE TABLE most (id TEXT) STRICT;")
    with Store.open(old, secret) as store:
        assert {"more", "most"} <= tables(store)
        assert ladder.version_of(store.reading()) == 3
        assert check(store) == []
    (copy,) = copies(old)
    assert copy.name == "families.db.version-1"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    (steps / "0002_more.sql").unlink()
    (steps / "0003_most.sql").unlink()
    with Store.open(copy, secret) as store:
        assert store.reading().execute("SELECT value FROM setting WHERE key = 'me'").fetchone()


def test_a_step_that_fails_half_way_leaves_nothing(steps: Path, old: Path, secret: Secret) -> None:
    (steps / "0002_more.sql").write_text("CREATE TABLE more (id TEXT) STRICT;")
    broken = steps / "0003_broken.sql"
    broken.write_text("CREATE TABLE half (id TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);")
    with pytest.raises(errors.UpgradeFailed):
        Store.open(old, secret)
    assert copies(old) == []
    broken.unlink()
    (steps / "0002_more.sql").unlink()
    with Store.open(old, secret) as store:
        assert ladder.version_of(store.reading()) == 1
        assert not {"more", "half"} & tables(store)


def test_a_step_that_breaks_a_reference_is_refused(steps: Path, old: Path, secret: Secret) -> None:
    (steps / "0002_rash.sql").write_text("INSERT INTO trace_value VALUES ('x', 1, x'00', '', '');")
    with pytest.raises(errors.UpgradeFailed):
        Store.open(old, secret)


def test_a_newer_file_is_refused_untouched(store: Store, secret: Secret) -> None:
    store.close()
    with closing(connect(store.path, store.key)) as connection:
        connection.execute(f"PRAGMA user_version = {ladder.newest() + 1}")
    before = store.path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(errors.NewerFile):
            Store.open(store.path, secret, read_only=read_only)
    assert store.path.read_bytes() == before


def test_reading_only_does_not_climb(steps: Path, old: Path, secret: Secret) -> None:
    (steps / "0002_more.sql").write_text("CREATE TABLE more (id TEXT) STRICT;")
    with pytest.raises(errors.OlderFile):
        Store.open(old, secret, read_only=True)


def test_statements_keep_triggers_and_strings_whole() -> None:
    script = """-- a comment; with a semicolon
CREATE TRIGGER t BEFORE DELETE ON a
BEGIN
    SELECT RAISE(ABORT, 'no;');
END;
INSERT INTO a VALUES ('one;
two');
SELECT 1"""
    found = list(ladder.statements(script))
    assert len(found) == 3
    assert "".join(found) == script
