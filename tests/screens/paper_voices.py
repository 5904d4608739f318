"""The paper case, as typed in: consent, three columns, three houses. People are made up."""

from __future__ import annotations

from screens.consent.asking_form import AskingForm
from screens.consent.prompts import Prompts
from screens.consent.scopes import ScopeMatrix
from screens.statements.board import StatementLine
from screens.statements.entry import Entry
from screens.widgets.ask_words import AskWords
from tests.screens.hands import Hands
from tests.screens.paper_beginning import FAMILY
from tests.screens.running import ME


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
        await hands.until(lambda: isinstance(hands.app.screen, AskWords) and hands.app.focused)
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
