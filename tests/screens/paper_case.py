"""The paper case as it is typed in, one chapter for each day at the desk. People are made up."""

from __future__ import annotations

from textual.widgets import OptionList, Static

from data.records.people import Agency
from screens.agenda import AgendaScreen
from screens.consenting.asking_form import AskingForm
from screens.consenting.naming import NameService
from screens.consenting.prompts import Prompts
from screens.consenting.scopes import ScopeMatrix
from screens.dashboard import Dashboard
from screens.forms.record_form import RecordForm
from screens.minutes import MinutesScreen
from screens.new_family import NewFamilyScreen
from screens.phone import PhoneScreen
from screens.start import StartScreen
from screens.statements.board import StatementLine
from screens.statements.entry import Entry
from screens.widgets.action_line import ActionLine
from screens.widgets.ask_date import AskDate
from screens.widgets.line_input import LineInput
from screens.widgets.narrative import Narrative
from screens.widgets.score_line import ScoreLine
from tests.screens.hands import Hands
from tests.screens.running import ME

FAMILY = "O'Connor-Łukasik"

SERVICES = (
    ("Stotts Lane Academy", "School", "Keeva", "SENCo", "yes"),
    ("St Oswin's primary", "School", "Tomek", "", "yes"),
    ("School nursing", "School nurse", "Tomek", "school nurse", "yes"),
    ("Midwifery", "Midwife", "Siân", "midwife", "yes"),
    ("Speech therapy (SaLT)", "Speech and language", "Tomek", "speech therapist", "yes"),
    ("Council housing", "Housing", "Siân", "income officer", "yes"),
    ("GP", "GP", "", "", "no"),
    ("Declan's employer", "", "Declan", "", "no"),
    ("The church", "", "", "", "no"),
)


# Home visit, Mon 7 Sept 2026


async def a_new_family(hands: Hands) -> None:
    await hands.press("n")
    await hands.until(lambda: isinstance(hands.app.screen, NewFamilyScreen) and hands.app.focused)
    await hands.fill(
        family_name=FAMILY,
        given="Caoimhe",
        born="1/3/2011",
        why_now="School rang on the 3rd. Mum is shattered, rent is behind, a baby is coming.",
        raised_by="Stotts Lane Academy",
        first_concern="3 sept",
    )
    await hands.press("ctrl+s")
    await hands.until(lambda: isinstance(hands.app.screen, StartScreen))
    await hands.ready()


async def the_people(hands: Hands) -> None:
    await hands.section("p", "people")
    await hands.row("Caoimhe")
    await hands.fill(
        known_as="Keeva",
        school="Stotts Lane Academy",
        school_year="Y11",
        upn="B801200005001",
    )
    await hands.save()
    await begin(hands, "c", "child")
    await hands.fill(
        given="Tomasz",
        known_as="Tomek",
        born="19 June 2018",
        school="St Oswin's primary",
        school_year="Y4",
        nhs_number="943 476 5870",
        needs="autism pathway, speech therapist (SaLT) involved",
    )
    await hands.save()
    await begin(hands, "b", "unborn")
    await hands.fill(
        given="Baby",
        expected="29 Jan 2027",
        expected_as_told="end of January, the 29th, they think",
    )
    await hands.save()
    await mum(hands)
    await declan(hands)
    await amir(hands)
    await halina(hands)
    await the_services(hands)


async def begin(hands: Hands, key: str, kind: str) -> None:
    """Begin a row by its letter in the list."""
    await hands.to_list()
    await hands.press(key)

    def begun() -> bool:
        forms = hands.screen.query("#row-form > RecordForm").results(RecordForm)
        return any(form.held("kind") == kind and not form.row_id for form in forms)

    await hands.until(begun)
    await hands.until(lambda: hands.app.focused and hands.app.focused.id != "row-list")


async def say_whose(hands: Hands, *whose: tuple[int, dict[str, str]]) -> None:
    await hands.until(lambda: len(hands.screen.query("Ties > RecordForm")) == 3)
    forms = list(hands.screen.query("Ties > RecordForm").results(RecordForm))
    for number, said in whose:
        for field, text in said.items():
            await hands.enter(forms[number].field_row(field).editor, text)


