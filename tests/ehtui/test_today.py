from __future__ import annotations

from datetime import date

import pytest

from ehtui.today import BadToday, today


def test_the_variable_fixes_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EHTUI_TODAY", "2026-11-22")
    assert today() == date(2026, 11, 22)


@pytest.mark.parametrize("empty", ["", " "])
def test_without_it_the_clock_says(monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    monkeypatch.setenv("EHTUI_TODAY", empty)
    before = date.today()
    assert before <= today() <= date.today()


@pytest.mark.parametrize("bad", ["22/11/2026", "2026-02-30", "tomorrow"])
def test_a_bad_day_is_told(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    monkeypatch.setenv("EHTUI_TODAY", bad)
    with pytest.raises(BadToday, match="EHTUI_TODAY is not a date"):
        today()
