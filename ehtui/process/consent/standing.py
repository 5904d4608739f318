"""What consent allows now, in the few sentences that stand on top of the consent screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from data.codes.lists import codes
from ehtui.process.consent.allowed import DOING, allows, conflicts, stopped
from ehtui.process.consent.ledger import PARTS, Part, family_voices
from ehtui.process.sharing.may_go import EVERYTHING, may_go, ruled_out
from ehtui.process.sharing.recipients import Recipient
from ehtui.process.sharing.restrictions import standing_restrictions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.casefile import CaseFile
    from data.records.people import Agency
    from ehtui.process.verdict import Verdict
    from ehtui.wording import Wording


def standing(file: CaseFile, wording: Wording) -> list[str]:
    """Return what may be done now, what may not, and what is held back: a sentence each."""
    halt = stopped(file)
    if halt:
        return [halt.why, *_held_back(file)]
    verdicts = {part: allows(file, part) for part in PARTS}
    return [
        _allowed(file, wording, verdicts),
        *_not_yet(file, verdicts),
        *_ruled_out(file),
        *_apart(file),
        *conflicts(file),
        *_held_back(file),
    ]


def _allowed(file: CaseFile, wording: Wording, verdicts: dict[Part, Verdict]) -> str:
    may: list[str] = [part for part in PARTS[:2] if verdicts[part]]
    shared = _shared_with(file) if verdicts["start"] and verdicts["share"] else ""
    done = [*may, f"share {shared}"] if shared else may
    if not done:
        return wording.filled("You may not start the {plan} yet; your own notes never wait.")
    return f"You may {_listed(done)}."


def _not_yet(file: CaseFile, verdicts: dict[Part, Verdict]) -> Iterator[str]:
    """Why each part may not be done; where nobody spoke of several, once for all of these."""
    unsaid = [part for part in PARTS if not family_voices(file, part)]
    if unsaid:
        doing = _listed([DOING[part] for part in unsaid], "or")
        yield f"Nobody with a say for the family has said yes to {doing}."
    yield from (one.why for part, one in verdicts.items() if not one and part not in unsaid)


def _shared_with(file: CaseFile) -> str:
    """Every service that gets all of it, then those that get a part, with the part."""
    named = {_called(one): Recipient.agency(one) for one in file.agencies}
    whole = [name for name, one in named.items() if may_go(file, one)]
    part = [
        f"with {name}: {_listed(what)} only"
        for name, one in named.items()
        if name not in whole and (what := _subjects(file, one))
    ]
    return "; ".join([f"with {_listed(whole)}", *part] if whole else part)


def _called(agency: Agency) -> str:
    return Recipient.agency(agency).name


def _subjects(file: CaseFile, recipient: Recipient) -> list[str]:
    return [
        one.words.lower()
        for one in codes("subject")
        if one.code != EVERYTHING and may_go(file, recipient, subject=one.code)
    ]


def _ruled_out(file: CaseFile) -> Iterator[str]:
    out = [_called(one) for one in file.agencies if ruled_out(file, one)]
    if out:
        yield f"Not: {', '.join(dict.fromkeys(out))}."


def _apart(file: CaseFile) -> Iterator[str]:
    """What one child's consent allows less of than the family's."""
    for child in file.children:
        for part in PARTS:
            verdict = allows(file, part, child.id)
            if allows(file, part) and not verdict:
                yield verdict.why


def _held_back(file: CaseFile) -> Iterator[str]:
    kept = Counter(
        file.name(one.from_person_id or one.from_agency_id, "everybody")
        for one in standing_restrictions(file)
    )
    statements = {one.id for one in file.statements}
    all_said = all(one.record_id in statements for one in standing_restrictions(file))
    thing = "statement" if all_said else "thing"
    for name, count in kept.items():
        yield f"Held back from {name}: {count} {thing}{'s' if count > 1 else ''}."


def _listed(words: Sequence[str], before_last: str = "and") -> str:
    """Return words in a row: "start, store and share"."""
    return f" {before_last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
