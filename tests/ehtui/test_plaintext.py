from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehtui.plaintext import clean, initials, one_line

hostile = st.text(
    st.one_of(
        st.sampled_from("\x1b\x9b\x9d\x9c\x07[]0;mH\\\r\n\t\x00\u202e\u2066\u200b\u0301e\ufeff"),
        st.characters(),
        st.integers(0xD800, 0xDFFF).map(chr),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Siân O'Connor-Łukasik",
        "own room 😂",
        "👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👍🏽",
        "[/] [bold]no[/bold] {x} %s",
        "سلام علیکم",
        "می‌خواهم",  # with the joiner that Persian spelling needs
        "שלום \u200f!",
        "one\n\n  two",
        "£640 – 83.4 % “up three times a night”",
        "'; DROP TABLE person; --",
        "=1+1",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b1;31mred", "red"),
        ("\x1b[2J\x1b[10;10Hhello", "hello"),
        ("\x1b]0;a title\x07hello", "hello"),
        ("\x1b]8;;place\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;no end to this\nnext line", "]0;no end to this\nnext line"),
        ("\x1bPq#0\x1b\\hello", "hello"),
        ("\x1b(Bhello", "hello"),
        ("\x1bhello", "hello"),
        ("nu\x00ll b\x08s \x7f\x90", "null bs "),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("so\u00adft zero\u200bwidth\ufeff", "soft zerowidth"),
        ("one\r\ntwo\rthree\x0bfour\u2028five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("tab\there", "tab here"),
        ("Sia\u0302n", "Siân"),
        ("e\u200b\u0301", "é"),
        ("half \ud83d", "half \ufffd"),
        ("no document \ufffe\uffff", "no document "),
    ],
)
def test_what_is_no_text_goes(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(hostile)
def test_cleaned_text_is_harmless_and_cleaning_it_again_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not [
        char
        for char in cleaned
        if (unicodedata.category(char) in ("Cc", "Cs") and char != "\n")
        or unicodedata.bidirectional(char)
        in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    ]
    cleaned.encode()


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_no_letter_is_lost(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@given(hostile)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert len(line.splitlines()) <= 1


def test_one_line_joins_with_one_space() -> None:
    assert one_line(" Flat 2,\r\n 118a\u00a0Glasshouse Row\n") == "Flat 2, 118a Glasshouse Row"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Siân O'Connor-Łukasik", "SOŁ"),
        ("łukasz", "Ł"),
        ('Tomasz ("Tomek")', "TT"),
        ("ßen", "SS"),
        ("😂", "?"),
        ("", "?"),
    ],
)
def test_initials_are_the_first_letters_of_a_names_parts(name: str, letters: str) -> None:
    assert initials(name) == letters
