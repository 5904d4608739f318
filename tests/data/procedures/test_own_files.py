"""Files of one's own: an area that is added, and a shipped one changed in a few things."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.procedures.loading import default_id, faults, from_text, listed, load, read_text

MARLBURY = Path(__file__).parents[1] / "areas" / "marlbury.toml"


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    path = tmp_path / MARLBURY.name
    path.write_text(MARLBURY.read_text("utf-8"), "utf-8")
    return path


def test_an_area_is_added_by_its_file_alone(own_file: Path) -> None:
    assert faults(own_file) == ()
    assert "marlbury" in listed(own_file.parent)
    found = load("marlbury", own_file.parent)
    assert from_text(read_text("marlbury", own_file.parent)) == found


def test_what_the_model_can_say_is_read(own_file: Path) -> None:
    found = load("marlbury", own_file.parent)
    (compass,) = found.tools
    assert (compass.lowest, compass.highest, compass.editions) == (0, 4, ("2",))
    assert [area.title for area in compass.areas] == ["Home", "Sleep", "School"]
    assert found.framework_outcomes[0].parts[0].title == "Healthy teeth"
    assert [item.key for item in found.packs[0].sends] == ["plan", "minutes", "chronology"]
    assert found.request_outcomes[0].do == "The {taf} goes on meanwhile."
    assert found.words.tayp == "Young Circle"


@pytest.mark.parametrize(
    ("was", "becomes", "key", "expected"),
    [
        ("lowest = 0\n", "", "tools[compass]", "both lowest and highest"),
        ("lowest = 0\nhighest = 4\n", "", "tools[compass]", "both lowest and highest"),
        ("highest = 4", "highest = 0", "tools[compass].highest", "a number above 0"),
        ("highest = 4", 'highest = "4"', "tools[compass].highest", "a whole number"),
        ('key = "toy-library"', 'key = "hub-worker"', "requests, help, services[hub-worker]",
         "used only once"),
        ('key = "sleep"', 'key = "home"', "tools[compass].areas[home]", "used only once"),
        ("steps_up = true", "steps_upp = true", "requests[desk].steps_upp", "perhaps steps_up"),
        ('contact = "hub"', 'contact = "hab"', "help[hub-worker].contact", "one of desk"),
        ('id = "marlbury"', 'id = "harlbury"', "id", "marlbury, the same as the file's name"),
        ("[source]", "[sauce]", "sauce", "perhaps source"),
        ('asks = ["words"]', 'asks = ["wrods"]', "sections[home].items[days].asks[number 1]",
         "one of needs"),
        ("[words]", "[words", "", "TOML"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(
    own_file: Path, was: str, becomes: str, key: str, expected: str
) -> None:
    text = own_file.read_text("utf-8")
    assert was in text
    own_file.write_text(text.replace(was, becomes, 1), "utf-8")
    (fault,) = faults(own_file)
    assert fault.key == key
    assert expected in fault.expected


def test_all_that_does_not_fit_is_named_at_once(own_file: Path) -> None:
    text = own_file.read_text("utf-8").replace("highest = 4", "highest = -1")
    own_file.write_text(text.replace('in_hours = "desk"', 'in_hours = "dask"'), "utf-8")
    assert [fault.key for fault in faults(own_file)] == [
        "harm.in_hours",
        "tools[compass].highest",
    ]


@pytest.mark.parametrize("area", listed())
def test_words_and_contacts_of_a_shipped_area_are_replaced(area: str, tmp_path: Path) -> None:
    shipped = load(area)
    contact = shipped.contacts[0].key
    own = tmp_path / f"{area}.toml"
    own.write_text(
        f'changes = "{area}"\n'
        'words = { lead = "key person" }\n'
        f'contacts = [{{ key = "{contact}", phone = "01632 960009", published = "2026-10" }}]\n',
        "utf-8",
    )
    assert faults(own) == ()
    changed = load(area, tmp_path)
    assert (changed.words.lead, changed.words.plan) == ("key person", shipped.words.plan)
    assert changed.contacts[0].phone == "01632 960009"
    assert changed.contacts[0].title == shipped.contacts[0].title
    assert changed.contacts[1:] == shipped.contacts[1:]
    assert (changed.clocks, changed.checklists) == (shipped.clocks, shipped.checklists)


def test_a_shipped_area_can_be_the_ground_of_another(tmp_path: Path) -> None:
    base = default_id()
    own = tmp_path / "marlbury.toml"
    own.write_text(f'changes = "{base}"\nid = "marlbury"\nname = "Marlbury"\ndefault = false\n')
    assert faults(own) == ()
    assert load("marlbury", tmp_path).stages == load(base).stages


def test_a_change_that_breaks_the_whole_is_named(tmp_path: Path) -> None:
    base = default_id()
    own = tmp_path / f"{base}.toml"
    own.write_text(f'changes = "{base}"\nharm = {{ in_hours = "nobody" }}\n')
    (fault,) = faults(own)
    assert fault.key == "harm.in_hours"


def test_every_shipped_file_is_sound() -> None:
    shipped = Path(load.__code__.co_filename).parent
    assert [faults(shipped / f"{area}.toml") for area in listed()] == [()] * len(listed())


def test_sub_outcomes_are_added_to_a_shipped_area(tmp_path: Path) -> None:
    area = next(key for key in listed() if load(key).framework)
    first = load(area).framework_outcomes[0].key
    own = tmp_path / f"{area}.toml"
    own.write_text(
        f'changes = "{area}"\n'
        f'framework = {{ outcomes = [{{ key = "{first}", parts = [\n'
        '  { key = "attends", title = "Goes to school on most days" },\n'
        "] }] }\n",
        "utf-8",
    )
    assert faults(own) == ()
    changed = load(area, tmp_path).framework_outcomes
    assert [part.key for part in changed[0].parts] == ["attends"]
    assert changed[1:] == load(area).framework_outcomes[1:]
