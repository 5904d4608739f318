"""Cut, tampered with, a full disk, a sudden end: said plainly, and nothing lost."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from data.store import errors
from data.store.backup import backup
from data.store.checks import check
from data.store.driver import connect
from data.store.secrets import Secret
from data.store.store import Store

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from data.store.driver import Connection


def fill(connection: Connection) -> None:
    for number in range(2000):
        connection.execute("INSERT INTO setting VALUES (?, ?)", (f"k{number}", "x" * 300))


@pytest.fixture
def filled(path: Path, secret: Secret) -> Path:
    with Store.create(path, secret) as store:
        store.write(fill).result()
    return path


def first_trouble(path: Path, secret: Secret) -> list[str]:
    try:
        with Store.open(path, secret) as store:
            return check(store)
    except errors.StoreError as error:
        return [str(error)]


def test_a_sound_file_has_no_faults(filled: Path, secret: Secret) -> None:
    assert first_trouble(filled, secret) == []


def test_a_sound_file_has_no_faults_while_its_journal_is_full(store: Store) -> None:
    store.write(fill).result()
    assert check(store) == []


@pytest.mark.parametrize("keep", [0.999, 0.5, 0.01])
def test_a_file_cut_short_is_noticed(
    filled: Path, secret: Secret, keep: float, capfd: pytest.CaptureFixture[str]
) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: int(len(content) * keep)])
    assert first_trouble(filled, secret)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("where", [100, 4096 * 2 + 7, -1000])
def test_a_changed_byte_is_noticed(
    filled: Path, secret: Secret, where: int, capfd: pytest.CaptureFixture[str]
) -> None:
    content = bytearray(filled.read_bytes())
    content[where] ^= 1
    filled.write_bytes(content)
    assert any("backup" in problem for problem in first_trouble(filled, secret))
    assert capfd.readouterr() == ("", "")


def test_a_row_that_belongs_to_nothing_is_a_fault(store: Store) -> None:
    with closing(connect(store.path, store.key)) as outsider:
        outsider.execute("PRAGMA foreign_keys = OFF")
        outsider.execute("INSERT INTO trace_value VALUES ('nobody', 1, NULL, NULL, NULL)")
    assert check(store) == ["A row of trace_value belongs to a record that is not there."]


def test_a_full_database_takes_nothing_and_loses_nothing(store: Store) -> None:
    def overfill(connection: Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # becomes: as many as there are
        fill(connection)

    with pytest.raises(errors.DiskFull, match="full"):
        store.write(overfill).result()
    assert check(store) == []
    assert store.reading().execute("SELECT count(*) FROM setting").fetchone()[0] == 1


def test_a_disk_that_fills_up_in_the_middle(
    filled: Path, secret: Secret, run: Callable[[str], str]
) -> None:
    said = run("""
store = Store.open(path, secret)
store.write(lambda c: c.execute("INSERT INTO setting VALUES ('before', '')")).result()
from data.store.backup import backup
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
def work(c):
    for n in range(2000):
        c.execute("INSERT INTO setting VALUES (?, ?)", (f"more{n}", "y" * 300))
for job in (lambda: store.write(work).result(), lambda: backup(store, path.with_name("b.db"))):
    try:
        job()
    except Exception as error:
        print(type(error).__name__)
print(sorted(p.name for p in path.parent.iterdir() if "b.db" == p.name[:4]))
""")
    assert said.split("\n")[:3] == ["DiskFull", "DiskFull", "[]"]
    with Store.open(filled, secret) as store:
        assert check(store) == []
        assert store.reading().execute("SELECT count(*) FROM setting").fetchone()[0] == 2002


@pytest.mark.parametrize("after", [1, 2, 5, 13, 34])
def test_a_sudden_end_loses_no_saved_row_and_tears_none(
    path: Path, secret: Secret, start: Callable[[str], subprocess.Popen[str]], after: int
) -> None:
    Store.create(path, secret).close()
    writer = start("""
from data.trace import Tracer
store = Store.open(path, secret)
for n in range(10_000):
    def work(c):
        c.execute("INSERT INTO setting VALUES (?, ?)", (f"a{n}", "x" * 5000))
        Tracer(c, store.device_id, "me").event("saved", record=str(n))
        c.execute("INSERT INTO setting VALUES (?, ?)", (f"b{n}", "x" * 5000))
    store.write(work).result()
    print(n, flush=True)
""")
    assert writer.stdout is not None
    for _ in range(after):
        saved = int(writer.stdout.readline())
    writer.kill()
    writer.communicate()
    with Store.open(path, secret) as store:
        assert check(store) == []
        a, b, traced = (
            store.reading().execute(f"SELECT count(*) FROM {rows}").fetchone()[0]
            for rows in ("setting WHERE key LIKE 'a%'", "setting WHERE key LIKE 'b%'", "trace")
        )
    assert a == b == traced
    assert a > saved


def test_a_wrong_passphrase_after_a_sudden_end_loses_nothing(
    store: Store, tmp_path: Path, secret: Secret
) -> None:
    store.write(fill).result()
    left = tmp_path / "left.db"
    for ending in ("", "-wal"):
        content = store.path.with_name(store.path.name + ending).read_bytes()
        left.with_name(left.name + ending).write_bytes(content)
    with pytest.raises(errors.WrongPassphrase):
        Store.open(left, Secret.from_key(b"?" * 32))
    with Store.open(left, secret) as again:
        assert again.reading().execute("SELECT count(*) FROM setting").fetchone()[0] == 2001
        assert check(again) == []


def test_a_backup_is_not_left_half_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.store.backup.faults", lambda _: ["a fault"])
    with pytest.raises(errors.Damaged):
        backup(store, store.path.with_name("b.db"))
    assert not [p for p in store.path.parent.iterdir() if p.name.startswith("b.db")]
