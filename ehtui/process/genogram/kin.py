"""A family as a genogram needs it: who descends from whom, who is a couple, which generation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from data.records.people import Person, Relationship

PARENTS = ("mother", "father", "mother_of_unborn", "father_of_unborn", "adoptive_parent")
LEVELS = {
    **dict.fromkeys(PARENTS, 1),
    **dict.fromkeys(("step_mother", "step_father", "parents_partner", "foster_carer"), 1),
    **dict.fromkeys(("special_guardian", "private_foster_carer", "aunt", "uncle"), 1),
    **dict.fromkeys(("grandmother", "grandfather"), 2),
    "great_grandparent": 3,
    **dict.fromkeys(("sister", "brother", "half_sister", "half_brother"), 0),
    **dict.fromkeys(("step_sister", "step_brother", "cousin", "partner", "former_partner"), 0),
    **dict.fromkeys(("son", "daughter"), -1),
}
"""How many generations above the other each kind of relative stands; friends stand in none."""
WITH_A_PARENT = ("step_mother", "step_father", "parents_partner")
WOMEN = ("mother", "mother_of_unborn", "step_mother", "grandmother", "sister", "half_sister")
MEN = ("father", "father_of_unborn", "step_father", "grandfather", "brother", "half_brother")
WOMEN_TOO = (*WOMEN, "step_sister", "aunt", "daughter")
MEN_TOO = (*MEN, "step_brother", "uncle", "son")


@dataclass(slots=True)
class Kin:
    """One family's ties, by the keys of its people."""

    people: dict[str, Person]
    ties: list[Relationship]
    parents: dict[str, list[str]] = field(default_factory=dict)
    """Of each child, the one or two parents recorded."""
    generation: dict[str, int] = field(default_factory=dict)
    """0 the children, 1 their parents, 2 their grandparents; whoever belongs to none is not in."""
    straight: bool = True
    """False where two ties contradict each other, so that no drawing would be right."""

    def sex(self, key: str) -> str:
        """Return F or M as recorded, or as a tie such as mother says; empty if neither does."""
        if (recorded := self.people[key].sex) in ("F", "M"):
            return recorded
        kinds = {one.kind for one in self.ties if one.person_id == key}
        return "F" if kinds & set(WOMEN_TOO) else "M" if kinds & set(MEN_TOO) else ""

    def children_of(self, parents: Iterable[str]) -> list[str]:
        """Return the children who have exactly these parents, the eldest first."""
        wanted = set(parents)
        found = [child for child, theirs in self.parents.items() if set(theirs) == wanted]
        return sorted(found, key=lambda key: _age(self.people[key]))

    def are(self, kinds: Sequence[str], one: str, other: str) -> bool:
        """Whether a tie of such a kind is recorded between two, either way round."""
        return any(
            tie.kind in kinds and {tie.person_id, tie.child_id} == {one, other} for tie in self.ties
        )

    def couples(self) -> Iterator[tuple[str, str]]:
        """Give each couple once: two parents of a child, partners, and a parent's partner."""
        seen: set[frozenset[str]] = set()
        for one, other in self._pairs():
            pair = frozenset((one, other))
            if len(pair) == 2 and pair not in seen:
                seen.add(pair)
                yield one, other

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for theirs in self.parents.values():
            if len(theirs) == 2:
                yield theirs[0], theirs[1]
        for tie in self.ties:
            if tie.kind in ("partner", "former_partner"):
                yield str(tie.person_id), str(tie.child_id)
        partnered = {key for pair in self._partners() for key in pair}
        for tie in self.ties:
            if tie.kind in WITH_A_PARENT and tie.person_id not in partnered:
                home = [
                    key
                    for key in self.parents.get(str(tie.child_id), ())
                    if self.people[key].lives_in_home
                ]
                # With whose partner they are is only told by the home they share.
                if len(home) == 1 and self.people[str(tie.person_id)].lives_in_home:
                    yield home[0], str(tie.person_id)

    def _partners(self) -> Iterator[tuple[str, str]]:
        for tie in self.ties:
            if tie.kind in ("partner", "former_partner"):
                yield str(tie.person_id), str(tie.child_id)


def kin_of(people: Sequence[Person], relationships: Sequence[Relationship]) -> Kin:
    """Return the ties of these people; a tie to nobody, or to oneself, is left out."""
    known = {one.id: one for one in people}
    ties = [
        one
        for one in relationships
        if one.person_id in known and one.child_id in known and one.person_id != one.child_id
    ]
    kin = Kin(known, ties)
    _find_parents(kin)
    _find_generations(kin)
    return kin


def without_second_parent(kin: Kin) -> frozenset[str]:
    """Return the keys of the children of whom one parent is recorded, and nobody for the other."""
    return frozenset(
        child
        for child, theirs in kin.parents.items()
        if len(theirs) == 1 and kin.people[child].is_child
    )


def _find_parents(kin: Kin) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for tie in kin.ties:
        parent, child = str(tie.person_id), str(tie.child_id)
        if tie.kind in ("son", "daughter"):
            parent, child = child, parent
        elif tie.kind not in PARENTS:
            continue
        if parent in found[child]:
            continue
        if len(found[child]) == 2 or child in _ancestors(found, parent):
            kin.straight = False
        else:
            found[child].append(parent)
    kin.parents = {key: found[key] for key in kin.people if found.get(key)}


def _ancestors(parents: dict[str, list[str]], key: str) -> set[str]:
    found, ahead = set(), [key]
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += parents.get(one, [])
    return found


def _find_generations(kin: Kin) -> None:
    steps: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for tie in kin.ties:
        if tie.kind in LEVELS:
            one, other, up = str(tie.person_id), str(tie.child_id), LEVELS[tie.kind]
            steps[other].append((one, up))
            steps[one].append((other, -up))
    for child in (key for key, one in kin.people.items() if one.is_child):
        if child not in kin.generation:
            _climb(kin, steps, child)


def _climb(kin: Kin, steps: dict[str, list[tuple[str, int]]], start: str) -> None:
    kin.generation[start] = 0
    ahead = [start]
    while ahead:
        here = ahead.pop(0)
        for other, up in steps[here]:
            level = kin.generation[here] + up
            if other not in kin.generation:
                kin.generation[other] = level
                ahead.append(other)
            elif kin.generation[other] != level:
                kin.straight = False


def _age(person: Person) -> tuple[bool, str]:
    return person.is_unborn, str(person.born or person.expected or "9999")
