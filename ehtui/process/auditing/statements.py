"""What was said, as an auditor weighs it: strengths beside worries, and opinion marked as such.

Source: Newcastle 10.1, 10.2; Doncaster p. 11.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehtui.dates import show_short
from ehtui.process.auditing.held_back import said_on, section
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import agreed_on, finished_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.assessment import Statement
    from ehtui.process.facts import Facts

STRENGTHS = ("strengths", "house_good")
WORRIES = ("worries", "house_worries")
OPINION = re.compile(
    r"\b(seems?|seemed|seemingly|appears? to|appeared to|i (?:think|feel|believe|suspect|guess)"
    r"|probably|presumably|obviously|no doubt|in my (?:view|opinion)|lazy|manipulat\w+"
    r"|attention[- ]seeking|does(?:n['’]t| not) care|do(?:n['’]t| not) care|chaotic"
    r"|dysfunctional|neglectful|uncooperative|unmotivated|not bothered"
    r"|(?:bad|poor) (?:mother|father|parents?|parenting)|overprotective|in denial)\b",
    re.IGNORECASE,
)
"""Words that say what somebody thinks rather than what was seen or said."""
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_WORD = re.compile(r"[^\W\d_]{4,}")
ORDINARY = frozenset(
    "a b o u t   a f t e r   a g a i n   a l w a y s   b e c a u s e   b e e n   b e f o r e "
    "b e i n g   b o t h   c o u l d   d i d n   d o e s   d o e s n   d o i n g   d o w n "
    "e a c h   e v e n   e v e r   e v e r y   e v e r y b o d y   e v e r y t h i n g   f a "
    "m i l y   f r o m   g e t s   g e t t i n g   g o e s   g o i n g   g o o d   h a v e "
    "h a v i n g   h e l p   h e r e   h o m e   i s n   j u s t   k n o w   l e s s   l i k "
    "e   l i t t l e   l o n g   m a k e   m o r e   m u c h   n e e d   n e v e r   n o b o "
    "d y   n o t h i n g   o f t e n   o n l y   o t h e r   o v e r   r e a l l y   s a i d "
    "s a y s   s c h o o l   s i n c e   s o m e   s o m e t h i n g   s o m e t i m e s   s "
    "t i l l   s u c h   t h a n   t h a t   t h e i r   t h e m   t h e n   t h e r e   t h "
    "e y   t h i n g   t h i n g s   t h i n k   t h i s   t i m e   t i m e s   v e r y   w "
    "a n t   w a n t s   w e e k   w e e k s   w e l l   w e r e   w h a t   w h e n   w h e "
    "r e   w h i c h   w h i l e   w i l l   w i t h   w i t h o u t   w o u l d   y e a r "
    "y e a r s   y o u r".split()
)
"""Words too common to say that two texts are about the same thing."""
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
        if found := OPINION.search(_QUOTED.sub("", one.text)):
            whose = one.owner_name or file.name(one.owner_id or one.owner_agency_id, "somebody")
            as_what = "as a fact" if one.basis == "seen" else "without the mark of an opinion"
            why = f"“{found[0]}” is an opinion; what {whose} says stands {as_what}."
            yield Remark("opinion_as_fact", why, whose, said_on(file, one), section(one), one.id)


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
    owners = [one.owner_name or file.name(one.owner_id, "somebody") for one in left]
    count = f"{len(left)} worries have" if len(left) > 1 else "A worry has"
    who = ", ".join(dict.fromkeys(owners))
    why = (
        f"{count} no outcome and no reason why not, said by {who}; "
        f"the plan was agreed on {show_short(day, today)}."
    )
    person = owners[0] if len(set(owners)) == 1 else ""
    yield Remark("worry_without_outcome", why, person, day, section(left[0]), left[0].id)


def _is_worry(file: CaseFile, one: Statement, agreed: date) -> bool:
    """A worry known when the plan was agreed, of which nobody says why it may rest."""
    said = said_on(file, one)
    if one.part not in WORRIES or not one.text or (said and said > agreed):
        return False
    weighed = any(held.harm_view for held in file.restrictions if held.record_id == one.id)
    return not (one.remark or one.harm_view or weighed or one.basis == "opinion")


def _answered(file: CaseFile, worry: Statement) -> bool:
    if any(one.worry_id == worry.id for one in file.outcomes):
        return True
    spoken = _stems([worry.text])
    for outcome in file.outcomes:
        actions = [one.what for one in file.actions if one.outcome_id == outcome.id]
        texts = (outcome.title, outcome.measure, outcome.starting, outcome.analysis, *actions)
        if spoken & _stems(texts):
            return True
    return False


def _stems(texts: Iterable[str]) -> set[str]:
    words = (word for text in texts for word in _WORD.findall(text.casefold()))
    return {word.rstrip("s")[:STEM] for word in words if word not in ORDINARY}
