"""What the area wants at this level and is not there: tools, sections, a lead.

Source: Doncaster p. 13, 15; Derby 8; Hull 3.3; Newcastle 6.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ehtui.dates import show_short
from ehtui.process.assessment.headings import VIEWS, says_something
from ehtui.process.assessment.tools import missing_tools
from ehtui.process.auditing.remark import Remark
from ehtui.process.auditing.times import finished_by
from ehtui.process.course.levels import compulsory_at, level_now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from data.procedures.model import Section
    from ehtui.process.facts import Facts

JUST_NAMED = timedelta(weeks=1)
AFTER_A_CHANGE = timedelta(weeks=2)
"""How long a new level has for what it asks, and was not asked before."""


def tools_missing(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each tool always used at this level that was neither used nor left out with a reason."""
    file, day, level = facts.file, _asked_from(facts), level_now(facts.file)
    if day is None or day >= today or not any(not one.is_unborn for one in file.children):
        return
    if file.case.stands_in:
        return
    for tool in missing_tools(file, facts.procedure):
        title = facts.filled(tool.title)
        why = f"{title} is always used{_at(facts, level)}; no use of it is recorded, and no reason."
        yield Remark("tool_missing", why, "", day, "assessment", tool.key)


def sections_missing(facts: Facts, today: date) -> Iterator[Remark]:
    """Give each section of the assessment left empty: one that must be there, or beside others.

    What is not known and why may stand under any heading.
    """
    file, day, level = facts.file, _asked_from(facts), level_now(facts.file)
    if day is None or day >= today or file.case.stands_in:
        return
    written = {one.section for one in file.findings if says_something(one)}
    comments = file.case.family_comments or any(
        one.text for one in file.statements if one.tool == "comments"
    )
    if comments:
        written.add(VIEWS)
    if any(one.not_known for one in file.findings):
        written.add("not_assessed")
    begun = any(_is_heading(facts, one.section) for one in file.findings)
    for section in facts.procedure.sections:
        if section.key in written or (section.levels and level not in section.levels):
            continue
        must = compulsory_at(facts.procedure, level, section.key) is not None
        wanted = must if section.key == VIEWS else begun and (must or bool(section.items))
        if wanted:
            yield _empty(facts, section, day, level)


def not_assessed_why(facts: Facts, today: date) -> Iterator[Remark]:
    """Give what could not be assessed without a word why, where the area asks. Source: Derby 8."""
    if facts.asks_for("not_assessed") is None:
        return
    for one in facts.file.findings:
        if one.not_known and not one.not_known_why and (one.on is None or one.on <= today):
            about = facts.file.name(one.about_id)
            why = f"Something is not known{f' of {about}' if about else ''}, and not why."
            yield Remark("not_assessed_without_reason", why, about, one.on, "assessment", one.id)


def no_lead(facts: Facts, today: date) -> Iterator[Remark]:
    """Give a plan that nobody leads, or whose lead the family was not asked about.

    Source: Newcastle 6; Hull 4 (lead and family agree who leads).
    """
    started = facts.file.case.plan_started
    if started is None or started >= today:
        return
    lead = facts.file.lead
    if not any(one.name for one in facts.file.leads) and facts.asks_for("lead"):
        why = f"The plan was started on {show_short(started, today)}, and nobody is named as lead."
        yield Remark("no_lead", why, "", started, "team")
    elif not any(one.name and (one.until or today) >= today for one in facts.file.leads):
        last = max(one.until for one in facts.file.leads if one.until)
        why = f"{facts.lead} led until {show_short(last, today)}; nobody is named as lead since."
        yield Remark("no_lead", why, "", last, "team")
    if lead is None or (lead.since and lead.since + JUST_NAMED >= today):
        return
    if lead.family_agrees is None and facts.asks_for("lead_agreed"):
        why = f"That the family agrees to {lead.name or 'the lead'} leading is not recorded."
        yield Remark("lead_not_agreed", why, "", lead.since or started, "handover", lead.id)


def _asked_from(facts: Facts) -> date | None:
    """The day on which what the level asks is to be there: with the plan, or after a change."""
    day = finished_by(facts)
    changes = [one.on for one in facts.file.level_changes if one.on and one.from_level]
    if day and changes and max(changes) > day:
        return max(changes) + AFTER_A_CHANGE
    return day


def _is_heading(facts: Facts, key: str) -> bool:
    return any(one.key == key and one.items and key != VIEWS for one in facts.procedure.sections)


def _empty(facts: Facts, section: Section, day: date, level: str) -> Remark:
    title = facts.filled(section.title)
    why = f"The assessment was to be done by {show_short(day, day)}{_at(facts, level)}; "
    why += f"nothing stands under “{title}”."
    return Remark("section_missing", why, "", day, "assessment", section.key)


def _at(facts: Facts, level: str) -> str:
    title = next((one.title for one in facts.procedure.levels if one.key == level), "")
    return f" at {facts.filled(title)}" if title else ""
