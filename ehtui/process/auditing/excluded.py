"""A service that the family left out, and that was invited, sent to or listed all the same.

Consent is read as it stood on the day: a service left out later was rightly there before.
Source: Newcastle 8, 10.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.codes.lists import words
from ehtui.dates import show_short
from ehtui.process.auditing.naming import is_named
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.safeguarding import because_of_harm
from ehtui.process.auditing.times import as_of
from ehtui.process.sharing.may_go import ruled_out
from ehtui.process.sharing.recipients import same_service, service_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.meetings import Copy, Member
    from data.records.people import Agency
    from ehtui.process.facts import Facts


def invited(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each meeting that a service was invited to although the family had left it out."""
    file = facts.file
    meetings = {one.id: one for one in file.meetings}
    for agency in _named_out(file):
        served = {one.id for one in _served(file, agency)}
        for one in file.attendances:
            meeting = meetings.get(one.meeting_id or "")
            day = one.invited or (meeting.on if meeting else None)
            comes = one.member_id in served or (not one.member_id and is_named(agency, one.name))
            if meeting is None or not comes or because_of_harm(file, agency, day or today):
                continue
            if ruled_out(as_of(file, day or today), agency):
                why = f"{agency.name} was invited to {facts.called(meeting)}. {_no(agency)}"
                yield Remark("excluded_invited", why, "", day, "meetings", meeting.id)


def sent_to(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each copy, and each decision to share, that went to a service left out."""
    file = facts.file
    for agency in _named_out(file):
        for one in file.copies:
            if one.sent is None or not _is_for(file, one, agency):
                continue
            if because_of_harm(file, agency, one.sent):
                continue
            if ruled_out(as_of(file, one.sent), agency):
                what = words("copy_kind", one.what).lower()
                on = show_short(one.sent, today)
                why = f"A copy ({what}) went to {agency.name} on {on}. {_no(agency)}"
                yield Remark("excluded_sent", why, "", one.sent, "team", one.id)
        for decision in file.sharing_decisions:
            if not (decision.share and decision.basis in ("", "consent")):
                continue
            if same_service(file, agency, decision.agency_id) and ruled_out(
                as_of(file, decision.on or today), agency
            ):
                why = f"It was decided to share with {agency.name} as agreed to. {_no(agency)}"
                yield Remark("excluded_sent", why, "", decision.on, "decisions", decision.id)


def listed(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each service left out that stands in the team, or has a copy waiting for it."""
    file = facts.file
    for agency in _named_out(file):
        members = [one for one in _served(file, agency) if one.until is None or one.until > today]
        waiting = [
            one
            for one in file.copies
            if one.sent is None and not one.not_sent_why and _is_for(file, one, agency)
        ]
        if not (members or waiting) or because_of_harm(file, agency, today):
            continue
        if not ruled_out(file, agency):
            continue
        for member in members[:1]:
            gets = "is not to get copies" if member.gets_copies is False else "would get copies"
            who = file.name(member.id)
            of = f"{who} of {agency.name}" if who and who != agency.name else agency.name
            why = f"{of} is in the team and {gets}. {_no(agency)}"
            yield Remark("excluded_listed", why, "", member.since, "team", member.id)
        if waiting and not members:
            why = f"A copy lies ready for {agency.name}. {_no(agency)}"
            yield Remark("excluded_listed", why, "", waiting[0].made, "team", waiting[0].id)


def _named_out(file: CaseFile) -> Iterator[Agency]:
    """Give each service that some entry leaves out, once, although it be written down twice.

    Whether it counts is asked of the few that were invited, sent to or listed: asking takes longer
    than all the other rules.
    """
    out = {one.agency_id for one in file.consent_scopes if one.included is False}
    named = {service_key(one) for one in file.agencies if one.id in out} if out else set()
    for agency in file.agencies if named else ():
        if (key := service_key(agency)) in named:
            named.remove(key)
            yield agency


def _served(file: CaseFile, agency: Agency) -> list[Member]:
    """The members of the team who come from a service, linked to it or only named after it."""
    return [
        one
        for one in file.members
        if same_service(file, agency, one.agency_id)
        or (not (one.agency_id or one.person_id) and is_named(agency, f"{one.name} {one.role}"))
    ]


def _is_for(file: CaseFile, copy: Copy, agency: Agency) -> bool:
    member = file.member(copy.member_id)
    key = copy.agency_id or (member.agency_id if member else None)
    if key:
        return same_service(file, agency, key)
    return is_named(agency, copy.to)


def _no(agency: Agency) -> str:
    return f"The consent leaves {agency.name} out."
