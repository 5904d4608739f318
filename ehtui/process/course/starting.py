"""Whether to start a plan: the procedure's questions, one after the other, to a way on.

Source: Newcastle 7.1, 7.2, 10.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.casefile import CaseFile
    from data.procedures.model import Procedure
    from data.procedures.starting import Question, StartRoute

Answers = dict[str, bool]
"""The answer to each question, by its key."""
YES, NO = "yes", "no"


def where_to(procedure: Procedure, answers: Mapping[str, bool]) -> Question | StartRoute | None:
    """Return the question to ask next, or the way on that the answers lead to.

    Harm comes first because the procedure asks about it first; an answer behind the way on is not
    looked at. None where the area asks nothing, or nothing it says follows from the last answer.
    """
    routes: dict[str, StartRoute] = {one.key: one for one in procedure.start_routes}
    for question in procedure.questions:
        if question.key not in answers:
            return question
        leads_to = question.yes if answers[question.key] else question.no
        if leads_to:
            return routes[leads_to]
    return None


def write_answers(answers: Mapping[str, bool]) -> str:
    """Return answers as a decision keeps them: one line a question."""
    return "\n".join(f"{key}: {YES if said else NO}" for key, said in answers.items())


def read_answers(kept: str) -> Answers:
    """Return the answers that a decision keeps; a line that is no answer is passed over."""
    split = (line.partition(": ") for line in kept.splitlines())
    return {key: said == YES for key, _, said in split if said in (YES, NO)}


def decision_of(file: CaseFile) -> str:
    """Return the key of the latest decision, empty before one is taken.

    It may be taken again: needs that one service turns out to meet need no team, those that are
    broader do. Source: Newcastle 10.3.1, 10.3.2.
    """
    decided = [one for one in file.start_decisions if one.decision]
    last = max(decided, key=lambda one: (str(one.on or ""), one.id), default=None)
    return last.decision if last else ""


def wants_team(file: CaseFile) -> bool:
    """Whether a team is to be called: not while one service meets all the needs."""
    return decision_of(file) in ("", "start")


def leads_meanwhile(file: CaseFile) -> bool:
    """Whether whoever assesses is the lead for now: broader needs, and nobody named yet.

    Source: Newcastle 10.3.2.
    """
    return decision_of(file) == "start" and not any(one.name for one in file.leads)
