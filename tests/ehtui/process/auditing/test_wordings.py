"""How people write: titles that name a service, and opinions, beside those that do not."""

from __future__ import annotations

import pytest

from ehtui.process.auditing.opinions import opinion_in
from tests.ehtui.process.auditing.changes import found, put

SERVICES = (
    "Parenting course",
    "Referral to CAMHS",
    "Leo attends counselling",
    "Ana attends the parenting programme",
    "CAMHS assessment completed",
    "Mum to access Triple P",
    "Family support worker allocated",
    "Leo to receive speech and language therapy",
    "Counselling for Mia",
    "Young carers group",
    "Leo gets a school counsellor",
    "Attend Freedom Programme",
    "Ben completes anger management course",
    "Housing application submitted",
    "Mia to be referred to young carers service",
    "Mentor for Leo",
    "Play therapy sessions for Leo",
    "SEN support plan in place",
    "EHCP requested",
    "Family to engage with Early Help services",
    "Ana will go to the wellbeing service",
    "Speech and language referral made",
    "Nursery place for Leo",
    "Leo sees the educational psychologist",
    "Access to food bank",
    "Sleep clinic",
    "Mum engages with the health visitor",
    "Weekly visits from family worker",
    "Home-Start volunteer",
    "Provide a tutor for Mia",
    "Refer to debt advice",
    "Ana attends 8 sessions of parenting group",
    "School nurse drop-ins",
    "Bereavement support for Mia",
    "Ana and Ben attend a parenting course",
    "Leo counselling",
)
CHANGES = (
    "Leo sleeps 5 nights of 7",
    "Mia is in class by the bell",
    "Rent arrears under £300",
    "Calls to the clinic from 5 to 1",
    "Leo stays on the maths course",
    "Ana keeps the bedtime from the parenting course",
    "Mia goes to school 9 days in 10",
    "Tomek sleeps through 5 nights of 7 by the end of term (18 Dec)",
    "Rent arrears repayment agreed with housing by 16/10 and kept for 8 weeks",
    "Leo plays with other children at group time without hitting",
    "Jude falls asleep before ten and stays asleep",
    "Ibrahim asks for things with words",
    "The bedroom is dry and warm",
    "Somebody besides Kayleigh knows what to do when the pump beeps",
    "A home with two rooms before the baby comes",
    "Mia talks to somebody she trusts about dad",
    "Mum gets out of the house twice a week",
    "The children have breakfast before school every day",
    "Ben and Ana agree on bedtimes",
    "Leo joins in with his friends at playtime",
    "Ana attends all of Leo's school meetings",
    "Leo is calm at drop-off on 4 mornings of 5",
    "Mia's attendance from 83 to 92 per cent",
    "No police call-outs in 8 weeks",
    "Ana feels less alone: sees one friend a week",
    "Leo gets to school on time",
    "Fewer arguments at home",
    "Ruby's hearing aids are mended within the week",
    "Mum has a morning to herself once a week",
    "Leo has eaten a cooked meal 5 days of 7",
    "The family access fewer emergency services",
    "Mia tells the school nurse when she is low",
    "Ana and Ben agree one bedtime before the course ends",
)
OPINIONS = (
    "Mum is lazy",
    "Dad seems depressed",
    "Mum clearly struggles",
    "Mia is attention seeking",
    "Parents don't care about school",
    "Mum can't be bothered",
    "I think dad drinks",
    "Mum is not engaging",
    "Leo is a naughty boy",
    "Dad is probably using drugs",
    "Home is chaotic",
    "Mum appears to be low in mood",
    "Mia is badly behaved",
    "Mum is a bad mother",
    "Dad is aggressive",
    "The family are dysfunctional",
    "Mum has poor parenting skills",
    "Mum is in denial about it",
    "Dad is likely drinking again",
    "Mum could do better",
    "Mia is difficult",
    "She must be lonely",
    "Mum is neglecting the children",
    "The house is disgusting",
    "Mum doesn't prioritise the children",
    "Dad is controlling",
    "Leo is manipulative",
    "It is obvious that mum favours Leo",
    "Parents are unwilling to change",
    "Mum should try harder",
    "Mum is overwhelmed",
    "Leo probably has ADHD",
    "Mum looks depressed",
    "Dad has anger issues",
    "Mum may be drinking",
    "Mia might be self-harming",
    "She is being dramatic",
    "Dad is a bad influence",
    "Mum is too anxious",
    "The parents are hard to engage",
)
FACTS = (
    "Mia late on 12 of 20 mornings",
    "attendance 83.4 % in the summer term",
    "Leo was asleep at his desk on 3 and 5 October",
    "no gas since Tuesday; top-up card empty",
    "rent £640 behind",
    "Ana said she feels low",
    "Leo told me he thinks nobody likes him",
    "booked late, at 18 weeks",
    "no lunch in his bag on four days",
    "black mould over the cot, as wide as two hands",
    "wears her hearing aids all day",
    "Mia came to school with no coat; 4 degrees",
    "Mum cried at the gate on Monday",
    "four words at two years and nine months",
    "Ana reports that Ben seems calmer",
    "Dad attended 3 of 3 meetings",
    "Leo hit another child twice on Monday",
    "Mia now speaks clearly in class",
    "Ana rang on Monday and said she may move in May",
    "Police called on 4 May",
    "Leo has had 3 exclusions",
    "Not seen by a dentist since 2023",
    "it is difficult to reach the flat without a car",
    "Leo finds maths difficult",
    "Diagnosed with anxiety in June",
    "Mia counts clearly to ten",
)


@pytest.mark.parametrize("title", SERVICES)
def test_a_title_that_names_what_is_offered_is_remarked_on(title: str) -> None:
    assert ("outcome_names_service", "Leo") in found(put("sleep", title=title))


@pytest.mark.parametrize("title", CHANGES)
def test_a_title_that_names_a_change_is_left_alone(title: str) -> None:
    assert ("outcome_names_service", "Leo") not in found(put("sleep", title=title))


@pytest.mark.parametrize("text", OPINIONS)
def test_an_opinion_is_noticed(text: str) -> None:
    assert opinion_in(text)


@pytest.mark.parametrize("text", FACTS)
def test_a_fact_or_what_another_said_is_no_opinion(text: str) -> None:
    assert not opinion_in(text)
