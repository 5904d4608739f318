"""What was said, as an auditor weighs it: strengths beside worries, and opinion marked as such.

Source: Newcastle 10.1, 10.2; Doncaster p. 11.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehtui.dates import show_short
from ehtui.process.assessment.statements import said_on, section_of, whose
from ehtui.process.auditing.naming import family_names
from ehtui.process.auditing.opinions import opinion_in
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import agreed_on, finished_by
from ehtui.process.sharing.restrictions import unweighed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.assessment import Statement
    from ehtui.process.facts import Facts

STRENGTHS = ("strengths", "house_good")
WORRIES = ("worries", "house_worries")
_WORD = re.compile(r"[^\W\d_]{4,}")
ORDINARY = frozenset(
    "able about after again also always another anybody anyone back because been before being "
    "both come comes could days didn does doesn doing down each even ever every everybody "
    "everything family feel feels from gets getting give gives goes going good have having help "
    "here home into isn just keep keeps kids know last less like little long make makes many month "
    "months more most much need needs never next nobody nothing often only other over really said "
    "same says school since some somebody someone something sometimes still such take takes talk "
    "tell tells than that their them then there they thing things think this time times today "
    "until very want wants week weeks well were what when where which while will with without "
    "worried worries worry would year years your "
    "baby brother child children father mother parent parents sister".split()
)
"""Words too common to say that two texts are about the same thing; nor do names say it."""
STEM = 5


def no_strengths(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a plan that holds worries and not one strength."""
    file, day = facts.file, finished_by(facts)
    if day is None or day >= today:
        return
    worries = [one for one in file.statements if one.text and one.part in WORRIES]
    needs = [one for one in file.findings if one.needs or one.risks]
    if not worries and not needs:
        return
    strong = any(one.text for one in file.statements if one.part in STRENGTHS)
    if strong or any(one.strengths or one.protects for one in file.findings):
        return
    count = len(worries) + len(needs)
    why = f"{count} {'worries' if count > 1 else 'worry'} and no strength are recorded."
    yield Remark("no_strengths", why, "", day, "columns")


def opinion_as_fact(facts: Facts, _today: date) -> Iterator[Remark]:
    """Give what a practitioner thinks and what stands as seen, where it is marked as no opinion.

    What the family says in its own words is its view, and needs no mark.
    """
    file = facts.file
    for one in file.statements:
        professional = bool(one.owner_name or one.owner_agency_id) and not one.owner_id
        if one.basis == "opinion" or one.verbatim or not (professional or one.basis == "seen"):
            continue
        if found := opinion_in(one.text):
            who = whose(file, one)
            as_what = "as a fact" if one.basis == "seen" else "without the mark of an opinion"
            why = f"“{found}” is an opinion; what {who} says stands {as_what}."
            yield Remark("opinion_as_fact", why, who, said_on(file, one), section_of(one), one.id)


def worry_unanswered(facts: Facts, today: date) -> Iterator[Remark]:
    """Give the worries that no outcome answers, without a word why: one remark for a family.

    An outcome answers the worry it names, and those it speaks of in the same words.
    """
    file, day = facts.file, agreed_on(facts)
    if day is None or day >= today or not (file.outcomes or file.case.plan_dated):
        return
    open_worries = [one for one in file.statements if _is_worry(file, one, day)]
    left = [one for one in open_worries if not _answered(file, one)]
    if not left:
        return
    owners = [whose(file, one) for one in left]
    count = f"{len(left)} worries have" if len(left) > 1 else "A worry has"
    who = ", ".join(dict.fromkeys(owners))
    why = (
        f"{count} no outcome and no reason why not, said by {who}; "
        f"the plan was agreed on {show_short(day, today)}."
    )
    person = owners[0] if len(set(owners)) == 1 else ""
    yield Remark("worry_without_outcome", why, person, day, section_of(left[0]), left[0].id)


def _is_worry(file: CaseFile, one: Statement, agreed: date) -> bool:
    """A worry known when the plan was agreed, of which nobody says why it may rest."""
    said = said_on(file, one)
    if one.part not in WORRIES or not one.text or (said and said > agreed):
        return False
    weighed = any(held.harm_view for held in file.restrictions if held.record_id == one.id)
    if any(held.record_id == one.id for held in unweighed(file)) or one.weigh_harm:
        return False  # whether it is a risk of harm comes first, and is said apart
    return not (one.remark or one.harm_view or weighed or one.basis == "opinion")


def _answered(file: CaseFile, worry: Statement) -> bool:
    if any(one.worry_id == worry.id for one in file.outcomes):
        return True
    names = family_names(file)
    # A worry in nothing but common words is compared by these.
    apart: Collection[str] = names | ORDINARY
    spoken = _stems([worry.text], apart)
    if not spoken:
        apart = names
        spoken = _stems([worry.text], apart)
    for outcome in file.outcomes:
        actions = [one.what for one in file.actions if one.outcome_id == outcome.id]
        texts = (outcome.title, outcome.measure, outcome.starting, outcome.analysis, *actions)
        if spoken & _stems(texts, apart):
            return True
    return False


def _stems(texts: Iterable[str], apart: Collection[str]) -> set[str]:
    words = (word for text in texts for word in _WORD.findall(text.casefold()))
    return {word.rstrip("s")[:STEM] for word in words if word not in apart}
