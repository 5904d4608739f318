"""Whether a sentence tells what somebody thinks, or what was seen, counted or said.

Source: Newcastle 10.2 (fact and opinion are marked apart).
"""

from __future__ import annotations

import re

JUDGING = re.compile(
    r"\b(lazy|selfish|spoil(?:t|ed)|naughty|badly behaved|manipulat\w+"
    r"|attention[- ]seek(?:ing|ers?)"
    r"|neglect(?:ful|ing|s)|disgusting|dramatic|bad influence|anger issues|(?:bad|poor) attitude"
    r"|(?:does|do|did)(?:n['’]t| not) (?:really )?(?:care|bother|try|prioriti[sz]e|want to change"
    r"|want to engage)|(?:could|can)(?:n?['’]t|not| not) (?:care less|be bothered|cope)"
    r"|unable to cope"
    r"|not (?:very |really )?(?:bothered|coping|engaging)|hard to engage|unwilling|uncooperative"
    r"|unmotivated|disengaged|inadequate|incapable|irresponsible|immature|unreliable|chaotic"
    r"|dysfunctional|overprotective|over-?anxious|in denial|typical of|could do better"
    r"|(?:should|ought to) (?:try|do|know) (?:harder|more|better)"
    r"|(?:too|overly) (?:soft|strict|harsh|lenient|anxious|protective)"
    r"|(?:bad|poor|useless) (?:mother|mum|father|dad|parents?|parenting)"
    r"|(?:is|are|was|were) clearly|clearly (?!across|always|as|unless)(?:is|are|a|an|not|un\w+"
    r"|\w+(?:s|ed|ing))|obvious(?:ly)?|no doubt)\b",
    re.IGNORECASE,
)
"""Words that judge: whatever else is told beside them, they say what somebody thinks."""
GUESSING = re.compile(
    r"\b(seems?|seemed|seemingly|appears? (?:to|very|quite|sad|tired|low|anxious|withdrawn)"
    r"|appeared to|comes across|gives the impression|may be|might (?:be|have)|(?:is|are) likely"
    r"|looks? (?:as if|like|as though|depressed|tired|sad|unhappy|anxious|withdrawn|low|ill)"
    r"|must (?:be|have been|feel) (?:so |very )?(?:lonely|sad|angry|tired|afraid|scared|jealous"
    r"|upset|ashamed|frightened|bored|stressed|depressed|unhappy|confused|\w+ing)"
    r"|(?:i|we) (?:think|feel|believe|suspect|guess|wonder)|suspected|probably|presumably"
    r"|(?:is|are|being) (?:so |very |really |rather )?(?:overwhelmed|difficult(?! to)|hostile"
    r"|aggressive|controlling|anxious|depressed|rude)"
    r"|apparently|in (?:my|our) (?:view|opinion)|not interested)\b",
    re.IGNORECASE,
)
"""Words that guess: what was seen or counted, told beside them, bears them out."""
_REPORTED = re.compile(
    r"\b(says?|said|tells?|told|reports?|reported|describes?|described|according to|asked|feels)\b",
    re.IGNORECASE,
)
"""Whoever reports what another said gives that person's view, not their own."""
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_SENTENCE = re.compile(r"[.;!?\n]+(?=\s|$)")


def opinion_in(text: str) -> str:
    """Return the words by which a text tells its owner's own opinion, empty where none do."""
    counted = any(sign.isdigit() for sign in text)
    for sentence in _SENTENCE.split(_QUOTED.sub("", text)):
        found = JUDGING.search(sentence) or (None if counted else GUESSING.search(sentence))
        if found and not _REPORTED.search(sentence, 0, found.start()):
            return found[0]
    return ""
