"""The rules of the house that no linter knows."""

from __future__ import annotations

import io
import re
import subprocess
import tokenize
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = sorted(path for room in ("ehtui", "screens", "data") for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LOCKS = ["requirements.lock", "requirements-dev.lock"]

AREA = re.compile(r"newcastle|doncaster|gloucester|derby|\bhull\b", re.IGNORECASE)
SOURCE = re.compile(r"Source: ")
# Spelt so that these very lines do not match.
MACHINE = re.compile(r"/[w]ork/|/[f]arm/|/[h]ome/\w|/[U]sers/\w|file:[/]//")
REGISTRY = re.compile(
    r"[p]ypi\.org|[p]ythonhosted|https?:/[/]\S*(?:/simple\b|\.whl)|--(?:[f]ind-links|(?:[e]xtra-)?index)"
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def committed() -> list[Path]:
    """Every text file that git keeps; in a copy without git, the ones that lie in the rooms."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        return [*CODE, *TESTS, *(path for path in ROOT.iterdir() if path.is_file())]
    return [path for path in map(ROOT.joinpath, listed.stdout.split("\0")) if path.is_file()]


def areas_named(text: str) -> list[str]:
    """The lines that name an area, but for those lines of a docstring that cite a source."""
    cited = {
        line
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.STRING and token.string.startswith(('"""', 'r"""'))
        for line, words in enumerate(token.string.splitlines(), token.start[0])
        if SOURCE.search(words)
    }
    return [
        f"{number}: {line.strip()}"
        for number, line in enumerate(text.splitlines(), 1)
        if AREA.search(line) and number not in cited
    ]


def test_packages_say_nothing_at_import() -> None:
    spoken = [name(path) for path in CODE if path.name == "__init__.py" and path.read_text("utf-8")]
    assert spoken == []


def test_the_plan_of_the_house_names_every_room() -> None:
    plan = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = {f"{name(path.parent)}/" for path in CODE if path.parent.parent != ROOT}
    assert {room for room in rooms if f"`{room}`" not in plan} == set()


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=name)
def test_a_module_is_short_enough_to_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_no_code_knows_an_area_by_name() -> None:
    # The made-up caseload says which procedure each family is under: that is data, too.
    found = {
        name(path): lines
        for path in CODE
        if not name(path).startswith(("data/demo/", "data/procedures/"))
        and (lines := areas_named(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('if area == "hull":\n', 1),
        ("weeks = 8  # as Derbyshire has it\n", 1),
        ('"""Return the day. Source: Doncaster 6."""\n', 0),
        ('note = "Source: Doncaster 6"\n', 1),
        ("shulls = hullo = 1\n", 0),
    ],
)
def test_naming_an_area_is_noticed(text: str, lines: int) -> None:
    assert len(areas_named(text)) == lines


def test_nothing_committed_names_a_machine_or_a_registry() -> None:
    found = [
        f"{name(path)}: {hit.group()}"
        for path in committed()
        for words in [path.read_bytes().decode("utf-8", "ignore")]
        for hit in [MACHINE.search(words) or REGISTRY.search(words)]
        if hit
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    pins = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert len(pins) > 10
    assert [
        pin.split()[0] for pin in pins if not re.match(r"\S+==\S+ .*\\\n +--hash=sha256:", pin)
    ] == []
    assert "://" not in text


def test_both_locks_agree() -> None:
    run, dev = (
        set(re.findall(r"^\S+==\S+", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
        for lock in LOCKS
    )
    assert run < dev


def test_every_dependency_is_locked_and_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = (ROOT / "requirements-dev.lock").read_text("utf-8")
    for requirement in wanted:
        package = re.split(r"[=<>]", requirement)[0]
        assert re.search(rf"^{package}==", locked, re.MULTILINE), f"{package} is not in the lock"
        assert re.search(rf'"{re.escape(requirement)}", +# \w', text), f"{package}: no reason given"


def test_windows_users_are_given_the_same_gates() -> None:
    recipe = (ROOT / "Makefile").read_text("utf-8").split("\ntest:")[1].split("\n\n")[0]
    gates = re.findall(r"^\t\$\(BIN\)/(.+)$", recipe, re.MULTILINE)
    assert len(gates) >= 5
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [gate for gate in gates if f".venv\\Scripts\\{gate}\n" not in readme] == []
