"""The work of `ehtui find`, without Typer: a look-up has to answer before that is loaded."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ehtui.cli.errors import Exit, WrongUse, complain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from data.lookup.found import Found

MOST = 20


def find_people(
    words: list[str],
    file: Path | None,
    passphrase_file: Path | None,
    key_file: Path | None,
    limit: int,
    *,
    from_stdin: bool,
    as_json: bool,
) -> int:
    """Look up what was typed, or each line of stdin, and print who may be meant."""
    from data.lookup.completing import complete
    from data.lookup.search import search
    from ehtui.cli.opening import open_store
    from ehtui.today import today

    if from_stdin == bool(words):
        raise WrongUse("Say whom to find, or give --stdin and one query a line.")
    with open_store(file, passphrase_file, key_file) as store:
        complete(store)
        connection, day = store.reading(), today()
        queries = _lines() if from_stdin else [" ".join(words)]
        anybody = False
        for line in queries:
            query = line.rstrip("\n")
            found = search(connection, query, limit=limit, today=day)
            anybody |= bool(found)
            if as_json:
                _print_json(query, found, on_one_line=from_stdin)
            else:
                _print_lines(found)
    if not anybody:
        complain("Nobody like that is in this file. Try fewer words, or only the family name.")
        return Exit.NO
    return Exit.DONE


def _lines() -> Iterable[str]:
    """Return what comes in, line by line; bytes that are no text become question marks."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin


def _print_json(query: str, found: list[Found], *, on_one_line: bool) -> None:
    import json

    answer: dict[str, Any] = {
        "query": query,
        "results": [
            {
                "id": one.person_id,
                "external_id": one.external_id,
                "name": one.name,
                "dob": one.born.isoformat() if one.born else None,
                "why": one.why,
                "score": one.score,
                "sure": one.sure,
                "how_sure": one.how_sure,
                "case": one.reference,
                "family": one.family,
                "stage": one.stage,
                "open": one.is_open,
            }
            for one in found
        ],
    }
    print(json.dumps(answer, ensure_ascii=False, indent=None if on_one_line else 2), flush=True)


def _print_lines(found: list[Found]) -> None:
    from data.lookup.grouping import by_family
    from ehtui.cli.printing import print_columns
    from ehtui.dates import show_short

    rows: list[tuple[str, ...]] = [
        (
            one.reference,
            one.name,
            show_short(one.born) if one.born else "",
            one.stage,
            f"{one.how_sure}: {one.why}",
        )
        for group in by_family(found)
        for one in group
    ]
    if rows:
        print_columns(rows)
