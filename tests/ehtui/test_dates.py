from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehtui.dates import (
    HOW_TO,
    HOW_TO_PAST,
    BadDate,
    BadTime,
    age_on,
    in_words,
    read_date,
    read_time,
    show_date,
    show_short,
)

TODAY = date(2026, 11, 22)  # a Sunday
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/2/26", "2026-02-03"),
        ("3.2.26", "2026-02-03"),
        ("3-2-2026", "2026-02-03"),
        (" 03 / 02 / 2026 ", "2026-02-03"),
        ("2026-02-03", "2026-02-03"),
        ("3 feb 2026", "2026-02-03"),
        ("3 FEBRUARY 26", "2026-02-03"),
        ("3rd of February, 2026", "2026-02-03"),
        ("3feb26", "2026-02-03"),
        ("Feb 3 2026", "2026-02-03"),
        ("Mon 7 Sept 2026", "2026-09-07"),
        ("Weds 2 Sept. 2026", "2026-09-02"),
        ("Thu 1 Oct", "2026-10-01"),
        ("3 feb", "2027-02-03"),  # ten weeks ahead, against 42 back
        ("3/9", "2026-09-03"),
        ("30.11.", "2026-11-30"),
        ("today", "2026-11-22"),
        ("Yesterday", "2026-11-21"),
        ("tomorrow", "2026-11-23"),
        ("+6w", "2027-01-03"),
        ("+ 2 weeks", "2026-12-06"),
        ("-2d", "2026-11-20"),
        ("+10d", "2026-12-02"),
        ("fri", "2026-11-27"),
        ("sun", "2026-11-22"),
        ("this thurs", "2026-11-26"),
        ("last fri", "2026-11-20"),
        ("last sunday", "2026-11-15"),
    ],
)
def test_reads_what_people_write(text: str, day: str) -> None:
    assert read_date(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "past", "day"),
    [
        ("14.2.88", True, "1988-02-14"),
        ("22/11/26", True, "2026-11-22"),
        ("23/11/26", True, "2026-11-23"),  # a slip, for the form to tell
        ("1/3/28", True, "1928-03-01"),
        ("29/2/88", True, "1988-02-29"),
        ("3 feb", True, "2026-02-03"),
        ("21 nov", False, "2026-11-21"),
        ("29/1/27", False, "2027-01-29"),
        ("14.2.88", False, "1988-02-14"),
        ("fri", True, "2026-11-20"),
        ("sun", True, "2026-11-22"),
        ("this fri", True, "2026-11-27"),
    ],
)
def test_the_year_or_week_left_open(text: str, past: bool, day: str) -> None:
    assert read_date(text, TODAY, past=past) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30 feb", "30 Feb is not in the calendar: February 2027 has 28 days."),
        ("30/2/26", "30 Feb is not in the calendar: February 2026 has 28 days."),
        ("29 Feb 2027", "29 Feb is not in the calendar: February 2027 has 28 days."),
        ("31 Sept", "31 Sep is not in the calendar: September 2026 has 30 days."),
        ("0/9/26", "0 Sep is not in the calendar"),
        ("2/30/26", "There is no month 30. The day comes first"),
        ("Tue 7 Sept 2026", "7 Sep 2026 is a Monday, not a Tuesday."),
        ("Sept", "Give the day as well."),
        ("Sept 2026", "Give the day as well."),
        ("next fri", "“Next” can mean Fri 27 Nov 2026 or Fri 4 Dec 2026."),
        ("3/2/0026", "between 1900 and 2199"),
        ("3/2/226", "between 1900 and 2199"),
        ("-9999w", "between 1900 and 2199"),
        ("", "Write a date such as"),
        ("soon", "Write a date such as"),
        ("3 brumaire", "Write a date such as"),
        ("12", "Write a date such as"),
        ("٣/٢/٢٦", "Write a date such as"),
        ("3/2/26 [/]", "Write a date such as"),
    ],
)
def test_says_plainly_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(BadDate) as error:
        read_date(text, TODAY)
    assert said in str(error.value)
    assert str(error.value).endswith(".")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tomorow", "tomorrow"),
        ("Tommorow", "tomorrow"),
        ("yesterdy", "yesterday"),
        ("todya", "today"),
        ("mondy", "Monday"),
        ("last wensday", "Wednesday"),
        ("mondy 7 sept", "Monday"),
        ("3 febuary", "February"),
        ("Setember 3", "September"),
    ],
)
def test_a_mistyped_word_is_met_with_the_one_near_to_it(typed: str, meant: str) -> None:
    for past, how_to in ((False, HOW_TO), (True, HOW_TO_PAST)):
        with pytest.raises(BadDate) as error:
            read_date(typed, TODAY, past=past)
        assert str(error.value) == f"Did you mean {meant}? {how_to}"


