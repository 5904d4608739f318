from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from data.store.secrets import Secret
from data.store.store import Store
from ehtui.cli.main import run
from ehtui.demo.filling import fill

TODAY = date(2026, 11, 22)


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the written families of the demo, and no passphrase."""
    path = tmp_path_factory.mktemp("demo") / "families.db"
    with Store.create(path, Secret.none()) as store:
        fill(store, None, 1, TODAY)
    return path


@pytest.fixture
def families(made_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which the commands of this test use."""
    path = tmp_path / "families.db"
    shutil.copy(made_up, path)
    monkeypatch.setenv("EHTUI_FILE", str(path))
    return path


@pytest.fixture
def ehtui(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command where there is no terminal."""

    def command(*arguments: str) -> Done:
        capsys.readouterr()
        code = run(list(arguments))
        return Done(code, *capsys.readouterr())

    return command
