"""`ehtui audit`: what somebody who audits the cases would ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehtui.cli.errors import Exit
from ehtui.cli.options import File, Json, PassphraseFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.store.driver import Connection
    from ehtui.process.auditing.remark import Remark

    Found = tuple[str, str, Remark]
    """A case's reference, its family's name, and one remark about it."""


def audit(
    reference: Annotated[
        str | None, typer.Argument(metavar="[REF]", help="One family; without it, all of them.")
    ] = None,
    file: File = None,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> int:
    """List what an auditor would say, with the reason. Like `due`, it ends with 0 either way."""
    from ehtui.cli.cases import case_id, every_case
    from ehtui.cli.opening import open_store
    from ehtui.cli.printing import print_json
    from ehtui.today import today

    day = today()
    with open_store(file, passphrase_file) as store:
        reading = store.reading()
        keys = [case_id(reading, reference)] if reference else every_case(reading)
        found = [one for key in keys for one in _audited(reading, key, day)]
    if as_json:
        print_json([as_facts(case, remark) for case, _, remark in found])
        return Exit.DONE
    for line in as_lines(found):
        print(line)
    if not found:
        print("An auditor would find nothing to ask about.")
    return Exit.DONE


def as_facts(case: str, remark: Remark) -> dict[str, object]:
    """Return one remark as other programs read it."""
    return {
        "case": case,
        "what": remark.what,
        "why": remark.why,
        "person": remark.person,
        "since": remark.since.isoformat() if remark.since else None,
    }


def as_lines(found: list[Found]) -> Iterator[str]:
    """Give the remarks as people read them: the family once, then each sentence and since when."""
    from ehtui.dates import show_date

    before = ""
    for case, family, remark in found:
        if case != before:
            yield f"{case}  {family}".rstrip()
        before = case
        since = f" (since {show_date(remark.since)})" if remark.since else ""
        yield f"    {remark.why}{since}"


def _audited(reading: Connection, key: str, day: date) -> Iterator[Found]:
    from ehtui.opening import open_case
    from ehtui.process.auditing.rules import audit as audited

    case = open_case(reading, key)
    for remark in audited(case.file, case.procedure, day):
        yield case.file.case.reference, case.file.case.family_name, remark
