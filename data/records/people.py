"""The people of a family, and how they belong together."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlmodel import Field

from data.records.base import CaseRecord
from data.records.fields import choice, day, line, link, text, yes_no


class PersonKind(StrEnum):
    """A person's place in the record."""

    child = "child"
    unborn = "unborn"
    adult = "adult"


CHILDREN = (PersonKind.child, PersonKind.unborn)


class Person(CaseRecord, table=True):
    """A child, an unborn child or an adult of the family. Source: Newcastle 10.1."""

    __tablename__ = "people"
    one_row: ClassVar[str] = "a person"
    known_by: ClassVar[tuple[str, ...]] = (
        "given",
        "family",
        "known_as",
        "in_family",
        "born",
        "expected",
    )

    kind: str = choice("Who", "code:person_kind")
    given: str = line("Given names")
    family: str = line("Family name")
    known_as: str = line("Known as", "what they like to be called")
    other_names: str = line("Other names", "earlier or other spellings, by commas")
    in_family: str = line("In the family", "mum, dad of the two big ones, grandmother")
    born: date | None = day("Born", "3/2/15, 3 feb 2015", past=True)
    born_as_told: str = line("Born, as told", "if only roughly known: about 63")
    expected: date | None = day("Expected", "for an unborn child")
    expected_as_told: str = line("Expected, as told")
    lives_in_home: bool | None = yes_no("Lives in the home")
    address: str = line("Address")
    postcode: str = line("Postcode", length=10)
    phone: str = line("Phone")
    email: str = line("Email")
    languages: str = line("Languages", choices="code:language")
    interpreter: str = line("Interpreter", "which language, or none needed")
    nothing_in_writing: bool | None = yes_no("Give nothing in writing")
    sex: str = choice("Sex", "code:sex")
    gender: str = choice("Gender", "code:gender")
    ethnicity: str = choice("Ethnicity", "code:ethnicity", "as child or parent say, never guessed")
    religion: str = line("Religion and culture", "what matters to them")
    school: str = line("School or nursery")
    school_year: str = line("Year")
    upn: str = line("UPN", "checked, never blocking")
    nhs_number: str = line("NHS number", "checked, never blocking")
    gp: str = line("GP")
    needs: str = text("Health and needs")
    unsafe: bool | None = yes_no("Unsafe to contact")
    unsafe_reason: str = line("Why unsafe")
    unsafe_decided_by: str = line("Who decided")
    unsafe_review: date | None = day("Look at this again on")
    safe_number: str = line("Safe number")
    external_id: str = line("Number in another system")
    died: date | None = day("Died", past=True, after="born")

    @property
    def is_child(self) -> bool:
        """True for a child or young person, born or unborn."""
        return self.kind in CHILDREN

    @property
    def is_unborn(self) -> bool:
        """True before birth."""
        return self.kind == PersonKind.unborn

    @property
    def called(self) -> str:
        """What to call this person in a sentence or a column."""
        known = self.known_as or self.given or self.in_family
        return known or ("the baby" if self.is_unborn else self.family or "no name yet")

    @property
    def full_name(self) -> str:
        """The whole name, with the one they like in between: Tomasz "Tomek" O'Connor."""
        known = f"“{self.known_as}”" if self.known_as else ""
        return " ".join(part for part in (self.given, known, self.family) if part) or self.called


class Relationship(CaseRecord, table=True):
    """How one person belongs to a child, and whether they hold parental responsibility."""

    __tablename__ = "relationships"
    one_row: ClassVar[str] = "a relationship"

    person_id: str | None = link("Who", "people", "people", index=True)
    child_id: str | None = link("To whom", "people", "people")
    kind: str = choice("Is their", "code:relationship")
    parental_responsibility: bool | None = yes_no("Parental responsibility")
    primary_carer: bool | None = yes_no("Main carer")


class Agency(CaseRecord, table=True):
    """A service, school, employer or group: involved already, or only named in the consent."""

    __tablename__ = "agencies"
    one_row: ClassVar[str] = "a service"
    known_by: ClassVar[tuple[str, ...]] = ("name", "kind", "worker", "role")

    name: str = line("Service")
    kind: str = choice("Kind", "code:agency_kind")
    involved: bool | None = yes_no("Working with the family")
    with_id: str | None = link("With", "people", "people")
    worker: str = line("Worker")
    role: str = line("Role")
    phone: str = line("Phone")
    email: str = line("Email")
    doing: str = line("What they do")
    since: date | None = day("Since", past=True)


class SamePerson(CaseRecord, table=True):
    """Whether somebody of this family is somebody of another: lifted again, never removed.

    One row holds for both families; either may be the one in whose case it lies.
    """

    __tablename__ = "same_people"
    one_row: ClassVar[str] = "a link between two records of one person"

    person_id: str | None = link("Who", "people", "people", index=True)
    other_id: str | None = Field(default=None, foreign_key="people.id", index=True)
    """The key of the person in the other family's record."""
    verdict: str = choice("They are", "code:same_person")
    why: str = line("Why")
    on: date | None = day("Decided on", past=True)
    lifted: date | None = day("Lifted on", past=True, after="on")
    lifted_why: str = line("Why lifted")
