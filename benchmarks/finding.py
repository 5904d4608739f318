"""`ehtui find` as a whole process, against a Python that does nothing.

python -m benchmarks.finding [--people N] [--runs N]

In turn with it: the floor, which is the driver loaded, the file opened with its key and one row
read; the same look-up with a passphrase, beside the derivation of its key alone; and with the key
from a keyring, for which one in a file stands in.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from benchmarks.lookup.town import people, store_of
from benchmarks.measuring import KEY, in_turn, timed
from data.lookup.index import rebuild
from data.store.rekeying import change_passphrase
from data.store.secrets import Secret
from data.store.unlock import salt_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SEED: Final = 4711
LIMIT: Final = 5.0
PASSPHRASE: Final = "correct horse"
QUERY: Final = ("neve", "doyle", "2/3/15")
FRONT: Final = "from ehtui.cli.front import main; main()"
COMPILED: Final = {"PYTHONDONTWRITEBYTECODE": ""}
"""The turn that is a warm-up leaves the program's bytecode, as an installation does."""
FLOOR: Final = """
import sys
from sqlcipher3 import dbapi2
path, key = sys.argv[1:]
with open(path, "rb") as file:
    salt = file.read(16).hex()
connection = dbapi2.connect(path)
connection.execute(f"PRAGMA key = \\"x'{open(key).read().strip()}{salt}'\\"")
print(connection.execute("SELECT given FROM people").fetchone()[0])
"""
KEYRING: Final = """
from pathlib import Path
from shutil import copyfile
from keyring.backend import KeyringBackend

class InFile(KeyringBackend):
    priority = 1
    def get_password(self, service, username):
        return Path('{key}').read_text()
    def set_password(self, service, username, password):
        raise NotImplementedError
"""


def process(arguments: list[str], environment: Mapping[str, str]) -> float:
    """Return the milliseconds of a whole process of Python."""
    return timed(
        lambda: subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            check=True,
            env={**os.environ, **COMPILED, **environment},
        )
    )


def things(folder: Path, number: int) -> dict[str, Callable[[], float]]:
    """Return what is measured, by name, over a new file of so many people."""
    path, key = folder / "town.db", folder / "key"
    with store_of(list(people(number, SEED)), path) as store:
        store.write(rebuild).result()
    change_passphrase(path, Secret.from_key(KEY), Secret.from_passphrase(PASSPHRASE))
    salt = salt_of(path)
    key.write_text(Secret.from_passphrase(PASSPHRASE).key(salt).hex())
    key.chmod(0o600)
    kept, marker = folder / "in_keyring.db", folder / "in_keyring.db.in-keyring"
    copyfile(path, kept)
    marker.touch()
    backend = folder / "file_keyring.py"
    backend.write_text(KEYRING.format(key=key))
    keyring = {
        "PYTHON_KEYRING_BACKEND": "file_keyring.InFile",
        "PYTHONPATH": f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}",
    }
    look_up = ["-c", FRONT, "find", *QUERY, "--file", str(path)]
    return {
        "python -c pass": partial(process, ["-c", "pass"], {}),
        "floor": partial(process, ["-c", FLOOR, str(path), str(key)], {}),
        "find, key file": partial(process, [*look_up, "--key-file", str(key)], {}),
        "find, passphrase": partial(process, look_up, {"EHTUI_PASSPHRASE": PASSPHRASE}),
        "find, keyring": partial(process, [*look_up[:-1], str(kept)], keyring),
        "key derivation": partial(timed, lambda: Secret.from_passphrase(PASSPHRASE).key(salt)),
    }


def main() -> None:
    """Print the median of each and its ratio to a Python that does nothing."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=40)
    chosen = options.parse_args()
    with TemporaryDirectory() as thrown_away:
        measured = things(Path(thrown_away), chosen.people)
        times = in_turn(chosen.runs, *measured.values())
    nothing = times[0]
    for name, some in zip(measured, times, strict=True):
        middle, least = statistics.median(some), min(some)
        print(
            f"{name:18} median {middle:6.1f} ms ({middle / statistics.median(nothing):.2f} ×), "
            f"least {least:6.1f} ms ({least / min(nothing):.2f} ×)"
        )
    print(f"  with a key file at most {LIMIT:.0f} ×")


if __name__ == "__main__":
    main()
