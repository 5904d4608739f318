"""With the privacy switch on: initials for recorded names, also inside what people wrote (S9)."""

from __future__ import annotations

import pytest

from data.records.fields import words_of
from ehtui.initialled import NAMES, in_initials, names_hidden
from tests.ehtui.process.families import Family

WRITTEN = [
    ("Tomek was late", "T was late"),
    ("tomek's TOMASZ", "T's T"),
    ("O'Neill-Łukasik rang", "O-Ł rang"),
    ("Ms Branagh asked Odette", "Ms B asked O"),
    ("Tomekowa, tomekk, atomek", "Tomekowa, tomekk, atomek"),
    ("the nurse and Mrs Nobody", "the nurse and Mrs Nobody"),
    ("Al is too short to know", "Al is too short to know"),
    ("", ""),
]


@pytest.fixture
def family() -> Family:
    family = Family()
    family.child("Tomasz", known_as="Tomek", family="O'Neill-Łukasik")
    family.adult("Al")
    family.add("members", name="Nurse Odette Branagh and the duty nurse")
    return family


@pytest.mark.parametrize(("written", "read"), WRITTEN)
def test_a_recorded_name_inside_a_text_is_its_initial(
    family: Family, written: str, read: str
) -> None:
    assert names_hidden(family.file)(written) == read


def test_a_case_is_read_so_and_stays_as_it_was(family: Family) -> None:
    note = family.add("notes", text="Tomek slept", by="Odette Branagh")
    read = in_initials(family.file)
    assert (read.notes[0].text, read.notes[0].by) == ("T slept", "OB")
    assert (note.text, note.by) == ("Tomek slept", "Odette Branagh")
    again = in_initials(read)
    assert again.notes[0].text == "T slept"


def test_what_is_chosen_is_never_taken_for_a_name(family: Family) -> None:
    family.child("Said")
    statement = family.said(family.file.adults[0], "she said so", basis="said")
    assert words_of(type(statement), "basis").kind == "choice"
    assert in_initials(family.file).statements[0].basis == "said"


def test_a_case_without_names_reads_as_it_is() -> None:
    assert names_hidden(Family().file)("Tomek was late") == "Tomek was late"


def test_whoever_raised_the_concern_is_a_name() -> None:
    assert "raised_by" in NAMES["cases"]
