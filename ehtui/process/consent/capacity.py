"""Whose word counts, and for whom. Source: Newcastle 8.2, 8.3.

What the case says of relationships decides, for each child apart: the same asking may count for
one child and not for another. Each entry stands as of the day on which somebody was asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.dates import age_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from data.casefile import CaseFile
    from data.records.consent import Consent
    from data.records.people import Person, Relationship

PRESUMED_ABLE = 16
"""From this birthday on somebody is presumed able to decide (S7)."""
OF_AGE = 18
"""From this birthday on nobody holds parental responsibility for them."""
MOTHERS = ("mother", "mother_of_unborn")


def decides_for(file: CaseFile, consent: Consent, person: Person) -> bool:
    """Whether what was said in an entry counts for one person of the family."""
    return (
        consent.capacity != "none"
        and consent.about_id in (None, person.id)
        and not _unable(file, consent)
        and _entitled(file, consent, person)
    )


def has_capacity(file: CaseFile, consent: Consent) -> bool:
    """Whether an entry counts for anybody it is about."""
    return any(decides_for(file, consent, person) for person in _meant(file, consent))


def said_yes_on(file: CaseFile) -> date | None:
    """Return the first day on which somebody who can decide it said yes to starting."""
    yes = [one.on for one in file.consents if one.start == "yes" and has_capacity(file, one)]
    return min((day for day in yes if day), default=None)


def capacity_gaps(file: CaseFile, consent: Consent) -> list[str]:
    """Return in plain words what is missing for an entry to count, or puts it in doubt.

    A doubt alone takes nothing away: from 16 somebody is able until found not to be (S7).
    """
    if consent.capacity == "none":
        return []
    asked = file.person(consent.by_id)
    if asked is None:
        return ["Who was asked is not recorded."]
    gaps = _unable(file, consent) or _doubts(consent, asked)
    meant = _meant(file, consent)
    without = [person for person in meant if not _entitled(file, consent, person)]
    for person in without:
        ties = _ties(file, asked, person)
        if not person.is_unborn and any(one.parental_responsibility is None for one in ties):
            gaps.append(
                f"Whether {asked.called} holds parental responsibility for {person.called} "
                "is not recorded."
            )
        elif len(without) == len(meant):
            gaps.append(_no_say(asked, person))
    return gaps


def age_when_asked(consent: Consent, person: Person) -> int | None:
    """Return somebody's age in years on the day of the asking, None where a date is missing."""
    return age_on(person.born, consent.on) if person.born and consent.on else None


def is_of_age(person: Person, day: date | None) -> bool:
    """Whether somebody was of age on a day; not where either date is missing."""
    return bool(person.born and day and age_on(person.born, day) >= OF_AGE)


def _entitled(file: CaseFile, consent: Consent, person: Person) -> bool:
    """Whether whoever was asked has a say about the person, being able to decide at all."""
    if consent.by_id == person.id:
        return not person.is_unborn
    asked = file.person(consent.by_id)
    if asked is None or not person.is_child or is_of_age(person, consent.on):
        return False
    ties = _ties(file, asked, person)
    if person.is_unborn:
        # Nobody holds parental responsibility before the birth: it is the mother's to say.
        return any(one.kind in MOTHERS for one in ties)
    return any(one.parental_responsibility or one.primary_carer for one in ties)


def _unable(file: CaseFile, consent: Consent) -> list[str]:
    """Why whoever was asked can't decide this: a child's Gillick points, or a conclusion."""
    asked = file.person(consent.by_id)
    if asked is None:
        return ["Who was asked is not recorded."]
    if consent.has_capacity is False:
        return [f"{asked.called} was found not able to decide this."]
    age = age_when_asked(consent, asked)
    if age is None and not asked.is_child:
        return []
    if age is None and consent.capacity == "young_person":
        return []
    return _gillick_gaps(consent, asked) if age is None or age < PRESUMED_ABLE else []


def _gillick_gaps(consent: Consent, child: Person) -> list[str]:
    name = child.called
    points: Sequence[tuple[object, str]] = (
        (consent.understood_how, f"How {name} showed understanding is not recorded."),
        (consent.understands_who_sees, f"That {name} knows who would see it is not recorded."),
        (consent.understands_can_refuse, f"That {name} knows they can say no is not recorded."),
        (consent.pressure, f"Whether anybody pressed {name} is not recorded."),
        (consent.has_capacity, f"Your conclusion whether {name} can decide is not recorded."),
    )
    return [gap for recorded, gap in points if not recorded]


def _doubts(consent: Consent, asked: Person) -> list[str]:
    """A no to one of the Mental Capacity Act's four questions, without a conclusion."""
    answers = (
        *(consent.mca_understands, consent.mca_retains),
        *(consent.mca_weighs, consent.mca_communicates),
    )
    if consent.has_capacity is None and False in answers:
        return [f"{asked.called} may not be able to decide this: record your conclusion."]
    return []


def _ties(file: CaseFile, asked: Person, child: Person) -> list[Relationship]:
    return [
        one for one in file.relationships if one.person_id == asked.id and one.child_id == child.id
    ]


def _meant(file: CaseFile, consent: Consent) -> list[Person]:
    """The person an entry is about; the children and whoever spoke, where it is the family."""
    if consent.about_id:
        return [one for one in file.people if one.id == consent.about_id]
    asked = file.person(consent.by_id)
    if asked and asked.is_child:
        return [asked]
    return file.children


def _no_say(asked: Person, child: Person) -> str:
    if child.is_unborn:
        return f"Only the mother decides for {child.called} before the birth."
    return (
        f"{asked.called} neither holds parental responsibility for {child.called} "
        "nor is their main carer."
    )
