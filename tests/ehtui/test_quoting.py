"""Quotation marks around the whole of what was typed say that these were somebody's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehtui.quoting import quoted, unquoted


@pytest.mark.parametrize(
    ("typed", "words", "verbatim"),
    [
        ('"I\'m shattered"', "I'm shattered", True),
        ("“mum crying”", "mum crying", True),
        ("„ich will“", "ich will", True),
        ("«non»", "non", True),
        ("'tis hard and that's it'", "'tis hard and that's it'", False),
        ('he said "no" and "go"', 'he said "no" and "go"', False),
        ('"no" she said, "go"', '"no" she said, "go"', False),
        ('"', '"', False),
        ('""', '""', False),
        ("", "", False),
        ("rent £640 behind", "rent £640 behind", False),
    ],
)
def test_only_marks_around_everything_count(typed: str, words: str, verbatim: bool) -> None:
    assert unquoted(typed) == (words, verbatim)


@given(st.text(min_size=1).filter(lambda text: not set(text) & set("“”")))
def test_what_is_quoted_comes_back_as_it_was(text: str) -> None:
    assert unquoted(quoted(text)) == (text, True)
