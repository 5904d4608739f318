"""What becomes of pasted lines: nothing is lost, and nothing goes anywhere twice."""

from __future__ import annotations

from data.records.assessment import Statement
from data.records.outcomes import Action
from ehtui.changes import ChangeSet
from screens.notes.writing_up import finished, pasted, row_of, sent, visit


def written() -> ChangeSet:
    changes = ChangeSet("case")
    pasted(changes).put(text="a\nb\nc\nd")
    visit(changes).put(on="7 sep", place="home")
    changes.new(Statement, tool="columns", part="worries", text="a", owner_id="mum")
    changes.new(Statement, tool="columns", part="wishes", text="b", owner_id="mum")
    changes.new(Statement, tool="houses", part="house_good", text="c", owner_id="tomek")
    changes.new(Action, what="d")
    return changes


def test_each_person_gets_one_talk_of_that_day_and_place() -> None:
    changes = written()
    rows = finished(changes, [])
    talks = {row.record_id: row.typed for row in rows if row.table == "conversations"}
    assert sorted((one["tool"], one["with_id"], one["on"]) for one in talks.values()) == [
        ("columns", "mum", "7 sep"),
        ("houses", "tomek", "7 sep"),
    ]
    for row in rows:
        if row.table == "statements":
            talk = talks[row.typed["conversation_id"]]
            assert talk["with_id"] == row.typed["owner_id"]
            assert row.typed["on"] == "7 sep"


def test_what_was_sent_nowhere_becomes_one_note() -> None:
    notes = [row for row in finished(written(), ["x", "y"]) if row.table == "notes"]
    assert [note.typed["text"] for note in notes] == ["x\ny"]
    assert not [row for row in finished(written(), []) if row.table == "notes"]


def test_finishing_leaves_the_draft_as_it_was() -> None:
    changes = written()
    before = changes.to_draft()
    finished(changes, ["x"])
    assert changes.to_draft() == before


def test_a_line_is_found_again_by_its_words_alone() -> None:
    changes = written()
    found = row_of(changes, ' - "a" ')
    assert found is not None
    assert found.typed["text"] == "a"
    assert row_of(changes, "e") is None
    assert len(sent(changes)) == 4