@pytest.mark.parametrize("typed", ["soon", "monday week", "the phone", "when school is back", "12"])
def test_a_word_near_to_none_is_met_with_none(typed: str) -> None:
    with pytest.raises(BadDate) as error:
        read_date(typed, TODAY)
    assert str(error.value) == HOW_TO


def test_the_message_repeats_no_words() -> None:
    with pytest.raises(BadDate) as error:
        read_date("Siân told me on the phone", TODAY)
    assert "Siân" not in str(error.value)


@given(st.text(max_size=30), days)
def test_anything_typed_is_a_date_or_told(text: str, today: date) -> None:
    with suppress(BadDate):  # nothing else may come out
        assert isinstance(read_date(text, today), date)


@given(days, days, st.booleans())
def test_what_goes_out_comes_back_in(day: date, today: date, past: bool) -> None:
    for shown in (show_date(day), show_short(day), day.isoformat(), f"{day:%d/%m/%Y}"):
        assert read_date(shown, today, past=past) == day


@given(days, st.integers(-170, 170))
def test_a_day_and_month_mean_the_nearest_year(today: date, gap: int) -> None:
    day = today + timedelta(gap)
    if 1900 <= day.year <= 2199:
        assert read_date(f"{day.day}/{day.month}", today) == day


def test_a_date_is_shown_unmistakably() -> None:
    assert show_date(date(2026, 2, 3)) == "Tue 3 Feb 2026"
    assert show_short(date(2026, 10, 22)) == "22 Oct 2026"
    assert show_short(date(2026, 10, 22), beside=date(2026, 12, 17)) == "22 Oct"
    assert show_short(date(2026, 10, 22), beside=date(2027, 1, 7)) == "22 Oct 2026"


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2011-03-01", "2026-11-22", 15),
        ("2011-03-01", "2027-02-28", 15),
        ("2011-03-01", "2027-03-01", 16),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2027-01-29", "2026-11-22", -1),
    ],
)
def test_age_is_in_whole_years_up_to_the_day(born: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


def test_days_in_words() -> None:
    assert [in_words(days) for days in (16, 1, -1, 0)] == ["16 days", "1 day", "1 day", "0 days"]


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
        ("10", "10:00"),
        (" 9 ", "09:00"),
        ("08", "08:00"),
        ("15", "15:00"),
        ("1045", "10:45"),
        ("9.30", "09:30"),
        ("930", "09:30"),
    ],
)
def test_reads_a_time_as_people_write_it(text: str, time: str) -> None:
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
        ("3", "Is that 03:00 or 15:00?"),
        ("24", "last hour of a day is 23"),
        ("104", "Is that 01:04 or 13:04?"),
        ("10:4", "Write a time such as"),
        ("quarter past three", "Write a time such as"),
        ("", "Write a time such as"),
        ("15:45\n16:00", "Write a time such as"),
    ],
)
def test_says_plainly_what_is_wrong_with_a_time(text: str, said: str) -> None:
    with pytest.raises(BadTime, match=said.replace("?", r"\?")):
        read_time(text)


@given(st.times())
def test_a_time_as_stored_is_read_unchanged(time: object) -> None:
    stored = f"{time:%H:%M}"
    assert read_time(stored) == stored
