"""Handing a plan to the central log: what may go, the files, and the record that it went.

Consent to *store* covers the log; *share* governs other practitioners. Source: Newcastle 8, 11.1.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.procedures.loading import from_text
from data.records.closing import Logging
from data.trace import Tracer
from ehtui.changes import ChangeSet
from ehtui.documents.document import Bullets, Heading
from ehtui.documents.docx import as_docx
from ehtui.documents.plan import own_plan
from ehtui.documents.seen import as_seen_by
from ehtui.exports.files import take_back, write_new
from ehtui.exports.plan_log import Consent, LeftOut, log_document, not_in_plan
from ehtui.opening import open_case
from ehtui.process.consent.allowed import may_share, may_start, may_store
from ehtui.process.sharing.may_go import may_go
from ehtui.process.sharing.may_see import left_out
from ehtui.process.sharing.recipients import Recipient
from ehtui.saving import save

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from data.store.store import Store
    from ehtui.opening import OpenCase

NO_CONSENT = "not for the log, by the family's consent or for somebody's safety"
"""Why something is left out, as the log may know it: whose wish it was stays with the family."""


class NotLogged(Exception):
    """The plan may not go to the log; ``str()`` of it says why."""


def to_log(store: Store) -> list[str]:
    """Return the keys of the open cases whose plan is finished and not logged yet."""
    rows = store.reading().execute(
        """SELECT id FROM cases JOIN summaries ON case_id = id
        WHERE is_open = 1 AND plan_dated IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM loggings WHERE case_id = cases.id AND what = 'plan' AND "on" IS NOT NULL
        ) ORDER BY cases.reference"""
    )
    return [row[0] for row in rows]


def why_none(store: Store) -> str:
    """Return in a sentence why there is no plan to log."""
    rows = store.reading().execute(
        """SELECT max(plan_dated) AS finished, text FROM cases
        JOIN summaries ON case_id = cases.id
        JOIN procedure_texts ON procedure_texts.id = procedure_text_id
        WHERE is_open = 1 GROUP BY procedure_text_id"""
    )
    open_cases = rows.fetchall()
    finished = [one["finished"] for one in open_cases if from_text(one["text"]).words.central_log]
    if open_cases and not finished:
        return "The procedure names no central log: there is nowhere to hand a plan to."
    if any(finished):
        return "Every finished plan was logged already. Name one to log it again."
    return "No open family's plan is finished yet: none has its date."


def log_plan(store: Store, case_id: str, folder: Path, *, by: str, today: date) -> list[Path]:
    """Write a plan for the central log, as JSON and as Word, and record that it was logged.

    Returns the files. Raises NotLogged, or StoreError; nothing is written or recorded then.
    """
    if store.read_only_why is not None:
        raise store.read_only_why
    case = open_case(store.reading(), case_id)
    log = Recipient.central_log(case.wording.filled("the {central_log}"))
    _refuse(case, log)
    seen = _marked(case, as_seen_by(case, log))
    kept_back = _kept_back(case, log)
    gone = [LeftOut(f"{number} × {what}", NO_CONSENT) for (what, _), number in kept_back.items()]
    listed = (*gone, *not_in_plan(case))
    file = case.file
    consent = Consent(bool(may_start(file)), bool(may_store(file)), bool(may_share(file)))
    document = log_document(seen, consent, today, listed)
    plan = own_plan(seen)
    points = tuple(f"{one.what}: {one.why}" for one in listed)
    if points:
        plan.add(Heading("Left out, and why"), Bullets(points))
    name = f"{case.file.case.reference}-plan"
    made = datetime(today.year, today.month, today.day, tzinfo=UTC)
    files = write_new(folder, {f"{name}.json": document, f"{name}.docx": as_docx(plan, made)})
    try:
        _record(store, case, document, kept_back, by=by, today=today)
    except BaseException:
        take_back(files)
        raise
    return files


def _refuse(case: OpenCase, log: Recipient) -> None:
    """Raise NotLogged where nothing may go, or there is nothing to log."""
    if not case.procedure.words.central_log:
        raise NotLogged("the procedure names no central log.")
    if case.file.case.plan_dated is None:
        raise NotLogged(case.wording.filled("the {plan} is not finished: it has no date yet."))
    if not may_go(case.file, log):
        raise NotLogged("the consent to store does not cover the central log.")


def _marked(case: OpenCase, seen: OpenCase) -> OpenCase:
    """Return what the log sees, with the marks of what it must not show to somebody else."""
    there = {row.id for row in seen.file.rows()}
    marks = [one for one in case.file.restrictions if one.record_id in there and not one.lifted]
    return replace(seen, file=replace(seen.file, restrictions=marks))


def _kept_back(case: OpenCase, log: Recipient) -> Counter[tuple[str, str]]:
    """Return how many records of which kind the log does not get and why: for the writer alone."""
    return Counter(
        (case.wording.filled(type(row).one_row), why) for row, why in left_out(case.file, log)
    )


def _record(
    store: Store,
    case: OpenCase,
    document: bytes,
    kept_back: Counter[tuple[str, str]],
    *,
    by: str,
    today: date,
) -> None:
    digest = hashlib.sha256(document).hexdigest()
    changes = ChangeSet(case.file.case.id)
    logging = changes.new(
        Logging,
        what="plan",
        on=today,
        how="export",
        left_out="\n".join(f"{n} × {what}: {why}" for (what, why), n in kept_back.items()),
        digest=digest,
    )
    save(store, changes, by=by, today=today).result()
    store.write(
        lambda connection: Tracer(connection, store.device_id, by).event(
            "export", "loggings", logging.record_id, {"what": "plan", "sha256": digest}
        )
    ).result()
