"""The sentences on top of the consent screen."""

from __future__ import annotations

from data.procedures.loading import default_id, load
from ehtui.process.consent.standing import standing
from ehtui.wording import Wording
from tests.ehtui.process.families import ABLE, Family, written


def _said(family: Family) -> list[str]:
    return standing(family.file, Wording(load(default_id()), family.file))


def test_the_paper_case() -> None:
    file = written()
    assert standing(file, Wording(load(default_id()), file)) == [
        "You may start, store and share with Early Help Team, Stotts Lane Academy, "
        "St Oswin's primary, School nurse, Midwife and Speech therapy (SaLT); "
        "with Housing: housing and rent only.",
        "Not: GP, Declan's employer, the church.",
        "Held back from Siân: 1 statement.",
        "Held back from Midwife: 1 statement.",
    ]


def test_before_anybody_was_asked_notes_never_wait() -> None:
    family = Family()
    family.child("Bea")
    assert _said(family) == [
        "You may not start the Early Help Plan yet; your own notes never wait.",
        "Nobody with a say for the family has said yes to starting, storing or sharing.",
    ]


def test_only_a_part_for_one_service() -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2018-06-19")
    family.tie(mum, child, "mother", responsible=True)
    club = family.agency("Club")
    family.consent(mum, start="yes", share="yes", to=[(club, "health"), (club, "learning")])
    assert _said(family) == [
        "You may start and share with Club: health and learning and attendance only.",
        "Nobody with a say for the family has said yes to storing.",
    ]


def test_withdrawn_a_conflict_and_a_childs_own_no_are_said() -> None:
    family = Family()
    mum, dad = family.adult("Ada"), family.adult("Ben")
    bea, cleo = family.child("Bea", "2011-03-01"), family.child("Cleo", "2018-06-19")
    for child in (bea, cleo):
        family.tie(mum, child, "mother", responsible=True)
        family.tie(dad, child, "father", responsible=True)
    family.consent(mum, start="yes", store="yes")
    family.consent(bea, store="no", **ABLE)
    assert "Bea said no on 9 Sep 2026 to storing for themselves: what is theirs stays out." in (
        _said(family)
    )
    family.consent(dad, start="no")
    assert any(one.startswith("They disagree about starting for Cleo") for one in _said(family))
    family.consent(mum, "2026-10-01", start="withdrawn", store="withdrawn")
    family.keep(family.said(bea, "a"), mum)
    family.keep(family.said(bea, "b"), mum)
    assert _said(family) == [
        "Ada withdrew on 1 Oct 2026: only safeguarding, the notice and the closing review go on.",
        "Held back from Ada: 2 statements.",
    ]


def test_services_known_only_by_their_worker_are_called_so() -> None:
    family = Family()
    mum, child = family.adult("Ada"), family.child("Bea", "2018-06-19")
    family.tie(mum, child, "mother", responsible=True)
    lee, kim, pat = (family.agency("", worker=name) for name in ("Lee", "Kim", "Pat"))
    family.consent(mum, start="yes", share="yes", to=[lee, kim], but=[pat])
    assert _said(family)[0] == "You may start and share with Lee and Kim."
    assert "Not: Pat." in _said(family)
