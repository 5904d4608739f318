"""Every test starts on the same day, in an empty folder, whatever the developer's settings are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from data.store.secrets import Secret
from data.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = bytes(range(32))

# Textual reads its settings once, when it is imported; that happens after this file.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)

# The same examples every time, and no stop-watch: a gate that fails by chance is soon ignored.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees, or writes to, the developer's own files, keyring or calendar."""
    for name in os.environ:
        if name.startswith("EHTUI_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("EHTUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("EHTUI_TODAY", "2026-11-22")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def secret() -> Secret:
    """A key that need not be derived."""
    return Secret.from_key(KEY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "families.db"


@pytest.fixture
def store(path: Path, secret: Secret) -> Iterator[Store]:
    """A new file, open for reading and writing."""
    with Store.create(path, secret) as made:
        yield made
