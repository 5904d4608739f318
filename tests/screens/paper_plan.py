"""The paper case, as typed in: the plan, the meetings, the phone. People are made up."""

from __future__ import annotations

from textual.widgets import OptionList, Static

from screens.dashboard.screen import Dashboard
from screens.meetings.agenda import AgendaScreen
from screens.minutes.screen import MinutesScreen
from screens.phone.screen import PhoneScreen
from screens.widgets.action_line import ActionLine
from screens.widgets.ask_date import AskDate
from screens.widgets.line_input import LineInput
from screens.widgets.score_line import ScoreLine
from tests.screens.hands import Hands
from tests.screens.paper_beginning import FAMILY
from tests.screens.running import ME

PLAN = (
    (
        {
            "title": "Tomek sleeps through 5 nights of 7 by the end of term",
            "for_id": "Tomek",
            "measure": "nights slept through, of 7",
            "starting": "1 of 7",
            "target": "5 of 7",
            "by": "18 Dec",
            "measured_by": "mum's sleep diary",
            "contingency": "ask for paediatric sleep clinic",
            "contingency_by": "20 Nov",
        },
        (
            ("keep the sleep diary", "Siân", ""),
            ("sleep plan", "school nurse", "9 Oct"),
            ("check weekly", ME, ""),
        ),
    ),
    (
        {
            "title": "Rent arrears repayment agreed with housing and kept for 8 weeks",
            "subject": "Housing and rent",
            "measure": "arrears in £",
            "starting": "£640",
            "target": "under £300",
            "by": "18 Dec",
            "contingency": "debt advice, housing asked to hold notice",
        },
        (
            ("agree the repayment with the housing income officer", "Siân", "16/10"),
            ("sit in", ME, ""),
        ),
    ),
    (
        {
            "title": "Keeva feels better",
            "for_id": "Keeva",
            "measure": "attendance",
            "target": "90 %",
            "by": "18/12",
        },
        (
            ("offer art club", "SENCo", "1 Oct"),
            ("ask for a young carers' assessment", ME, "30/9"),
        ),
    ),
)


async def the_plan(hands: Hands) -> None:
    await hands.find_family(FAMILY)
    await hands.section("u", "outcomes")
    for outcome, actions in PLAN:
        await hands.row("add an outcome")
        await hands.fill(**outcome)
        await hands.save()
        for what, who, due in actions:
            await take_action(hands, what, who, due)
        await hands.press("f4")
        await hands.pick("Agreed")
        await hands.ready()


async def take_action(hands: Hands, *said: str) -> None:
    """Type an action: what, who, by when, Enter after each."""
    count = len(hands.screen.opened.file.actions)
    await hands.press("f5")
    line = hands.screen.query_one(ActionLine)
    for field, text in zip(("what", "who", "due"), said, strict=True):
        await hands.until(lambda field=field: line.line(field).has_focus)  # type: ignore[misc]
        await hands.type(text)
        await hands.until(lambda field=field, text=text: line.line(field).value == text)  # type: ignore[misc]
        await hands.press("enter")
    await hands.until(lambda: len(hands.screen.opened.file.actions) > count)
    await hands.quiet()


async def the_plan_is_agreed(hands: Hands) -> None:
    await hands.row("not agreed yet")
    await hands.fill(plan_dated="21/9")
    await hands.save()


async def the_plan_is_logged(hands: Hands) -> None:
    await hands.section("l", "log")
    await hands.fill("#body > RecordForm", central_number="NEH-26-03318")
    await hands.row("add ")
    await hands.fill(on="21/9", number="NEH-26-03318")
    await hands.save()


async def the_team(hands: Hands) -> None:
    await hands.section("t", "team")
    await hands.press("f4")
    await hands.until(lambda: hands.screen.opened.file.members)
    for joins in ("Stotts Lane", "Midwifery", "Council", "Speech", "School nursing"):
        await hands.quiet()
        count = len(hands.screen.opened.file.members)
        await hands.press("f5")
        await hands.pick(joins)
        await hands.until(lambda count=count: len(hands.screen.opened.file.members) > count)  # type: ignore[misc]


async def the_first_taf_is_planned(hands: Hands) -> None:
    await hands.quiet()
    await hands.section("m", "meetings")
    await hands.row("add ")
    await hands.fill(
        kind="First TAF",
        on="1 Oct",
        at="15:45",
        place="school meeting room",
        way="In person and by video",
        chair=ME,
        minutes_by="SENCo",
    )
    await hands.save()
    await hands.to_list()
    await hands.press("f4")
    await hands.until(lambda: isinstance(hands.app.screen, AgendaScreen))
    await hands.ready()
    await hands.press("f4")
    await hands.until(lambda: hands.screen.opened.file.attendances)


# First TAF, Thu 1 Oct, and the review, 22 Oct

THERE: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Siân", "p", {}),
    ("Keeva", "p", {"part": "first ten minutes"}),
    ("SENCo", "p", {"part": "minutes"}),
    ("midwife", "p", {}),
    ("income officer", "p", {"part": "by video", "only_subject": "Housing and rent"}),
    ("speech therapist", "a", {}),
    ("Declan", "o", {"wants_minutes": "yes"}),
)


