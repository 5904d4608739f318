"""The terminal is closed in the middle of a field: what was typed is in the file."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import data
from data import drafts
from data.store.secrets import Secret
from data.store.store import Store
from tests.screens.running import KEY, make_family, make_file

ROOT = Path(data.__file__).parent.parent
PATIENCE = 15
F7 = b"\x1b[18~"

PROGRAM = """
import sys
from pathlib import Path
from data.store.secrets import Secret
from screens.app import EhtuiApp
from screens.notes.screen import NotesScreen

class Opened(EhtuiApp):
    def show_dashboard(self):
        if hasattr(self, "desk"):
            self.push_screen(NotesScreen(self.desk, sys.argv[2]))

app = Opened(Path(sys.argv[1]), Secret.from_key(bytes.fromhex(sys.argv[3])))
app.run()
"""


def painted(screen: int, text: str) -> None:
    """Wait until the text is on the screen; AssertionError when it does not come."""
    seen = b""
    until = time.monotonic() + PATIENCE
    while text.encode() not in seen:
        ready, _, _ = select.select([screen], [], [], max(0.0, until - time.monotonic()))
        assert ready, f"{text} was not painted"
        seen += os.read(screen, 1 << 16)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Windows sends no SIGHUP")
def test_what_was_typed_when_the_terminal_closed_is_in_the_file(path: Path) -> None:
    make_file(path)
    case_id = make_family(path, "O'Neill")
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path), case_id, KEY.hex()],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: os.close(ours),
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
    )
    os.close(theirs)
    try:
        painted(ours, "Written by")
        os.write(ours, F7)
        painted(ours, "F1")  # the key line says so only while something can be typed
        os.write(ours, "halfway thro Ł".encode())
        painted(ours, "Ł")
        program.send_signal(signal.SIGHUP)
        program.wait(PATIENCE)
    finally:
        program.kill()
        program.wait()
        os.close(ours)
    with Store.open(path, Secret.from_key(KEY)) as store:
        left = drafts.left_behind(store.reading(), store.device_id, "another run")
    typed = [text for draft in left for row in draft.text["rows"] for text in row["typed"].values()]
    assert any("halfway thro Ł" in text for text in typed)
