from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import data

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(data.__file__).parent.parent

KEY = bytes(range(32))

PRELUDE = f"""
import os, sys, resource
from pathlib import Path
from data.store.secrets import Secret
from data.store.store import Store
from data.store.writer import Writer
from data.store.window import Window
secret = Secret.from_key({KEY!r})
path = Path(sys.argv[1])
"""


@pytest.fixture
def start(path: Path) -> Callable[[str], subprocess.Popen[str]]:
    """Start another process on the same file; it finds ``path`` and ``secret`` ready."""

    def start_script(script: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", PRELUDE + script, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )

    return start_script


@pytest.fixture
def run(start: Callable[[str], subprocess.Popen[str]]) -> Callable[[str], str]:
    """Run another process to its end and return what it printed; it must leave stderr alone."""

    def run_script(script: str) -> str:
        with start(script) as process:
            out, err = process.communicate(timeout=60)
        assert err == ""
        return out

    return run_script