async def the_first_taf(hands: Hands) -> None:
    await hands.find_family(FAMILY)
    await the_minutes(hands, "Thu 1 Oct")
    await turn_to(hands, "Who is here")
    await fill_the_room(hands)
    await turn_to(hands, "Actions agreed")
    await hands.until(lambda: hands.screen.query("#notes Narrative").first().focus().has_focus)
    await hands.type("Actions confirmed.\nSENCo to send the autism-pathway date to Declan by 5/10")
    await hands.press("f8")
    line = hands.screen.query_one(ActionLine)
    await hands.until(lambda: line.line("due").has_focus)
    await hands.press("enter")
    await hands.until(lambda: len(list(hands.screen.query("#actions"))) > 0)
    await turn_to(hands, "Scores")
    await hands.fill(question="how safe and settled does it feel", owner_id="Keeva", score="4")
    await turn_to(hands, "Next meeting")
    await hands.fill(next_on="22 Oct", next_at="15:45", family_agrees="yes")
    await end(hands)


async def the_review(hands: Hands) -> None:
    await hands.find_family(FAMILY)
    await the_minutes(hands, "Thu 22 Oct")
    await turn_to(hands, "Who is here")
    await hands.press("i")
    await hands.until(lambda: hands.screen.query_one("#who", OptionList).option_count > 5)
    await attend(hands, "Siân", "p", {})
    await attend(hands, "SENCo", "p", {})
    await attend(hands, "Keeva", "p", {})
    await turn_to(hands, "Tomek sleeps")
    await hands.fill(value="3 of 7", status="Better")
    await turn_to(hands, "Rent arrears")
    await hands.fill(value="£520", note="first two payments made")
    await turn_to(hands, "Keeva feels")
    await hands.fill(value="88.9 % this term")
    listing = hands.screen.query_one("#actions", OptionList)
    await hands.until(lambda: listing.focus().has_focus)
    await hands.line(listing, "young carers")
    await hands.press("m")
    await hands.until(lambda: isinstance(hands.app.screen, AskDate) and hands.app.focused)
    await hands.type("6/11")
    await hands.press("enter")
    await hands.until(lambda: isinstance(hands.app.screen, MinutesScreen))
    await hands.quiet()
    await turn_to(hands, "Scores")
    for name, score in (("Keeva", "6"), ("Siân", "5"), ("SENCo", "6")):
        lines = hands.screen.query(ScoreLine)
        found = [one for one in lines if name in str(one.query_one(".label", Static).render())]
        await hands.enter(found[0].query_one(LineInput), score)
    await turn_to(hands, "What has moved")
    await hands.until(lambda: hands.screen.query("#notes Narrative").first().focus().has_focus)
    await hands.type("Baby: referral to parenting group declined. Nothing new.")
    await turn_to(hands, "Next step")
    await hands.fill(
        next_step="continue",
        lead_confirmed=ME,
        family_agrees="yes",
        next_on="17 Dec 2026",
        next_at="15:45",
    )
    await end(hands)


async def the_minutes(hands: Hands, day: str) -> None:
    await hands.section("m", "meetings")
    await hands.row(day)
    await hands.press("f5")
    await hands.until(lambda: isinstance(hands.app.screen, MinutesScreen))
    await hands.ready()
    await hands.quiet()


async def turn_to(hands: Hands, title: str) -> None:
    """Turn the pages to an item, on or back."""
    for key in (*["pagedown"] * 14, *["pageup"] * 14):
        now = _page(hands)
        if title.casefold() in now.casefold():
            return
        await hands.press(key)
        await hands.quiet()
    raise AssertionError(title)


def _page(hands: Hands) -> str:
    titles = hands.screen.query(".page-title").results(Static)
    return "".join(str(one.render()) for one in titles)


async def fill_the_room(hands: Hands) -> None:
    for name, mark, said in THERE:
        await attend(hands, name, mark, said)
    await hands.fill(confidentiality="yes")


async def attend(hands: Hands, name: str, mark: str, said: dict[str, str]) -> None:
    """Mark whether somebody is there, then which part and what for."""
    listing = hands.screen.query_one("#who", OptionList)
    await hands.until(lambda: listing.focus().has_focus)
    await hands.line(listing, name)
    await hands.press(mark)
    await hands.quiet()
    if said:
        listing = hands.screen.query_one("#who", OptionList)
        await hands.until(lambda: listing.focus().has_focus)
        await hands.line(listing, name)
        await hands.quiet()
        await hands.fill("#of-person", **said)


async def end(hands: Hands) -> None:
    """End the meeting: it counts as held and the next one is planned."""
    meeting = getattr(hands.screen, "meeting_id", "")
    await hands.press("f7")
    await hands.until(
        lambda: any(one.id == meeting and one.held for one in hands.screen.opened.file.meetings)
    )
    await hands.quiet()


# Phone, 3 Nov, 09:10


async def the_phone_call(hands: Hands) -> None:
    await hands.press("f3")
    await hands.until(lambda: isinstance(hands.app.screen, PhoneScreen) and hands.app.focused)
    await hands.type("O'Connor")
    listing = hands.app.screen.query_one("#matches", OptionList)
    await hands.until(lambda: any("Tomek" in str(one.prompt) for one in listing.options))
    await hands.press("enter")
    await hands.settle()
    await hands.press("f6")
    await hands.fill(
        who="council housing",
        agency="Council housing",
        asked="It's housing, about the O'Connor boy?",
        told="The plan exists, my name and number.",
        not_told="Anything else.",
        on="3/11",
        at="09:10",
    )
    await hands.press("ctrl+s")
    await hands.until(lambda: isinstance(hands.app.screen, Dashboard))
