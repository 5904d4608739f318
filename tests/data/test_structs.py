"""Several threads read procedures at once: a case is opened while others are worked out anew."""

from __future__ import annotations

import subprocess
import sys

ALL_AT_ONCE = """
import sys
from threading import Barrier, Thread
from data.procedures.loading import SHIPPED, load

sys.setswitchinterval(1e-6)
paths = sorted(SHIPPED.glob("*.toml"))
ready = Barrier(len(paths))


def read(path):
    ready.wait()
    assert load(path).id == path.stem


threads = [Thread(target=read, args=(path,)) for path in paths]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def test_threads_that_begin_at_once_do_not_end_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", ALL_AT_ONCE], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
