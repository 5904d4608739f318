from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehtui.numbers import Check, check_nhs, check_upn


@pytest.mark.parametrize("text", ["943 476 5870", "9434765870", "943-476-5870", " 943 4765870 "])
def test_a_good_nhs_number_is_shown_in_threes(text: str) -> None:
    assert check_nhs(text) == Check(True, "943 476 5870", "")


@pytest.mark.parametrize(
    ("text", "shown", "remark"),
    [
        ("943 476 5871", "943 476 5871", "last digit doesn't fit"),
        ("943 476 587", "943476587", "10 digits; this has 9"),
        ("943 476 587O", "943 476 587O", "digits only"),
        ("٩٤٣٤٧٦٥٨٧٠", "٩٤٣٤٧٦٥٨٧٠", "digits only"),
    ],
)
def test_a_doubtful_nhs_number_stays_with_a_remark(text: str, shown: str, remark: str) -> None:
    check = check_nhs(text)
    assert (check.ok, check.shown) == (False, shown)
    assert remark in check.remark


def test_a_good_upn() -> None:
    assert check_upn("b801200005001") == Check(True, "B801200005001", "")


def test_a_upn_of_an_authority_made_lately_is_good() -> None:
    # 942 is younger than the list of 2011: check letter 2·9+3·4+4·2+5·1+6·2 = 55 → 9 → K
    assert check_upn("K942120000000").ok


@pytest.mark.parametrize(
    ("text", "ok", "remark"),
    [
        ("A801200005001", False, "first letter doesn't fit"),
        ("B801200005002", False, "first letter doesn't fit"),
        ("B80120000500", False, "13 characters; this has 12"),
        ("8801200005001", False, "twelve digits"),
        ("B80120000X001", False, "twelve digits"),
        ("M80120000500A", True, "temporary"),
        ("S801200005001", False, "never I, O or S"),
    ],
)
def test_a_upn_with_a_remark(text: str, ok: bool, remark: str) -> None:
    check = check_upn(text)
    assert (check.ok, check.shown) == (ok, text)
    assert remark in check.remark


def test_nothing_typed_needs_no_remark() -> None:
    assert check_nhs(" ") == check_upn("") == Check(True, "", "")


@given(st.text(max_size=20))
def test_nothing_typed_is_ever_refused(text: str) -> None:
    for check in (check_nhs(text), check_upn(text)):
        assert check.ok or check.remark