async def mum(hands: Hands) -> None:
    await begin(hands, "a", "adult")
    await hands.fill(
        given="Siân",
        family="O'Connor-Łukasik",
        in_family="mum",
        lives_in_home="yes",
        address="Flat 2, 118a Glasshouse Row",
        postcode="NE6 9ZZ",
        phone="07700 900142",
        born="14.2.88",
        languages="English and Polish",
        interpreter="none needed",
        needs="expecting, due end of January",
    )
    carer = {"kind": "Mother", "parental_responsibility": "yes", "primary_carer": "yes"}
    await say_whose(hands, (0, carer), (1, carer), (2, {"kind": "Mother, expecting"}))
    await hands.save()


async def declan(hands: Hands) -> None:
    await begin(hands, "a", "adult")
    await hands.fill(
        given="Declan",
        family="O'Connor",
        in_family="dad of the two big ones",
        lives_in_home="no",
        address="Byker",
        born="30/11/1985",
        needs="He and mum don't agree about much.",
    )
    father = {"kind": "Father", "parental_responsibility": "yes"}
    await say_whose(hands, (0, father), (1, father))
    await hands.save()


async def amir(hands: Hands) -> None:
    await begin(hands, "a", "adult")
    await hands.fill(given="Amir", in_family="father of the baby", lives_in_home="no")
    await say_whose(hands, (2, {"kind": "Father of an unborn"}))
    await hands.save()


async def halina(hands: Hands) -> None:
    await begin(hands, "a", "adult")
    await hands.fill(
        given="Halina",
        family="Łukasik",
        in_family="mum's mother",
        lives_in_home="no",
        address="round the corner",
        born_as_told="about 63",
        languages="Polish",
        interpreter="Polish",
        nothing_in_writing="yes",
    )
    await say_whose(hands, (0, {"kind": "Grandmother"}), (1, {"kind": "Grandmother"}))
    await hands.save()


async def the_services(hands: Hands) -> None:
    for name, kind, who, role, involved in SERVICES:
        await hands.to_list()
        await hands.press("s")
        await hands.until(lambda: _begins_a_service(hands))
        await hands.fill(name=name)
        if kind:
            await hands.fill(kind=kind)
        if involved != "yes":
            await hands.fill(involved="no")
        if who:
            await hands.fill(with_id=who)
        if role:
            await hands.fill(role=role)
        await hands.save()


def _begins_a_service(hands: Hands) -> bool:
    forms = list(hands.screen.query("#row-form > RecordForm").results(RecordForm))
    begun = bool(forms) and forms[0].record is Agency and not forms[0].row_id
    return begun and hands.app.focused is not None and hands.app.focused.id != "row-list"


# The start and the consent, 8 to 10 Sept


async def whether_to_start(hands: Hands) -> None:
    await hands.find_family(FAMILY)
    await hands.section("s", "start")
    await hands.press("n", "n", "y", "n", "n")
    await hands.until(lambda: isinstance(hands.app.focused, Narrative))
    await hands.type("several needs at once, more than one service")
    await hands.save()


async def asking_the_centre(hands: Hands) -> None:
    await hands.row("add a check")
    await hands.fill(
        on="8/9", asked="Early Help Team, duty", answer="No plan is logged", services="none named"
    )
    await hands.save()
    await hands.row("add a check")
    await hands.fill(on="8/9", asked="Early Help Team, duty", child_id="Tomek")
    await hands.fill(answer="A plan was closed")
    await hands.until(lambda: "closed_year" in hands.fields())
    await hands.fill(closed_year="2022", reference="none")
    await hands.save()


async def the_plan_is_started(hands: Hands) -> None:
    await hands.find_family(FAMILY)
    await hands.section("s", "start")
    await hands.row("Thu 3 Sep 2026")
    await hands.fill(plan_started="9/9")
    await hands.save()
    await hands.row("add a lead")
    await hands.fill(name=ME, role="school nurse", phone="0191 498 0100")
    await hands.save()


