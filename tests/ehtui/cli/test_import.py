from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from data.store.secrets import Secret
from data.store.store import Store

SHEET = """Families of the north,,,,
Forename,Surname,D.O.B.,Post code,Remarks
Sam,Jones,3/2/15,NE1 4AB,x
Kim,Jones,31/2/15,NE1 4AB,
,,,NE1 4AB,
Lee,=1+1,3/2/50,,
"""


class Done(Protocol):
    """What a command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new file without a passphrase, which the commands of this test use."""
    path = tmp_path / "families.db"
    Store.create(path, Secret.none()).close()
    monkeypatch.setenv("EHTUI_FILE", str(path))
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(SHEET, "utf-8")
    return path


def counted(file: Path) -> tuple[int, int]:
    """How many people and how many cases there are."""
    with Store.open(file, Secret.none()) as store:
        count = "SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM cases)"
        people, cases = store.reading().execute(count).fetchone()
    return people, cases


def test_a_sheet_is_imported_and_what_cannot_be_read_is_put_aside(
    ehtui: Command, file: Path, sheet: Path
) -> None:
    done = ehtui("import", "people", str(sheet))
    assert done.code == 0
    assert "given ← Forename\n" in done.out
    assert "Not taken: Remarks\n" in done.out
    assert "row 4: not read: D.O.B.: 31 Feb is not in the calendar" in done.out
    assert "3 people imported, of 3 families." in done.out
    assert counted(file) == (3, 3)
    rejects = sheet.with_name("people.csv.rejects.csv")
    assert stat.S_IMODE(rejects.stat().st_mode) == 0o600
    assert "people.csv.rejects.csv" in done.err
    for said in ("Sam", "Kim", "Jones", "NE1"):
        assert said not in done.out + done.err


def test_the_rejects_can_be_corrected_and_imported(ehtui: Command, file: Path, sheet: Path) -> None:
    sheet.write_text("Forename,DOB,Ref\n=Kim,31/2/15,+1\n", "utf-8")
    assert ehtui("import", "people", str(sheet)).code == 1
    rejects = sheet.with_name("people.csv.rejects.csv")
    text = rejects.read_text("utf-8-sig")
    assert text.splitlines()[1].endswith(",'=Kim,31/2/15,'+1")
    rejects.write_text(text.replace("31/2/15", "28/2/15"), "utf-8-sig")
    assert ehtui("import", "people", str(rejects)).code == 0
    with Store.open(file, Secret.none()) as store:
        kept = store.reading().execute("SELECT given, external_id FROM people").fetchall()
    assert [tuple(row) for row in kept] == [("=Kim", "+1")]


def test_rejects_are_never_written_over(ehtui: Command, file: Path, sheet: Path) -> None:
    for _ in range(2):
        ehtui("import", "people", str(sheet))
    first, second = sorted(sheet.parent.glob("*.rejects*.csv"))
    assert first.read_bytes() == second.read_bytes()


def test_a_dry_run_writes_nothing(ehtui: Command, file: Path, sheet: Path) -> None:
    before = sorted(sheet.parent.iterdir()), file.read_bytes()
    done = ehtui("import", "people", str(sheet), "--dry-run")
    assert done.code == 0
    assert "3 people would be imported." in done.out
    assert (sorted(sheet.parent.iterdir()), file.read_bytes()) == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--map", "given=Called"], 2, "There is no column “Called”"),
        (["--map", "colour=Red"], 2, "FIELD=HEADING"),
        (["--map", "given=Remarks", "--dry-run"], 0, "given ← Remarks"),
        (["--map", "postcode=", "--dry-run"], 0, "Not taken: Post code, Remarks"),
    ],
)
def test_columns_are_chosen(
    ehtui: Command,
    file: Path,
    sheet: Path,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    done = ehtui("import", "people", str(sheet), *arguments)
    assert done.code == code
    assert said in done.out + done.err
    assert counted(file) == (0, 0)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "blank"), (b"Sam,Jones\n", "No row of headings"), (b"PK\x03\x04", "can't be read")],
)
def test_what_is_no_sheet_is_said_and_nothing_asked(
    ehtui: Command, file: Path, sheet: Path, content: bytes, said: str
) -> None:
    sheet.write_bytes(content)
    done = ehtui("import", "people", str(sheet))
    assert done.code == 3
    assert said in done.err


def test_where_the_rejects_cannot_be_written_nothing_is_imported(
    ehtui: Command, file: Path, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ehtui.importing.rejects.make_private", full)
    done = ehtui("import", "people", str(sheet))
    assert done.code == 3
    assert "full" in done.err
    assert counted(file) == (0, 0)


def test_headings_alone_are_said_to_be_all(ehtui: Command, file: Path, sheet: Path) -> None:
    sheet.write_text("Forename,Surname\n", "utf-8")
    done = ehtui("import", "people", str(sheet))
    assert (done.code, "nobody below the headings" in done.out) == (1, True)


def test_at_a_terminal_the_columns_are_corrected(
    ehtui: Command, file: Path, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["known_as=Nobody", "known as=Remarks", ""])
    monkeypatch.setattr("ehtui.cli.opening.at_terminal", lambda: True)
    monkeypatch.setattr("ehtui.cli.asking.ask_line", lambda *_: next(answers))
    done = ehtui("import", "people", str(sheet))
    assert "There is no column “Nobody”" in done.err
    assert "known_as ← Remarks" in done.err
    with Store.open(file, Secret.none()) as store:
        kept = store.reading().execute("SELECT known_as FROM people WHERE given = 'Sam'")
        assert kept.fetchone()[0] == "x"
