"""The front door: a look-up is read by hand and answered at once, all else goes to Typer.

Typer takes longer to load than a look-up takes altogether.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # typing's own would be loaded before the search for rings is off
if TYPE_CHECKING:
    from typing import NoReturn

FILES = ("--file", "--passphrase-file", "--key-file")
SWITCHES = ("--stdin", "--json")
READER_GONE = 1
"""What Typer's commands exit with, too."""


def main() -> NoReturn:
    """Run the command line and end the process with its exit code.

    One look-up leaves nothing behind: to search its memory for rings, and to take the interpreter
    apart piece by piece, would take half as long as the look-up itself.
    """
    is_one_lookup = sys.argv[1:2] == ["find"] and "--stdin" not in sys.argv
    if is_one_lookup:
        gc.disable()
    code = _run_to_the_end()
    if is_one_lookup:
        os._exit(code)
    sys.exit(code)


def _run_to_the_end() -> int:
    """Run the command line and write all that it says, as long as somebody reads it."""
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:  # `ehtui due | head -1`: nobody is there to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    return code


def run() -> int:
    """Run the command line and return its exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["find"] and (plain := _plain(arguments[1:])) is not None:
        return _find(*plain)
    from ehtui.cli.main import run as run_all

    return run_all()


def _plain(arguments: list[str]) -> tuple[list[str], dict[str, str]] | None:
    """Return words and options where nothing but plain ones stand there, else None for Typer."""
    words: list[str] = []
    options: dict[str, str] = {}
    coming = iter(arguments)
    for one in coming:
        if one in SWITCHES:
            options[one] = "yes"
        elif one in (*FILES, "--limit"):
            if not (value := next(coming, "")) or (one == "--limit" and not value.isdecimal()):
                return None
            options[one] = value
        elif one.startswith("-"):
            return None
        else:
            words.append(one)
    if bool(words) == ("--stdin" in options) or options.get("--limit") == "0":
        return None
    return words, options


def _find(words: list[str], options: dict[str, str]) -> int:
    from pathlib import Path

    from ehtui.cli.finding import MOST, find_people
    from ehtui.cli.printing import speak_utf8

    speak_utf8()
    named = options.get("--file") or os.environ.get("EHTUI_FILE")
    file, passphrase_file, key_file = (
        Path(path) if path else None
        for path in (named, options.get(FILES[1]), options.get(FILES[2]))
    )
    try:
        return find_people(
            words,
            file,
            passphrase_file,
            key_file,
            int(options.get("--limit", MOST)),
            from_stdin="--stdin" in options,
            as_json="--json" in options,
        )
    except BrokenPipeError:
        raise
    except Exception as error:
        from ehtui.cli.main import failed

        return failed(error)
