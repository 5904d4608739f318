"""The made-up family that the screens of consent, columns, houses and write-up are tried on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from data.casefile import CaseFile
from data.records.assessment import Conversation, Statement
from data.records.consent import Consent, Restriction
from data.records.people import Agency, Person, Relationship
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.opening import open_case
from tests.screens.running import KEY, make_family, make_file

if TYPE_CHECKING:
    from pathlib import Path

    from ehtui.changes import ChangeSet

SAID = date(2026, 9, 15)


@dataclass
class Family:
    """The keys of a family in a file."""

    path: Path
    case_id: str = ""
    mum: str = ""
    keeva: str = ""
    school: str = ""
    secret: str = ""
    """The statement that mum is not to see."""

    def file(self) -> CaseFile:
        """Read the record as it stands on the disk."""
        with Store.open(self.path, Secret.from_key(KEY)) as store:
            return open_case(store.reading(), self.case_id).file

    def fill(self, changes: ChangeSet) -> None:
        """Add mum, Keeva, a school, a consent and what Keeva said."""
        mum = changes.new(Person, kind="adult", given="Siân", known_as="Mum [bold]")
        keeva = changes.new(Person, kind="child", given="Keeva", born=date(2011, 3, 2))
        school = changes.new(Agency, name="Stotts Lane [/]", worker="SENCo", involved=True)
        self.mum, self.keeva, self.school = mum.record_id, keeva.record_id, school.record_id
        for child in (row for row in changes.rows if row.typed.get("kind") == "child"):
            changes.new(
                Relationship,
                person_id=self.mum,
                child_id=child.record_id,
                kind="mother",
                parental_responsibility=True,
            )
        talk = changes.new(
            Conversation, tool="houses", with_id=self.keeva, on=SAID, place="library"
        )
        own = {"tool": "houses", "owner_id": self.keeva, "conversation_id": talk.record_id}
        changes.new(Statement, part="house_good", text="art", on=SAID, **own)
        secret = changes.new(Statement, part="house_worries", text="the texts", on=SAID, **own)
        self.secret = secret.record_id
        changes.new(Restriction, record_id=self.secret, from_person_id=self.mum, since=SAID)
        changes.new(
            Consent,
            by_id=self.mum,
            capacity="parental_responsibility",
            on=date(2026, 9, 9),
            start="yes",
            store="yes",
            share="yes",
        )


def a_family(path: Path) -> Family:
    """Make a file with the family in it."""
    family = Family(path)
    make_file(path)
    family.case_id = make_family(path, "O'Neill [bold]", family.fill)
    return family
