"""The paper case, as typed in: the family, the services, whether to start. People are made up."""

from __future__ import annotations

from data.records.people import Agency
from screens.forms.record_form import RecordForm
from screens.start.new_family import NewFamilyScreen
from screens.start.screen import StartScreen
from screens.widgets.narrative import Narrative
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
    await say_whose(hands, (0, carer), (1, carer), (2, {"kind": "Mother-to-be"}))
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
    await say_whose(hands, (2, {"kind": "Father-to-be"}))
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
