from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import platformdirs
import pytest

from data import folders
from data.folders import NoFolder, data_file, home, make_private_folder, own_folder
from data.private import make_private

posix = pytest.mark.skipif(os.name != "posix", reason="modes and users as on POSIX systems")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """No EHTUI_HOME; the system's folder and the program's lie in the test's own."""
    user, program = tmp_path / "user", tmp_path / "program"
    monkeypatch.delenv("EHTUI_HOME", raising=False)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: user)
    monkeypatch.setattr(sys, "prefix", str(program))
    return user, program / "ehtui-data"


def block(place: Path) -> None:
    """Make a folder impossible for everybody, root too: a file stands where it would be."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("in the way")


def test_the_variable_goes_first(
    places: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EHTUI_HOME", str(tmp_path / "chosen"))
    assert data_file() == tmp_path / "chosen" / "ehtui.db"
    assert not any(place.exists() for place in places)


def test_the_users_folder_then_the_programs(places: tuple[Path, Path]) -> None:
    user, program = places
    assert home() == user
    user.rmdir()
    block(user)
    assert home() == program


def test_a_folder_that_holds_the_file_is_kept(places: tuple[Path, Path]) -> None:
    user, program = places
    for place in (program, user):
        make_private_folder(place)
    make_private(program / "ehtui.db")
    assert home() == program
    make_private(user / "ehtui.db")
    assert home() == user


def test_the_last_word_says_what_to_set(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in places:
        block(place)
    with pytest.raises(NoFolder, match="set EHTUI_HOME to one that can"):
        home()
    monkeypatch.setenv("EHTUI_HOME", str(places[0]))
    with pytest.raises(NoFolder, match="folder in EHTUI_HOME can't be written to"):
        home()


def test_looking_for_a_folder_leaves_nothing_in_it(places: tuple[Path, Path]) -> None:
    assert list(home().iterdir()) == []


def test_the_users_own_codes(places: tuple[Path, Path]) -> None:
    assert own_folder("codes") is None
    (places[1] / "codes").mkdir(parents=True)
    assert own_folder("codes") == places[1] / "codes"


@posix
def test_what_is_made_is_private_whatever_the_mask(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        make_private_folder(tmp_path / "one" / "two")
        make_private(tmp_path / "one" / "two" / "ehtui.db")
    finally:
        os.umask(mask)
    assert mode(tmp_path / "one" / "two" / "ehtui.db") == 0o600
    assert {mode(tmp_path / name) for name in ("one", "one/two")} == {0o700}


def test_a_file_that_is_there_is_not_taken_over(tmp_path: Path) -> None:
    file = tmp_path / "ehtui.db"
    file.write_text("words")
    with pytest.raises(FileExistsError):
        make_private(file)
    assert file.read_text() == "words"


@posix
def test_a_link_somebody_laid_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "ehtui.db").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        make_private(tmp_path / "ehtui.db")
    assert not (tmp_path / "elsewhere").exists()


UNPRIVILEGED = """
import os, sys
sys.path.insert(0, sys.argv[1])
from data.folders import NoFolder, home
if os.getuid() == 0:
    os.setuid(65534)
try:
    home()
except NoFolder as error:
    print(error)
"""


@posix
@pytest.mark.parametrize("shut", [0o555, 0o000], ids=["read-only", "shut"])
def test_an_unprivileged_user_and_a_folder_of_no_use(shut: int) -> None:
    with tempfile.TemporaryDirectory() as reachable:  # tmp_path lies in a folder of its user's own
        Path(reachable).chmod(0o755)
        folder = Path(reachable) / "folder"
        folder.mkdir()
        folder.chmod(shut)
        run = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, str(Path(folders.__file__).parents[1])],
            env={**os.environ, "EHTUI_HOME": str(folder)},
            capture_output=True,
            text=True,
            check=True,
        )
        folder.chmod(0o755)
        assert "can't be written to" in run.stdout
        assert list(folder.iterdir()) == []
