"""What is still missing for an outcome that can be measured and agreed; it never blocks.

Source: Doncaster p. 5; Gloucestershire, "Applying a graduated approach"; Hull 5 (contingency).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.records.outcomes import Action, Outcome

VAGUE = (
    "better", "improve", "improved", "improves", "improving", "improvement", "engage", "engages",
    "engaged", "engaging", "engagement", "support", "supported", "supports", "appropriate",
    "positive", "happier", "cope", "copes", "coping", "manage", "manages", "progress", "address",
    "addressed", "work on", "working on", "more", "less", "enough", "soon", "regularly", "monitor",
)  # fmt: skip
"""Words that everyone can agree to and nobody can measure."""
SERVICES = (
    "referral", "refer", "referred", "service", "services", "assessment", "clinic", "course",
    "programme", "group", "camhs", "counselling", "therapy", "sessions",
)  # fmt: skip
"""Words that name what somebody provides rather than what changes for the family."""
OTHERWISE = "+"
"""The letter of what is missing besides."""
GENERIC = ("specific", "measurable", "achievable", "relevant", "timed")
"""What the five letters stand for where the area doesn't say."""

_VAGUE = re.compile(rf"\b({'|'.join(VAGUE)})\b", re.IGNORECASE)
_SERVICES = re.compile(rf"\b({'|'.join(SERVICES)})\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing missing from an outcome."""

    letter: str
    """S, M, A, R or T; "+" for what SMART doesn't ask."""
    words: str
    stands_for: str
    """What the letter stands for in this area; empty for "+"."""


def smart(outcome: Outcome, file: CaseFile, procedure: Procedure) -> list[Gap]:
    """Return what is missing from an outcome, in the order of the letters, in plain words."""
    actions = [one for one in file.actions if one.outcome_id == outcome.id]
    found = {
        "S": _specific(outcome),
        "M": _measurable(outcome),
        "A": _agreed(actions),
        "R": _relevant(outcome, file),
        "T": _timed(outcome),
        OTHERWISE: _besides(outcome),
    }
    means = dict(zip("SMART", procedure.words.smart or GENERIC, strict=True))
    return [
        Gap(letter, words, means.get(letter, ""))
        for letter, gaps in found.items()
        for words in gaps
    ]


def is_pending(outcome: Outcome) -> bool:
    """Whether an outcome is still hoped for: neither reached nor replaced nor dropped."""
    return outcome.status in ("draft", "open", "")


def _specific(outcome: Outcome) -> Iterator[str]:
    if not outcome.title:
        yield "say what should change"
    if (vague := _VAGUE.search(outcome.title)) and not _NUMBER.search(outcome.title):
        yield f"“{vague[1]}” can mean anything: say what you would see"
    if service := _SERVICES.search(outcome.title):
        yield f"“{service[1]}” is what somebody offers: say what would change for the family"


def _measurable(outcome: Outcome) -> Iterator[str]:
    if not outcome.measure:
        yield "say how we'd know"
    elif not outcome.measured_by:
        yield "say who measures it"
    if not outcome.starting:
        yield "say where it stands now"
    if not outcome.target:
        yield "say what to reach"


def _agreed(actions: list[Action]) -> Iterator[str]:
    """Within reach: somebody has taken on a part of it."""
    if not any(one.status in ("open", "done") for one in actions):
        yield "say who does what"
    for action in actions:
        named = action.who or action.who_person_id or action.who_member_id
        if action.status == "open" and not named:
            yield f"say who does it: {action.what}"


def _relevant(outcome: Outcome, file: CaseFile) -> Iterator[str]:
    if not outcome.agreed_with:
        yield "say who in the family wants this"
    if not outcome.worry_id and any(one.part.endswith("worries") for one in file.statements):
        yield "say which worry it answers"


def _timed(outcome: Outcome) -> Iterator[str]:
    if outcome.by is None:
        yield "say by when"


def _besides(outcome: Outcome) -> Iterator[str]:
    if not outcome.contingency:
        yield "say what happens if there is no progress"
    elif outcome.contingency_by is None:
        yield "say when to decide that there is no progress"
