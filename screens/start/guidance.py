"""What the procedure says beside each form of the start: whom to ask, what to tell and weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.procedures.starting import StartRoute
from ehtui.dates import show_date
from ehtui.process.consent.allowed import may_start
from ehtui.process.course.asking import serving
from ehtui.process.course.starting import read_answers, where_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.procedures.model import Procedure
    from data.procedures.starting import Contact
    from ehtui.opening import OpenCase


def case_help(opened: OpenCase, route: str, level: str) -> Iterator[str]:
    """Give what the way in and the level ask for, and whether a plan may be started yet."""
    for way in opened.procedure.routes:
        if way.key == route:
            yield opened.wording.filled(way.meaning)
            yield from _points(opened, way.asks)
    for one in opened.procedure.levels:
        if one.key == level:
            yield opened.wording.filled(one.meaning)
            yield from _points(opened, one.asks)
    if not may_start(opened.file):
        yield opened.wording.filled(
            "Nobody's consent to start is recorded yet (F2, c). Until it is, this page, who is "
            "who and your own notes are open; no {plan} begins."
        )


def decision_help(opened: OpenCase, answers: str, decision: str) -> Iterator[str]:
    """Give where the answers lead, while something else is decided."""
    place = where_to(opened.procedure, read_answers(answers))
    if isinstance(place, StartRoute) and decision not in ("", place.key):
        yield f"The answers above lead to “{opened.wording.filled(place.title)}”. Say why not that."


def check_help(opened: OpenCase) -> Iterator[str]:
    """Give what to tell whoever is asked: each child's name and date of birth, to be read out."""
    for check in opened.procedure.checks:
        filled = opened.wording.filled
        yield f"Ask {filled(check.asks)}{_reached(opened)}. Give them {' and '.join(check.gives)}:"
        for child in opened.file.children:
            if child.is_unborn:
                born = f"unborn, expected {show_date(child.expected) if child.expected else '?'}"
            elif child.born:
                born = f"born {show_date(child.born)}"
            else:
                born = "date of birth not recorded: F2, p"
            yield f"  {child.full_name}, {born}"
        yield from _localities(opened, check.key)
        yield "Don't know who answers? Ring through their switchboard before you give a name."


def answer_help(opened: OpenCase, answer: str) -> Iterator[str]:
    """Give what follows from the answer to the check."""
    for check in opened.procedure.checks:
        for one in check.answers:
            if one.key == answer:
                yield f"→ {opened.wording.filled(one.do)}"


def lead_help(opened: OpenCase) -> Iterator[str]:
    """Give what to weigh when choosing who leads. Source: Newcastle 9.4."""
    for checklist in opened.procedure.checklists:
        if checklist.key == "lead":
            yield opened.wording.filled(checklist.title)
            yield from _points(opened, (item.title for item in checklist.items))


def notice_help(opened: OpenCase) -> Iterator[str]:
    """Give who has to hear that a plan is started."""
    for duty in opened.procedure.duties:
        if duty.when == "start":
            yield opened.wording.filled(f"{duty.title}: {duty.to}") + _reached(opened)


def refusal_help(opened: OpenCase) -> Iterator[str]:
    """Give what the family should have heard before they answered, and what follows a no."""
    consent = opened.procedure.consent
    if consent is None:
        return
    yield "What they should have heard before they said no (F5 puts all of it in):"
    yield from _points(opened, explained(opened))
    yield from _points(opened, consent.refused)
    if opened.file.refusals:
        yield "They have said no before:"
        yield from _points(opened, consent.refused_again)


def explained(opened: OpenCase) -> list[str]:
    """Return what the procedure wants explained before somebody answers about starting."""
    consent = opened.procedure.consent
    parts = consent.parts if consent else ()
    return [
        opened.wording.filled(one) for part in parts if part.key == "start" for one in part.explain
    ]


def told_at_start(opened: OpenCase) -> tuple[str, str]:
    """Return who has to hear of the start first, and the key of that duty; empty if nobody."""
    for duty in opened.procedure.duties:
        if duty.when == "start":
            return opened.wording.filled(duty.to), duty.key
    return "", ""


def published(procedure: Procedure, contact: Contact) -> str:
    """Return when a contact was published: old until somebody has checked it."""
    day = contact.published or procedure.source.published
    return f"published {day}" if day else "published without a date"


def _reached(opened: OpenCase) -> str:
    for contact in opened.procedure.contacts:
        ways = ", ".join(way for way in (contact.phone, contact.email) if way)
        if contact.title == "{Eht}" and ways:
            return f", {ways} ({published(opened.procedure, contact)})"
    return ""


def _localities(opened: OpenCase, key: str) -> Iterator[str]:
    """Give whom to reach in each locality. Source: Gloucestershire, Support and advice."""
    for contact in serving(opened.procedure, key):
        ways = ", ".join(way for way in (contact.phone, contact.email, contact.hours) if way)
        title = opened.wording.filled(contact.title)
        yield f"  · {contact.area or title}: {ways} ({published(opened.procedure, contact)})"


def _points(opened: OpenCase, templates: Iterable[str]) -> Iterator[str]:
    return (f"  · {opened.wording.filled(one)}" for one in templates)
