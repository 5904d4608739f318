"""What went to a service without anybody deciding that it may.

Source: Derby 6; Newcastle 8, 10.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.codes.lists import codes, words
from ehtui.dates import show_short
from ehtui.process.auditing.naming import (
    EVERYBODY,
    FAMILY,
    family_names,
    is_named,
    own_service,
    single_words,
)
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.safeguarding import because_of_harm
from ehtui.process.auditing.times import as_of
from ehtui.process.consent.allowed import may_start
from ehtui.process.sharing.may_go import may_go, ruled_out
from ehtui.process.sharing.recipients import Recipient, same_service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.casefile import CaseFile
    from data.records.meetings import Copy
    from data.records.people import Agency
    from ehtui.process.facts import Facts

SHARES = ("plan", "minutes", "letter")
"""The copies that tell a service something; the closing review after a withdrawal is a duty."""
ASIDE: Final = "outsider"
TITLES: Final = frozenset(
    "mr mrs ms miss dr rev cllr prof sir the a an my our of for and to".split()
)
USUAL: Final = FAMILY | EVERYBODY | {"manager", "supervisor", "team", "file", "record", "records"}
"""Whom no name needs to say: the family, everybody, one's own agency."""


def without_decision(facts: Facts, _today: date) -> Iterator[Remark]:
    """Give each service something went to without a recorded decision, where one is needed.

    The area may want every decision written down; elsewhere consent is the decision, and only what
    no consent covers needs one. What a service was left out of is said apart.
    """
    file = facts.file
    always = facts.asks_for("sharing_decision") is not None
    if not (always or may_start(file)):
        return  # that nobody with a say agreed is said once, not once a service
    given: set[str] = set()
    for copy in sorted(file.copies, key=lambda one: (str(one.sent or ""), one.id)):
        agency = _service(file, copy)
        if copy.sent is None or agency is None or agency.id in given or copy.what not in SHARES:
            continue
        then = as_of(file, copy.sent)
        if ruled_out(then, agency) or own_service(facts, agency):
            continue
        if _decided(file, agency, copy.sent) or because_of_harm(file, agency, copy.sent):
            continue
        # A later entry that corrects or renews an older one names the services anew.
        covered = _covered(then, agency) or (len(then.consents) > 0 and _covered(file, agency))
        if covered and not always:
            continue
        given.add(agency.id)
        asked = "" if covered else ", whom no consent covers"
        why = (
            f"A copy ({words('copy_kind', copy.what).lower()}) went to {agency.name}{asked}, on "
            f"{show_short(copy.sent, copy.sent)}; no decision to share is recorded."
        )
        yield Remark("shared_without_decision", why, "", copy.sent, "decisions", copy.id)


def to_a_stranger(facts: Facts, _today: date) -> Iterator[Remark]:
    """Give each copy that went to a name which stands nowhere else in the case.

    Whoever is written down as family, team, service, lead or somebody turned to is no stranger.
    """
    file = facts.file
    known = _known_words(facts)
    for copy in file.copies:
        if copy.sent is None or copy.what not in SHARES or Recipient.copy(file, copy).kind != ASIDE:
            continue
        named = single_words(copy.to) - TITLES
        decided = (one for one in file.sharing_decisions if one.share is not False)
        if not named or named & known or any(named & single_words(d.with_whom) for d in decided):
            continue
        why = (
            f"A copy ({words('copy_kind', copy.what).lower()}) went to {copy.to}, who stands "
            f"nowhere else in the case, on {show_short(copy.sent, copy.sent)}; no decision to "
            "share is recorded."
        )
        yield Remark("shared_without_decision", why, "", copy.sent, "decisions", copy.id)


def _known_words(facts: Facts) -> set[str]:
    """The words of all names that stand in the case, and of the teams that the area names."""
    file, called = facts.file, facts.procedure.words
    lines = [f"{one.in_family} {one.other_names} {one.gp}" for one in file.people]
    lines += [f"{one.name} {one.role}" for one in file.members]
    lines += [f"{one.name} {one.worker} {one.role} {one.kind}" for one in file.agencies]
    lines += [f"{one.name} {one.agency} {one.shared_with}" for one in file.leads]
    lines += [one.name for one in file.attendances]
    lines += [one.to for one in file.requests] + [one.to for one in file.notices]
    lines += [f"{one.rung} {one.spoke_to}" for one in file.harm_contacts]
    lines += [f"{one.to_name} {one.to_agency} {one.new_area}" for one in file.handovers]
    lines += [one.with_whom for one in file.supervisions]
    lines += [called.eht, called.front_door, called.social_care, called.taf, called.lead]
    return single_words(*(line.replace("_", " ") for line in lines)) | family_names(file) | USUAL


def _service(file: CaseFile, copy: Copy) -> Agency | None:
    to = Recipient.copy(file, copy)
    return file.agency(to.id) if to.kind == "agency" else None


def _covered(file: CaseFile, agency: Agency) -> bool:
    """Whether consent lets anything at all go to a service."""
    recipient = Recipient.agency(agency)
    return any(may_go(file, recipient, subject=one.code) for one in codes("subject"))


def _decided(file: CaseFile, agency: Agency, day: date) -> bool:
    return any(
        one.share is not False
        and (one.on is None or one.on <= day)
        and (same_service(file, agency, one.agency_id) or is_named(agency, one.with_whom))
        for one in file.sharing_decisions
    )
