"""Which fields of a person fit: a child has a school, an unborn child a due date, an adult a place.

A field that holds something is always shown, whatever fits: nothing recorded is ever out of sight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.records.fields import described
from data.records.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES: Final = ("kind", "given", "known_as", "family")
CONTACT: Final = ("address", "postcode", "phone", "email")
TONGUE: Final = ("languages", "interpreter", "nothing_in_writing")
IDENTITY: Final = ("sex", "gender", "ethnicity", "religion", "other_names")
UNSAFE: Final = ("unsafe_reason", "unsafe_decided_by", "unsafe_review", "safe_number")
"""What is asked once somebody is marked unsafe to contact (S1)."""

FITS: Final[dict[str, tuple[str, ...]]] = {
    "": NAMES,
    "child": (
        *NAMES,
        "born",
        "lives_in_home",
        "school",
        "school_year",
        "upn",
        "nhs_number",
        "gp",
        "needs",
        *TONGUE,
        *IDENTITY,
        *CONTACT,
        "unsafe",
    ),
    "unborn": ("kind", "given", "expected", "expected_as_told", "needs", "gp", "unsafe"),
    "adult": (
        *NAMES,
        "in_family",
        "lives_in_home",
        *CONTACT,
        "born",
        "born_as_told",
        *TONGUE,
        "needs",
        "unsafe",
        *IDENTITY,
        "nhs_number",
        "gp",
    ),
}


def fitting(held: Callable[[str], str]) -> tuple[str, ...]:
    """Return the fields to ask for, in the order of asking; ``held`` gives what a field holds."""
    fits = list(FITS.get(held("kind"), NAMES))
    if held("unsafe") == "yes":
        after = fits.index("unsafe") + 1
        fits[after:after] = UNSAFE
    return (*fits, *(name for name in described(Person) if name not in fits and held(name)))
