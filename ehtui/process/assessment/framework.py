"""The outcomes an area hopes for with every family: reached, needing help, not known; over time.

What needs help leads into the plan. Source: Doncaster p. 11, 15.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.casefile import CaseFile
    from data.procedures.model import Headline, Procedure
    from data.records.findings import FrameworkAnswer
    from data.records.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Standing:
    """One of the area's outcomes, what was answered over time, and what the plan does for it."""

    headline: Headline
    answers: tuple[FrameworkAnswer, ...]
    """Oldest first."""
    outcomes: tuple[Outcome, ...]
    """The outcomes of the plan that work towards it."""

    @property
    def latest(self) -> FrameworkAnswer | None:
        """What holds now, None where nothing was answered."""
        return self.answers[-1] if self.answers else None

    @property
    def state(self) -> str:
        """The code of what holds now; empty where nothing was answered."""
        return self.latest.state if self.latest else ""

    @property
    def is_unplanned(self) -> bool:
        """Whether help is needed and no outcome of the plan works towards it."""
        return self.state == "needs_help" and not self.outcomes


def states_of(file: CaseFile, procedure: Procedure) -> list[Standing]:
    """Return how each of the area's outcomes stands, in its order; none without a framework."""
    found = []
    for one in procedure.framework_outcomes:
        answers = [answer for answer in file.framework_answers if answer.outcome == one.key]
        answers.sort(key=lambda answer: (str(answer.on or ""), answer.id))
        outcomes = [outcome for outcome in file.outcomes if outcome.framework == one.key]
        found.append(Standing(one, tuple(answers), tuple(outcomes)))
    return found
