from __future__ import annotations

import stat
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import on, work
from textual.worker import WorkerFailed

from screens.app import EhtuiApp
from screens.commands import Command, CommandScreen
from screens.crash import silence_python, trace, write_report

NAME = "Tomasz Zmyslony"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class RenderedError(ValueError):
    """Renders itself: Textual shows such an exception by another way."""

    def __rich__(self) -> str:
        return str(self)


class Break(Command):
    """Fail in a handler."""

    key = "f5"


class BreakRendered(Command):
    """Fail with an exception that renders itself."""

    key = "f6"


class BreakWorker(Command):
    """Fail in a worker."""

    key = "f7"


def fail(kind: type[Exception] = ValueError) -> None:
    child = NAME
    try:
        raise KeyError(child)
    except KeyError as missing:
        raise kind(f"no record of {child}") from missing


class Fragile(CommandScreen[None]):
    OFFERS = (Break, BreakRendered, BreakWorker)

    @on(Break)
    def break_(self) -> None:
        fail()

    @on(BreakRendered)
    def break_rendered(self) -> None:
        fail(RenderedError)

    @on(BreakWorker)
    @work
    async def break_worker(self) -> None:
        fail()


async def press(bench: EhtuiApp, key: str) -> None:
    async with bench.run_test() as pilot:
        await bench.push_screen(Fragile())
        await pilot.press(key)


@pytest.mark.parametrize(
    ("key", "kind"), [("f5", "ValueError"), ("f6", "RenderedError"), ("f7", "ValueError")]
)
async def test_a_crash_says_where_and_never_what(
    bench: EhtuiApp,
    key: str,
    kind: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drained: list[bool] = []
    monkeypatch.setattr(bench, "drain", lambda: drained.append(True))
    with pytest.raises((ValueError, WorkerFailed)):
        await press(bench, key)
    printed = "".join(capsys.readouterr())
    (report,) = (bench.file.parent / "crashes").iterdir()
    assert drained
    assert "What you typed is kept" in printed
    for shown in (printed, report.read_text(encoding="utf-8")):
        assert "test_crash.py:" in shown.replace("\n", "")
        assert "in fail" in shown
        assert "KeyError" in shown
        assert kind in shown
        assert "Tomasz" not in shown
        assert "Zmyslony" not in shown
        assert "no record" not in shown
    if sys.platform != "win32":
        assert stat.S_IMODE(report.stat().st_mode) == 0o600


async def test_a_crash_owns_up_when_the_last_words_could_not_be_written(
    bench: EhtuiApp, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(NAME)

    monkeypatch.setattr(bench, "drain", full)
    with pytest.raises(ValueError, match="no record"):
        await press(bench, "f5")
    printed = "".join(capsys.readouterr())
    assert "could not be written" in printed
    assert "is kept" not in printed
    assert "Tomasz" not in printed


def caught() -> Exception:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_a_trace_starts_at_the_first_cause() -> None:
    lines = trace(caught()).splitlines()
    assert lines.index("builtins.KeyError") < lines.index("builtins.ValueError")


def test_a_trace_keeps_the_folders_above_the_program_to_itself() -> None:
    assert str(Path.home()) not in trace(caught())
    assert str(Path(__file__).parent.parent.parent) not in trace(caught())


def test_a_folder_that_cannot_be_written_to_gives_no_report(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert write_report(caught(), tmp_path / "file" / "crashes", NOW) is None


def test_python_itself_tells_no_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    silence_python()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    sys.excepthook(ValueError, caught(), None)
    printed = capsys.readouterr().err
    assert printed.count("builtins.ValueError") == 2
    assert "Tomasz" not in printed
