"""A family's case in which an auditor finds nothing, and a way to put one thing wrong in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from data.procedures.loading import default_id, load
from ehtui.process.auditing.rules import audit
from tests.ehtui.process.families import Family

TODAY = date(2026, 11, 22)


def day(text: str) -> date:
    """A day as written in these tests."""
    return date.fromisoformat(text)


class Whole(Family):
    """Two children and both their parents, from the first talk to a review, all of it recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.area = default_id()
        self.today = TODAY
        self._people()
        self._consent()
        self._assessment()
        self._plan()
        self._team()
        self._told()

    def row(self, key: str) -> Any:
        """Return the record with this key."""
        found = self.file.find(key)
        assert found is not None, key
        return found

    def put(self, key: str, **values: Any) -> None:
        """Write some fields of a record anew."""
        row = self.row(key)
        for name, value in values.items():
            assert hasattr(row, name), name
            setattr(row, name, value)

    def drop(self, table: str, **values: Any) -> None:
        """Take away the records of a table that have these values."""
        rows = getattr(self.file, table)
        kept = [one for one in rows if any(getattr(one, n) != v for n, v in values.items())]
        assert len(kept) < len(rows), (table, values)
        rows[:] = kept

    def at_level(self, area: str, level: str) -> None:
        """Put the case under another area's procedure, at one of its levels."""
        self.area = area
        self.put("case", level=level, route="")

    def said(self) -> list[tuple[str, str]]:  # type: ignore[override]
        """Return what an auditor would say today: what, and about whom."""
        found = audit(self.file, load(self.area), self.today)
        return [(one.what, one.person) for one in found]

    def _people(self) -> None:
        self.put(
            "case", plan_started=day("2026-09-01"), plan_dated=day("2026-09-14"),
            plan_given=day("2026-09-15"), own_records=day("2026-09-14"), route="own-concern",
            central_number="E-1",
        )  # fmt: skip
        self.add("leads", id="lead", name="Jo Field", agency="Hub", since=day("2026-09-01"),
                 family_agrees=True)  # fmt: skip
        self.adult("Ana", id="ana", in_family="mum", lives_in_home=True)
        self.adult("Ben", id="ben", in_family="dad", lives_in_home=False)
        self.child("Mia", "2012-05-04", id="mia", lives_in_home=True)
        self.child("Leo", "2017-03-09", id="leo", lives_in_home=True)
        for parent, kind in (("ana", "mother"), ("ben", "father")):
            for child in ("mia", "leo"):
                self.add("relationships", id=f"{parent}-{child}", person_id=parent, child_id=child,
                         kind=kind, parental_responsibility=True)  # fmt: skip
        self.agency("Early Help Team", "early_help_team", id="eht")
        self.agency("Hill School", "school", id="school", involved=True, since=day("2026-09-01"))
        self.agency("School nurse", "school_nurse", id="nurse", involved=True)
        self.agency("Ben's employer", "employer", id="employer")

    def _consent(self) -> None:
        entry = self.consent(
            self.row("ana"), "2026-09-01", id="ana-yes", capacity="parental_responsibility",
            start="yes", store="yes", share="yes", how="signed",
            to=[self.row("eht"), self.row("school"), self.row("nurse")], but=[self.row("employer")],
        )  # fmt: skip
        assert entry.id == "ana-yes"
        self.add("notices", what="started", to="the team", on=day("2026-09-01"))
        self.add("loggings", id="logged", what="plan", on=day("2026-09-14"))

    def _assessment(self) -> None:
        for child in ("mia", "leo"):
            self.add("conversations", id=f"talk-{child}", tool="houses", with_id=child,
                     on=day("2026-09-08"), child_seen=True)  # fmt: skip
            self.add("statements", id=f"{child}-likes", tool="houses", part="house_good",
                     owner_id=child, on=day("2026-09-08"), text="football")  # fmt: skip
        self.add("conversations", id="talk-ana", with_id="ana", on=day("2026-09-03"))
        self.add("conversations", id="talk-ben", with_id="ben", on=day("2026-09-04"))
        self.add("statements", id="nights", part="worries", owner_id="ana", on=day("2026-09-03"),
                 text="up half of every night with Leo")  # fmt: skip
        self.add("statements", id="late", part="worries", owner_name="Ms Hill",
                 owner_agency_id="school", on=day("2026-09-04"), basis="seen",
                 text="Mia late on 12 of 20 mornings")  # fmt: skip
        self.add("statements", id="reads", part="strengths", owner_id="ben",
                 on=day("2026-09-04"), text="they read together on Sundays")  # fmt: skip

    def _plan(self) -> None:
        made: dict[str, Any] = {
            "measured_by": "Ana", "agreed_with": "Ana", "by": day("2026-12-18"),
            "contingency": "ask the panel", "status": "open",
        }  # fmt: skip
        self.add("outcomes", id="sleep", number=1, title="Leo sleeps 5 nights of 7", for_id="leo",
                 worry_id="nights", measure="nights", starting="1 of 7", target="5",
                 **made)  # fmt: skip
        self.add("outcomes", id="school-o", number=2, title="Mia is in class by the bell",
                 for_id="mia", worry_id="late", measure="late marks", starting="12 of 20",
                 target="2", **made)  # fmt: skip
        self.add("actions", id="diary", outcome_id="sleep", what="keep a diary", who="Ana",
                 who_person_id="ana", due=day("2026-12-01"))  # fmt: skip
        self.add("actions", id="visit", outcome_id="sleep", what="visit", who="School nurse",
                 who_member_id="m-nurse", due=day("2026-12-01"))  # fmt: skip
        self.add("actions", id="walk", outcome_id="school-o", what="walk with her", who="Jo Field",
                 due=day("2026-12-01"))  # fmt: skip

    def _team(self) -> None:
        since = day("2026-09-28")
        self.add("members", id="m-ana", person_id="ana", since=since)
        self.add("members", id="m-school", name="Ms Hill", agency_id="school", since=since)
        self.add("members", id="m-nurse", name="Nurse Oke", agency_id="nurse", since=since)
        self.add("meetings", id="first", kind="first_taf", on=since, held=True,
                 next_on=day("2026-10-26"))  # fmt: skip
        self.add("meetings", id="review", kind="review_taf", on=day("2026-10-26"), held=True,
                 next_step="continues", next_on=day("2026-12-21"))  # fmt: skip
        for meeting in ("first", "review"):
            for member in ("m-ana", "m-school", "m-nurse"):
                self.add("attendances", id=f"{meeting}-{member}", meeting_id=meeting,
                         member_id=member, state="present")  # fmt: skip
            for child in ("mia", "leo"):
                self.add("attendances", id=f"{meeting}-{child}", meeting_id=meeting,
                         person_id=child, state="present", wants_minutes=False)  # fmt: skip
        self.add("progress", id="p-sleep", meeting_id="review", outcome_id="sleep", value="3 of 7",
                 status="better")  # fmt: skip
        self.add("progress", id="p-school", meeting_id="review", outcome_id="school-o",
                 value="8 of 20", status="better")  # fmt: skip

    def _told(self) -> None:
        for what, meeting, sent in (
            ("plan", None, "2026-09-21"),
            ("minutes", "first", "2026-10-01"),
            ("minutes", "review", "2026-10-30"),
        ):
            for member in ("m-ana", "m-school", "m-nurse"):
                self.add("copies", id=f"{what}-{meeting}-{member}", what=what, meeting_id=meeting,
                         member_id=member, sent=day(sent))  # fmt: skip

    def reviewed_again(self, **progress: Any) -> None:
        """Hold a second review on 20 Nov, with how the sleep outcome stood, and its minutes."""
        on = day("2026-11-20")
        self.add("meetings", id="second", kind="review_taf", on=on, held=True,
                 next_step="continues", next_on=on + timedelta(weeks=4))  # fmt: skip
        for child in ("mia", "leo"):
            self.add("attendances", meeting_id="second", person_id=child, state="present",
                     wants_minutes=False)  # fmt: skip
        self.add("progress", meeting_id="second", outcome_id="sleep", **progress)
