"""`ehtui audit`: every family or one, as sentences or as facts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from data.store.secrets import Secret
from data.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., Any]


def reference(path: Path, family: str) -> str:
    with Store.open(path, Secret.none()) as store:
        query = "SELECT reference FROM cases WHERE family_name = ?"
        return str(store.reading().execute(query, (family,)).fetchone()[0])


def test_every_family_is_asked_about(ehtui: Command, families: Path) -> None:
    done = ehtui("audit", "--json")
    found = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert {frozenset(one) for one in found} == {
        frozenset({"case", "what", "why", "person", "since"})
    }
    bello = [one for one in found if one["case"] == reference(families, "Bello")]
    assert [(one["what"], one["person"], one["since"]) for one in bello] == [
        ("sibling_without_voice", "Tiwa", "2026-11-20")
    ]


def test_one_family_is_told_in_sentences(ehtui: Command, families: Path) -> None:
    key = reference(families, "Bello")
    done = ehtui("audit", key)
    assert done.code == 0
    assert done.out.splitlines() == [
        f"{key}  Bello",
        "    Nothing is recorded of what Tiwa says, draws or shows; Ayo is heard. "
        "(since Fri 20 Nov 2026)",
    ]


def test_a_family_in_good_order(ehtui: Command, families: Path) -> None:
    key = reference(families, "Dixon")
    assert ehtui("audit", key).out == "An auditor would find nothing to ask about.\n"
    assert json.loads(ehtui("audit", key, "--json").out) == []


def test_a_family_nobody_knows(ehtui: Command, families: Path) -> None:
    done = ehtui("audit", "K7M-4QX")
    assert (done.code, done.out) in ((1, ""), (2, ""))
    assert len(done.err.splitlines()) == 1
