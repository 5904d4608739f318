"""The papers of a request: what the procedure asks for, as their reader may see it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from data.procedures.clock import Request as Asked
from data.procedures.loading import default_id, load
from data.procedures.parts import Item
from data.records.contacts import HarmContact
from data.records.decisions import Request
from ehtui.documents.pack import PAPERS, pack_for
from ehtui.documents.text import as_text
from ehtui.opening import OpenCase
from ehtui.process.course.asking import HELD
from ehtui.process.sharing.packing import Turned
from ehtui.wording import Wording
from tests.ehtui.process.families import Family

if TYPE_CHECKING:
    from ehtui.documents.pack import Pack

TODAY = date(2026, 11, 22)
KEYS = ("plan", "assessment", "genogram", "minutes", "tools", "form")


class Home(Family):
    """A family whose agreed plan has an outcome, statements of both, and one held meeting."""

    def __init__(self) -> None:
        super().__init__()
        self.mum, bea = self.adult("Ada"), self.child("Bea", "2018-06-19")
        self.tie(self.mum, bea, "mother", responsible=True)
        self.social = self.agency("Front Street", "social_care")
        self.add("outcomes", number=1, title="Five quiet nights", status="open")
        self.worry = self.said(self.mum, "the shouting", tool="columns", part="worries")
        self.secret = self.said(self.mum, "the affair", tool="columns", part="worries")
        self.keep(self.secret, self.social)
        self.add("notes", on=TODAY, text="my own doubts")
        self.meeting = self.add("meetings", kind="review_taf", on=date(2026, 10, 22), held=True)
        self.add("agenda_items", meeting_id=self.meeting.id, title="Nights", notes="four of seven")

    def pack(self, one: Request | HarmContact) -> Pack:
        sends = tuple(Item(key=key, title=f"The {key}") for key in KEYS)
        marf = Asked(
            key="marf", title="Referral", to="the {front_door}", when="risk", sends=sends,
            steps_up=True,
        )  # fmt: skip
        area = msgspec.structs.replace(load(default_id()), requests=(marf,))
        of = Turned.contact if isinstance(one, HarmContact) else Turned.request
        return pack_for(OpenCase(self.file, area, Wording(area, self.file)), of(one, area), TODAY)  # type: ignore[arg-type]

    def agreeing(self, **more: Any) -> None:
        self.consent(self.mum, start="yes", store="yes", share="yes", to=[self.social], **more)


def request(**more: Any) -> Request:
    return Request(**{"id": "q", "case_id": "case", "what": "marf", "family_agrees": True, **more})


ALL_BUT_TWO = ("The plan", "The assessment", "The genogram", "The minutes")


def test_all_that_is_there_goes_and_the_rest_is_named() -> None:
    home = Home()
    home.agreeing()
    pack = home.pack(request(why="Nights are worse."))
    assert [name for name, _ in pack.papers] == [
        "cover",
        "plan",
        "assessment",
        "genogram",
        "minutes",
    ]
    assert pack.went == ALL_BUT_TWO
    assert pack.missing == ("The tools", "The form (not made here: fill it in by hand)")
    cover = as_text(pack.papers[0][1])
    for said in ("Front Street", "Bea", "Nights are worse.", "The family agrees.", *pack.went):
        assert said in cover
    assert "The tools" in cover.split("Asked for, and not in it")[1]
    assert pack.account.splitlines() == [
        "For Front Street: The plan, The assessment, The genogram, The minutes.",
        "Missing: The tools.",
        "Missing: The form (not made here: fill it in by hand).",
    ]


@pytest.mark.parametrize(
    "one",
    [
        request(),
        request(family_agrees=False, without_consent_why="risk of flight"),
        HarmContact(id="h", case_id="case", reason="bruises", request="marf"),
    ],
    ids=["by consent", "without consent", "about harm"],
)
def test_what_is_held_back_or_ones_own_goes_nowhere(one: Request | HarmContact) -> None:
    home = Home()
    home.agreeing()
    text = "\n".join(as_text(paper) for _, paper in home.pack(one).papers)
    assert "the shouting" in text
    assert "four of seven" in text
    assert "the affair" not in text
    assert "my own doubts" not in text


def test_without_consent_it_goes_whole_for_safety_and_hardly_at_all_otherwise() -> None:
    home = Home()
    assert home.pack(HarmContact(id="h", case_id="case", request="marf")).went == ALL_BUT_TWO
    withheld = home.pack(request())
    assert "The plan (nothing of it may go to Front Street)" in withheld.missing
    cover = as_text(withheld.papers[0][1])
    assert "may go" not in cover, "why it is not there is no business of the reader's"


def test_minutes_kept_from_the_reader_are_not_replaced_by_older_ones() -> None:
    home = Home()
    home.agreeing()
    older = home.add("meetings", kind="first_taf", on=date(2026, 9, 30), held=True)
    home.add("agenda_items", meeting_id=older.id, title="First", notes="we met")
    assert "The minutes" in home.pack(request()).went
    home.keep(home.meeting, home.social)
    assert "The minutes (nothing of it may go to Front Street)" in home.pack(request()).missing


def test_an_assessment_that_stands_in_is_asked_for_on_paper() -> None:
    home = Home()
    home.agreeing()
    home.file.statements.clear()
    home.file.case.stands_in = "the social worker's of 3 Sep"
    missing = home.pack(request()).missing
    assert "The assessment (add a copy of the social worker's of 3 Sep)" in missing


def test_whatever_a_record_can_hold_can_be_made() -> None:
    assert PAPERS.keys() == HELD.keys()


class Asking(Home):
    """The same family, where the check-list before an assessment is answered in part."""

    def __init__(self) -> None:
        super().__init__()
        self.area = load("derby")
        line = {"checklist": "pre-assessment", "on": TODAY}
        self.add("check_answers", **line, item="worry", answer="yes", note="nights [/]")
        self.belief = self.add(
            "check_answers", **line, item="belief", answer="some", note="the priest"
        )
        self.add("check_answers", checklist="lead", item="disagree", answer="yes", note="my doubts")

    def requested(self, why: str = "Somebody to sit with them.") -> Pack:
        one = request(what="request-support", to="Front Street", why=why)
        case = OpenCase(self.file, self.area, Wording(self.area, self.file))
        return pack_for(case, Turned.request(one, self.area), TODAY)


def test_a_request_for_support_is_made_of_its_check_list() -> None:
    home = Asking()
    home.agreeing()
    pack = home.requested()
    assert [name for name, _ in pack.papers] == ["cover", "pre-assessment"]
    assert pack.missing == ()
    text = as_text(pack.papers[1][1])
    for said in ("Pre-assessment checklist", "Bea", "Somebody to sit", "nights [/]", "In part"):
        assert said in text
    assert "my doubts" not in text, "another check-list is one's own agency's"
    assert len([one for one in text.splitlines() if "–" in one]) >= 7, "open lines stand there"


def test_a_request_for_support_goes_only_where_the_family_agreed() -> None:
    home = Asking()
    home.consent(home.mum, start="yes", store="yes", share="yes", to=[(home.social, "housing")])
    (why,) = home.requested().missing
    assert why.endswith("(nothing of it may go to Front Street)")


def test_a_line_kept_from_the_reader_is_as_if_it_were_open() -> None:
    home = Asking()
    home.agreeing()
    assert "the priest" in as_text(home.requested().papers[1][1])
    home.keep(home.belief, home.social)
    text = as_text(home.requested().papers[1][1])
    assert "the priest" not in text
    assert "In part" not in text


def test_a_check_list_that_nobody_answered_is_missing() -> None:
    home = Asking()
    home.agreeing()
    home.file.check_answers.clear()
    assert home.requested().missing == ("Pre-assessment checklist and request for support",)