async def mum_signs(hands: Hands) -> None:
    await hands.section("c", "consent")
    await ask(hands, "Siân")
    await hands.fill("#ask-who", on="9/9")
    await answer(hands, start="y", store="y", share="y")
    form = hands.screen.query_one(AskingForm)
    form.query_one(Prompts).focus()
    await hands.press("enter", "enter", "enter")
    await name_the_services(
        hands,
        {
            "Stotts Lane": "i",
            "St Oswin": "i",
            "School nursing": "i",
            "Midwifery": "i",
            "Speech": "i",
            "Council housing": "Housing and rent",
            "employer": "o",
            "church": "o",
        },
        "Early Help Team",
    )
    await hands.fill(
        "#ask-how",
        how="Signed on paper",
        stored_how="electronic",
        privacy_notice="9/9",
        words="Housing about the rent only. Not Declan's employer, not the church.",
    )
    await hands.save()


async def keeva_is_asked(hands: Hands) -> None:
    await ask(hands, "Keeva")
    await hands.fill("#ask-who", on="7/9")
    await answer(hands, start="y", share="y")
    await hands.fill(
        "#gillick",
        understood_how="I asked her to tell it back to me and she did.",
        understands_who_sees="yes",
        understands_can_refuse="yes",
        pressure="none that I could see",
        has_capacity="yes",
        capacity_reasons="She understands what the plan is and who would see it. She is 15.",
        assessed_by=ME,
    )
    await name_the_services(hands, {"Stotts Lane": "i", "Midwifery": "i"})
    await hands.fill(
        "#ask-how",
        how="Spoken, face to face",
        words="Yes to the plan, yes to school and midwife knowing; not the texts.",
    )
    await hands.save()


async def declan_is_heard(hands: Hands) -> None:
    await hands.find_family(FAMILY)
    await hands.section("c", "consent")
    await ask(hands, "Declan")
    await hands.fill("#ask-who", on="10/9")
    await answer(hands, start="h")
    await name_the_services(hands, {"GP": "o"})
    await hands.fill(
        "#ask-how",
        how="By phone",
        words="No objection to starting, does not want the GP told anything, signs nothing.",
    )
    await hands.save()


async def ask(hands: Hands, who: str) -> None:
    """Begin asking somebody."""
    await hands.press("a")
    await hands.until(lambda: hands.screen.query(AskingForm))
    await hands.settle()
    await hands.fill("#ask-who", by_id=who)


async def answer(hands: Hands, **parts: str) -> None:
    for part, key in parts.items():
        hands.screen.query_one(f"#answer-{part}").focus()
        await hands.press(key)


async def name_the_services(hands: Hands, said: dict[str, str], new: str = "") -> None:
    """Say of each service whether it may see; ``new`` is one that the case does not know yet."""
    matrix = hands.screen.query_one(ScopeMatrix)
    matrix.focus()
    for service, may in said.items():
        await hands.line(matrix, service)
        if len(may) == 1:
            await hands.press(may)
        else:
            await hands.press("s")
            await hands.pick(may)
            await hands.until(lambda: matrix.has_focus)
    if new:
        await hands.press("f7")
        await hands.until(lambda: isinstance(hands.app.screen, NameService) and hands.app.focused)
        await hands.type(new)
        await hands.press("enter")
        await hands.until(lambda: matrix.has_focus)
        await hands.press("i")


# What they said, 15 Sept

COLUMNS = (
    (
        "Siân",
        "",
        {
            "worries": (
                "\"I'm up three times a night with Tomek and I'm shattered\"",
                "rent £640 behind, letter from housing dated 28/8",
            ),
            "strengths": ("sees her mother daily", "school run never missed", "Keeva helps"),
            "wishes": (
                "sleep",
                "a plan for the rent",
                "someone to come to the autism appointment 13/10",
            ),
        },
    ),
    (
        "Declan",
        "",
        {
            "worries": ("\"she's doing it all on her own and won't say\"",),
            "strengths": ("he has them alternate weekends",),
            "wishes": ("to be told things directly, not through Keeva",),
        },
    ),
)


