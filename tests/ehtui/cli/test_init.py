"""Making the file: asked at a terminal, told elsewhere; nothing is taken silently."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest

from data import settings
from data.procedures.loading import default_id, listed, load
from data.store.errors import WrongPassphrase
from data.store.secrets import Secret
from data.store.store import Store
from ehtui.cli.asking import ask_new_passphrase, ask_yes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.settings import Settings

    Command = Callable[..., Any]


def kept(path: Path, secret: Secret) -> Settings:
    with Store.open(path, secret) as store:
        return settings.read(store.reading())


def at_terminal(monkeypatch: pytest.MonkeyPatch, lines: list[str], secrets: list[str]) -> list[str]:
    """Somebody sits there and types; gives what they are asked in secret."""
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return secrets.pop(0)

    monkeypatch.setattr("ehtui.cli.opening.at_terminal", lambda: True)
    monkeypatch.setattr("ehtui.cli.asking.ask_passphrase", ask)
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return asked


def test_without_a_terminal_nothing_is_asked(
    ehtui: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"
    done = ehtui("init", "--me", "Robin", "--file", str(path))
    assert (done.code, path.exists()) == (3, False)
    assert "EHTUI_PASSPHRASE" in done.err
    monkeypatch.setenv("EHTUI_PASSPHRASE", "right horse")
    assert ehtui("init", "--me", "Robin", "--file", str(path)).code == 0
    said = kept(path, Secret.from_passphrase("right horse"))
    assert (said.me, said.procedure, said.harm_in_hours) == ("Robin", default_id(), "")
    assert said.device
    with pytest.raises(WrongPassphrase):
        kept(path, Secret.from_passphrase("wrong horse"))


def test_a_passphrase_may_lie_in_a_file(ehtui: Command, tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text("right horse\nsecond line\n")
    path, key = str(tmp_path / "new.db"), str(tmp_path / "key.txt")
    assert ehtui("init", "--file", path, "--passphrase-file", key).code == 0
    assert ehtui("due", "--file", path, "--passphrase-file", key).code == 0
    assert ehtui("due", "--file", path).code == 3


def test_no_passphrase_only_when_somebody_insists(ehtui: Command, tmp_path: Path) -> None:
    done = ehtui("init", "--no-passphrase", "--file", str(tmp_path / "new.db"))
    assert done.code == 0
    assert "no passphrase" in done.out


def test_a_file_that_is_there_stays(ehtui: Command, tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.write_text("something else")
    assert ehtui("init", "--no-passphrase", "--file", str(path)).code == 3
    assert path.read_text() == "something else"


def test_a_terminal_is_asked_everything(
    ehtui: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"
    lines = ["Robin Ashdown", "atlantis", "", "0191 498 0110", "", "n"]
    asked = at_terminal(monkeypatch, lines, ["a right horse", "wrong", "", *["a right horse"] * 2])
    done = ehtui("init", "--file", str(path))
    assert done.code == 0
    assert asked == ["New passphrase", "The same again", *["New passphrase"] * 2, "The same again"]
    assert "lost for good" in done.err
    said = kept(path, Secret.from_passphrase("a right horse"))
    assert (said.me, said.procedure) == ("Robin Ashdown", default_id())
    assert (said.harm_in_hours, said.harm_out_of_hours) == ("0191 498 0110", "")


@pytest.mark.parametrize(
    ("typed", "kept_numbers", "refusals"),
    [
        (["short", "0191 498 0110", ""], ("0191 498 0110", ""), 1),
        (["12", "ring the duty desk", "999", "x", ""], ("999", ""), 3),
        (["", "ext 4411 (day)"], ("", "ext 4411 (day)"), 0),
    ],
)
def test_a_number_without_digits_to_ring_is_asked_for_again(
    ehtui: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: list[str],
    kept_numbers: tuple[str, str],
    refusals: int,
) -> None:
    path = tmp_path / "new.db"
    at_terminal(monkeypatch, ["", *typed], [])
    done = ehtui("init", "--me", "Robin", "--no-passphrase", "--file", str(path))
    assert (done.code, done.err.count("no number to ring")) == (0, refusals)
    said = kept(path, Secret.none())
    assert (said.harm_in_hours, said.harm_out_of_hours) == kept_numbers


@pytest.mark.parametrize(
    ("typed", "taken", "warnings"),
    [
        (["correct horse", "correct horse"], "correct horse", 0),
        (["twelve chars", "twelve chars"], "twelve chars", 0),
        (["a", "a", "a"], "a", 1),
        (["a", "correct horse", "correct horse"], "correct horse", 1),
        (["a", "b", "b", "b"], "b", 2),
        (["a", "a", "slip", "a", "a"], "a", 1),
    ],
)
def test_a_passphrase_that_is_easy_to_guess_is_taken_when_it_is_typed_again(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: list[str],
    taken: str,
    warnings: int,
) -> None:
    asked = at_terminal(monkeypatch, [], list(typed))
    assert ask_new_passphrase() == taken
    assert len(asked) == len(typed)
    assert capsys.readouterr().err.count("easy to guess") == warnings


@pytest.mark.parametrize(
    ("typed", "said", "refusals"),
    [(["y"], True, 0), (["YES"], True, 0), ([""], False, 0), (["abc", "maybe", "n"], False, 2)],
)
def test_a_yes_or_no_is_asked_until_it_is_one(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: list[str],
    said: bool,
    refusals: int,
) -> None:
    at_terminal(monkeypatch, typed, [])
    assert ask_yes("Keep it") is said
    assert capsys.readouterr().err.count("Type y for yes") == refusals


def test_a_published_number_is_shown_with_its_date_and_not_taken(
    ehtui: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"
    area = next(
        key
        for key in listed()
        for one in load(key).contacts
        if one.phone and one.key == load(key).harm.in_hours
    )
    at_terminal(monkeypatch, [area, "", ""], [])
    done = ehtui("init", "--me", "Robin", "--no-passphrase", "--file", str(path))
    assert done.code == 0
    assert "Published " in done.err
    assert kept(path, Secret.none()).harm_in_hours == ""


def test_leaving_in_the_middle_makes_nothing(
    ehtui: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"
    at_terminal(monkeypatch, ["Robin"], [])
    done = ehtui("init", "--file", str(path))
    assert (done.code, path.exists()) == (3, False)
