from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from data.store.secrets import Secret
from data.store.store import Store
from ehtui.cli import front
from ehtui.demo import filling
from ehtui.today import today

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("front") / "families.db"
    with Store.create(path, Secret.from_key(bytes(32))) as store:
        filling.fill(store, 2, 1, today())
    key = path.with_name("key")
    key.touch(mode=0o600)
    key.write_text(bytes(32).hex())
    return path


def said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["ehtui", *arguments])
    code = front.run()
    out, err = capsys.readouterr()
    return code, out, err


def test_a_query_a_line_is_an_answer_a_line(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = _somebody(file)
    queries = [name, "qxqxqxz", "", '" * NEAR ( ) -', "\x1b[31m", "a" * 10_000]
    monkeypatch.setattr("sys.stdin", iter(f"{one}\n" for one in queries))
    options = ("--file", str(file), "--key-file", str(file.with_name("key")))
    code, out, err = said(
        monkeypatch, capsys, "find", "--stdin", "--json", "--limit", "3", *options
    )
    answers = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [one["query"] for one in answers] == queries
    assert answers[0]["results"][0]["name"] == name
    assert len(answers[0]["results"]) <= 3
    assert {"id", "external_id", "name", "dob", "why", "score", "sure"} <= set(
        answers[0]["results"][0]
    )
    assert [one["results"] for one in answers[1:]] == [[]] * 5


@pytest.mark.parametrize(
    "arguments",
    [
        ["find"],
        ["find", "x", "--stdin"],
        ["find", "x", "--limit", "0"],
        ["find", "x", "--limit", "many"],
        ["find", "x", "--slowly"],
        ["find", "x", "--file"],
    ],
)
def test_what_is_not_plain_is_left_to_the_whole_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    code, out, err = said(monkeypatch, capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_file_that_is_not_there_is_said_plainly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = said(monkeypatch, capsys, "find", "x", "--file", str(tmp_path / "none.db"))
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "Traceback" not in err


def _somebody(file: Path) -> str:
    with Store.open(file, Secret.from_key(bytes(32))) as store:
        row = store.reading().execute(
            "SELECT given || ' ' || family FROM people WHERE given <> '' AND family <> '' "
            "AND known_as = '' LIMIT 1"
        )
        return str(row.fetchone()[0])


def test_a_process_that_leaves_at_once_has_said_all_and_gives_its_exit_code(file: Path) -> None:
    options = ("--file", str(file), "--key-file", str(file.with_name("key")))
    for query, code in ((_somebody(file), 0), ("qxqxqxz", 1)):
        script = "from ehtui.cli.front import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", script, "find", query, *options],
            capture_output=True,
            text=True,
            timeout=60,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, bool(done.stdout), bool(done.stderr)) == (code, not code, code)


@pytest.mark.parametrize("arguments", [["find"], ["--version"]])
def test_when_the_reader_has_gone_nothing_is_said_to_be_broken(
    file: Path, arguments: list[str]
) -> None:
    if arguments == ["find"]:
        options = ("--file", str(file), "--key-file", str(file.with_name("key")))
        arguments = ["find", _somebody(file), *options]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", "from ehtui.cli.front import main; main()", *arguments],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")
