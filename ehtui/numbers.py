"""NHS numbers and UPNs: checked and remarked on, never refused.

What the family has on paper is recorded as it stands; a remark lets a slip of the pen be found.
"""

from __future__ import annotations

from typing import NamedTuple


class Check(NamedTuple):
    """What is to be said about a number that was typed."""

    ok: bool
    """Nothing speaks against the number."""
    shown: str
    """The number as it is stored and shown."""
    remark: str
    """What to look at, in plain words; empty when there is nothing to say."""


def check_nhs(text: str) -> Check:
    """Return an NHS number, shown 3-3-4, with a remark if its last digit doesn't fit the rest."""
    if not text.strip():
        return Check(True, "", "")
    from stdnum.gb import nhs  # 20 ms of imports that only a typed number needs

    number = nhs.compact(text)
    if not (number.isascii() and number.isdigit()):
        return Check(False, text.strip(), "An NHS number has digits only.")
    if len(number) != 10:
        return Check(False, number, f"An NHS number has 10 digits; this has {len(number)}.")
    if not nhs.is_valid(number):
        return Check(False, nhs.format(number), "The last digit doesn't fit: is one mistyped?")
    return Check(True, nhs.format(number), "")


def check_upn(text: str) -> Check:
    """Return a UPN in capitals, with a remark if its first letter doesn't fit the rest.

    The authority's code inside is not looked up: the list at hand is of 2011, and authorities
    come and go. A letter at the end marks a temporary number.
    """
    if not text.strip():
        return Check(True, "", "")
    from stdnum.gb import upn

    number = upn.compact(text)
    if len(number) != 13:
        return Check(False, number, f"A UPN has 13 characters; this has {len(number)}.")
    if not (
        number.isascii()
        and number[0].isalpha()
        and number[1:-1].isdigit()
        and number[-1].isalnum()
        and not {"I", "O", "S"} & {number[0], number[-1]}
    ):
        return Check(
            False, number, "A UPN is one letter, never I, O or S, and twelve digits behind it."
        )
    if upn.calc_check_digit(number) != number[0]:
        return Check(False, number, "The first letter doesn't fit the digits: is one mistyped?")
    if number[-1].isalpha():
        return Check(True, number, "A temporary UPN: ask the school for the lasting one.")
    return Check(True, number, "")