async def the_three_columns(hands: Hands) -> None:
    await hands.section("3", "columns")
    await hands.until(lambda: isinstance(hands.app.focused, Entry))
    for who, _, parts in COLUMNS:
        await whose(hands, who)
        for part, texts in parts.items():
            for text in texts:
                await state(hands, part, text)
                if text == "Keeva helps":
                    await remark(hands, "I think too much, my opinion")
    await whose(hands, "SENCo, Stotts Lane")
    await hands.press("f5", "f5")
    await state(
        hands, "worries", "Keeva's attendance 83.4 % in the summer term (94.1 % the year before)"
    )
    await hands.press("f5")
    await state(hands, "worries", "seems tired")
    await whose(hands, "midwife, Midwifery")
    await hands.press("f5", "f5", "f5")
    await state(hands, "worries", "booked late, at 18 weeks (10/9)")
    await state(hands, "strengths", "all well so far (10/9)")


async def whose(hands: Hands, who: str) -> None:
    await hands.press("f4")
    await hands.pick(who)
    await hands.until(lambda: isinstance(hands.app.focused, Entry))


async def state(hands: Hands, part: str, text: str) -> None:
    """Type a statement into its column or house, and add it."""
    lines = len(hands.screen.query(StatementLine))
    entry = hands.screen.query_one(f"#entry-{part}")
    entry.focus()
    await hands.until(lambda: entry.has_focus)
    await hands.type(text)
    await hands.press("enter")
    await hands.until(lambda: len(hands.screen.query(StatementLine)) > lines)


async def remark(hands: Hands, text: str) -> None:
    """Go up to the statement just added and write one's own opinion of it."""
    await hands.press("up")
    await hands.until(lambda: isinstance(hands.app.focused, StatementLine))
    await hands.press("r")
    await hands.dialogue()
    await hands.fill(remark=text)
    await hands.save_dialogue()


async def to_be_weighed(hands: Hands) -> None:
    """Go up to the statement just added and mark that it is to be weighed for harm."""
    await hands.press("up")
    await hands.until(lambda: isinstance(hands.app.focused, StatementLine))
    await hands.press("e")
    await hands.dialogue()
    await hands.fill(weigh_harm="yes")
    await hands.save_dialogue()


async def keevas_houses(hands: Hands) -> None:
    await hands.section("h", "houses")
    await the_child(hands, "Keeva")
    await the_talk(
        hands,
        place="school library",
        present="only me",
        written_by="Keeva herself",
        how="wrote",
        child_seen="yes",
        may_show="school yes, mum not the texts",
    )
    await state(hands, "house_worries", '"mum crying"')
    await state(hands, "house_worries", '"the texts from year 13 lad"')
    await hands.press("f8")
    await hands.dialogue()
    await hands.fill(from_person_id="Siân", why="Keeva asked for it")
    await hands.save_dialogue()
    for part, texts in (
        ("house_good", ('"babcia\'s kitchen"', '"art"')),
        ("house_dreams", ('"own room 😂"', '"college for art"')),
    ):
        for text in texts:
            await state(hands, part, text)


async def tomeks_houses(hands: Hands) -> None:
    await the_child(hands, "Tomek")
    await the_talk(
        hands,
        place="at home, mum in the next room",
        written_by="me",
        how="drew and pointed",
        child_seen="yes",
    )
    await state(hands, "house_worries", '"the bang downstairs"')
    await to_be_weighed(hands)
    await state(hands, "house_good", '"trains"')
    await state(hands, "house_good", '"Keeva\'s tablet"')
    await state(hands, "house_dreams", '"Snowdon steam"')


async def the_child(hands: Hands, who: str) -> None:
    await hands.press("f4")
    await hands.pick(who)
    await hands.until(lambda: isinstance(hands.app.focused, Entry))


async def the_talk(hands: Hands, **said: str) -> None:
    await hands.press("f6")
    await hands.dialogue()
    await hands.fill(**said)
    await hands.save_dialogue()


# The plan and the team, 21 Sept

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
    for joins in ("Keeva", "Stotts Lane", "Midwifery", "Council", "Speech", "School nursing"):
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
