from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehtui.times import BadTime, read_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("15:45", "15:45"),
        ("15.45", "15:45"),
        ("1545", "15:45"),
        ("3.45pm", "15:45"),
        ("3:45 P.M.", "15:45"),
        ("345p", "15:45"),
        ("3 pm", "15:00"),
        ("12pm", "12:00"),
        ("12 am", "00:00"),
        ("9:10", "09:10"),
        ("09:10", "09:10"),
        ("03:45", "03:45"),
        ("0:30", "00:30"),
    ],
)
def test_reads_what_people_write(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3.45", "Is that 03:45 or 15:45?"),
        ("345", "Is that 03:45 or 15:45?"),
        ("24:00", "last hour of a day is 23"),
        ("15:60", "60 minutes"),
        ("15:45pm", "from 1 to 12"),
        ("0 am", "from 1 to 12"),
        ("15", "Write a time such as"),
        ("quarter past three", "Write a time such as"),
        ("", "Write a time such as"),
        ("15:45\n16:00", "Write a time such as"),
    ],
)
def test_says_plainly_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(BadTime, match=said.replace("?", r"\?")):
        read_time(text)


@given(st.times())
def test_a_time_as_stored_is_read_unchanged(time: object) -> None:
    stored = f"{time:%H:%M}"
    assert read_time(stored) == stored
