from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehtui.references import ALPHABET, BadReference, new_reference, read_reference

references = st.integers(0).map(lambda seed: new_reference(Random(seed)))


def is_read(text: str) -> bool:
    try:
        read_reference(text)
    except BadReference:
        return False
    return True


@given(references)
def test_a_reference_is_read_however_it_is_typed(reference: str) -> None:
    zero, one, five = (str.maketrans(*pair) for pair in (("0", "o"), ("1", "l"), ("5", "s")))
    for typed in (
        reference,
        reference.lower(),
        reference.replace("-", ""),
        f" {reference.replace('-', ' ')} ",
        reference.translate(zero).translate(one).translate(five),
        reference.replace("1", "i"),
    ):
        assert read_reference(typed) == reference


@given(references)
def test_every_wrong_character_is_noticed(reference: str) -> None:
    plain = reference.replace("-", "")
    for at, right in enumerate(plain):
        for wrong in set(ALPHABET) - {right}:
            assert not is_read(plain[:at] + wrong + plain[at + 1 :])


@given(references)
def test_any_two_characters_changed_about_are_noticed(reference: str) -> None:
    plain = reference.replace("-", "")
    for first in range(6):
        for second in range(first + 1, 6):
            swapped = list(plain)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            assert is_read("".join(swapped)) == (plain[first] == plain[second])


@pytest.mark.parametrize("text", ["", "K7M", "K7M-4QXX", "U7M-4QX", "K7M-4Q😂", "K7M/4QX"])
def test_what_is_no_reference_is_told_plainly(text: str) -> None:
    with pytest.raises(BadReference, match=r"^A reference is six letters and digits"):
        read_reference(text)


def test_letters_that_are_misheard_or_misread_are_left_out() -> None:
    assert not set("ILOUS") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET) == 31
