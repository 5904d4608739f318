from __future__ import annotations

from pathlib import Path

import pytest

from data.codes.lists import BadCodes
from data.lookup import other_names
from data.lookup.sounds import codes, said


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EHTUI_HOME", str(tmp_path))
    (tmp_path / "codes").mkdir()
    return tmp_path / "codes" / other_names.TABLE


def test_a_users_own_table_adds_to_the_programs(own: Path) -> None:
    own.write_text('[heard]\nWojciech = "Woytsieck"\n"Zorblax" = "sorblacks"\n', "utf-8")
    assert {"voytek", "woytsieck"} <= other_names.heard_names().get("wojciech", frozenset())
    assert other_names.heard_names()["zorblax"] == {"sorblacks"}


@pytest.mark.parametrize(
    "text", ["[heard", "[heard]\nx = 1\n", 'heard = "x"\n', "[short]\nx = 1\n"]
)
def test_a_table_that_cannot_be_read_is_refused_plainly(own: Path, text: str) -> None:
    own.write_text(text, "utf-8")
    with pytest.raises(BadCodes, match=r"codes/heard_names\.toml"):
        other_names.heard_names().get("wojciech", frozenset())


@pytest.mark.parametrize(
    ("name", "heard"), [("theo", {"feo"}), ("heather", {"heafer", "heaver"}), ("anna", set())]
)
def test_a_th_is_said_with_the_teeth_by_many(name: str, heard: set[str]) -> None:
    assert other_names.fronted(name) == heard


def test_short_forms_go_both_ways() -> None:
    assert "bill" in other_names.short_forms()["william"]
    assert "william" in other_names.short_forms()["bill"]
    assert "zorblax" not in other_names.short_forms()


def test_short_forms_of_other_languages_and_of_ones_own_are_among_them(own: Path) -> None:
    own.write_text('[short]\nZorblax = "zorb"\n', "utf-8")
    assert "katarzyna" in other_names.short_forms()["kasia"]
    assert other_names.short_forms()["zorb"] == {"zorblax"}
    assert "bill" in other_names.short_forms()["william"]


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("siobhan", "shivon"),
        ("aisling", "ashling"),
        ("szymon", "shimon"),
        ("krzysztof", "kshishtof"),
        ("mcdonald", "macdonald"),
        ("thompson", "tomson"),
        ("hussain", "hussein"),
        ("yusuf", "yousef"),
        ("nkechi", "inkechi"),
        ("catherine", "kathryn"),
        ("leigh", "lee"),
        ("rhys", "reece"),
        ("kwame", "quame"),
        ("huang", "wang"),
        ("gyula", "jula"),
        ("yehor", "egor"),
    ],
)
def test_names_that_sound_alike_share_a_sound(name: str, heard: str) -> None:
    assert set(said(name)) & set(said(heard)) or set(codes(name)) & set(codes(heard))


@pytest.mark.parametrize(("name", "other"), [("oliver", "amelia"), ("smith", "patel")])
def test_names_that_do_not_sound_alike_share_none(name: str, other: str) -> None:
    assert not set(codes(name)) & set(codes(other))
