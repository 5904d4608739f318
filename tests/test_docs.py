"""The pages of docs/ that are made from the code are what the code says.

To write them anew: ``EHTUI_REWRITE_DOCS=1 .venv/bin/python -m pytest tests/test_docs.py``
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import data
from data.procedures.loading import default_id, load
from data.procedures.words import fill
from data.records.all import RECORDS
from data.records.fields import described
from screens.app import EhtuiApp
from screens.case.sections import SECTIONS, section_screen
from screens.commands import Offering, key_reference
from screens.dashboard.families import FamiliesScreen
from screens.dashboard.screen import Dashboard
from screens.phone.screen import PhoneScreen
from screens.start.new_family import NewFamilyScreen

DOCS = Path(data.__file__).parent.parent / "docs"
REWRITE = os.environ.pop("EHTUI_REWRITE_DOCS", "") != ""


def keys() -> str:
    sections = [section_screen(one.key) for one in SECTIONS]
    alone = (EhtuiApp, Dashboard, FamiliesScreen, NewFamilyScreen, PhoneScreen)
    places: list[type[Offering]] = [*alone, *sections]
    head = "# Keys\n\nMade from the commands; tests/test_docs.py holds the two together.\n\n"
    return head + key_reference(places).rstrip() + "\n"


def dictionary() -> str:
    return "\n".join(_dictionary()) + "\n"


def _dictionary() -> Iterator[str]:
    procedure = load(default_id())
    yield "# What is recorded\n"
    yield "Made from the records, in the default procedure's words (tests/test_docs.py holds them"
    yield "together). Every row also has a key, a version, and the case it belongs to."
    for record in RECORDS:
        fields = described(record)
        if not fields:
            continue
        yield f"\n## {record.__tablename__}\n"
        yield f"{(record.__doc__ or '').strip().splitlines()[0]}\n"
        yield "| field | label | kind | choices | hint |"
        yield "|---|---|---|---|---|"
        for name, words in fields.items():
            said = [fill(text, procedure.words) for text in (words.label, words.hint)]
            cells = (f"`{name}`", said[0], words.kind.replace("_", " "), words.choices, said[1])
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


@pytest.mark.parametrize(
    ("page", "made"), [("keys.md", keys), ("data-dictionary.md", dictionary)], ids=["keys", "data"]
)
def test_a_made_page_is_up_to_date(page: str, made: object) -> None:
    assert callable(made)
    path, text = DOCS / page, made()
    if REWRITE:
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text, "write it anew as this module's first lines say"
