"""What a procedure says of the time before a plan: harm, whether to start, checks and consent."""

from __future__ import annotations

from typing import Literal

from data.procedures.parts import Key, Part, Published, Text


class Contact(Part, frozen=True, kw_only=True):
    """Somebody to ring or write to, as published: old until somebody has checked it."""

    key: Key
    title: Text
    use: Text
    phone: str = ""
    email: str = ""
    hours: str = ""
    area: str = ""
    """The locality it serves, where there are several."""
    serves: tuple[Key, ...] = ()
    """The checks, kinds of help and requests that are answered there, by their keys."""
    published: Published | None = None
    """Where it differs from the source's own date."""


class Harm(Part, frozen=True, kw_only=True):
    """Where a child who is being harmed, or may be, is taken to at once."""

    words: Text
    in_hours: Key
    """The key of a contact."""
    out_of_hours: str = ""
    emergency: Text = "999"
    steps: tuple[Text, ...] = ()
    source: Text


class Help(Part, frozen=True, kw_only=True):
    """Help that a practitioner can ask for."""

    key: Key
    title: Text
    when: Text
    contact: str = ""
    """The key of a contact."""
    source: str = ""


class StartRoute(Part, frozen=True, kw_only=True):
    """Where the questions at the start can lead."""

    key: Literal["harm", "join", "no_concern", "own_service", "request", "refused", "start"]
    title: Text
    do: Text
    """What to do now, in plain words."""
    source: str = ""


class Question(Part, frozen=True, kw_only=True):
    """A question asked before a plan is started; an answer without a route asks the next one."""

    key: Key
    ask: Text
    yes: str = ""
    no: str = ""
    hint: str = ""
    source: str = ""


class Answer(Part, frozen=True, kw_only=True):
    """A possible answer to a check, and what follows from it."""

    key: Key
    title: Text
    do: Text


class Check(Part, frozen=True, kw_only=True):
    """Something to ask of somebody before a plan is started."""

    key: Key
    title: Text
    asks: Text
    """Who is asked."""
    gives: tuple[Text, ...]
    """What they need to be told to answer."""
    answers: tuple[Answer, ...]
    source: Text


class ConsentPart(Part, frozen=True, kw_only=True):
    """One of the three things that consent is asked for."""

    key: Literal["start", "store", "share"]
    title: Text
    meaning: Text
    explain: tuple[Text, ...]
    """What the family must have understood before they answer."""
    source: Text


class ConsentGiver(Part, frozen=True, kw_only=True):
    """Somebody who may be asked, and when it is their answer that is wanted; in order of asking."""

    key: Literal[
        "parental_responsibility",
        "competent_child",
        "young_person",
        "mother_of_unborn",
        "primary_carer",
    ]
    title: Text
    when: Text
    source: str = ""


class Consent(Part, frozen=True, kw_only=True):
    """How consent is asked for, and what follows when it is refused or taken back."""

    parts: tuple[ConsentPart, ...]
    givers: tuple[ConsentGiver, ...] = ()
    form: str = ""
    """How it is to be given: signed, written where possible."""
    conflict: str = ""
    refused: tuple[Text, ...] = ()
    refused_again: tuple[Text, ...] = ()
    withdrawn: tuple[Text, ...] = ()
    look_again: tuple[Text, ...] = ()
    """When consent is to be asked about again."""
    revisit: tuple[Literal["review", "new_service", "level_change"], ...] = ()
    """The same, as moments that the program can see coming."""
    source: str = ""
