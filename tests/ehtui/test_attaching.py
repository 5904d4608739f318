"""A file is put inside the record whole, or it is said plainly why not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.records.cases import Attachment
from ehtui.attaching import MOST_BYTES, CannotAttach, attach, read_file
from ehtui.changes import ChangeSet


def test_a_file_is_read_whole_whatever_marks_stand_around_its_path(tmp_path: Path) -> None:
    drawing = tmp_path / "Tomek's [train].png"
    drawing.write_bytes(b"\x89PNG\x00")
    assert read_file(f'  "{drawing}" ') == (drawing, b"\x89PNG\x00")


@pytest.mark.parametrize(
    ("size", "sentence"), [(MOST_BYTES, ""), (MOST_BYTES + 1, "room for 10"), (0, "empty")]
)
def test_ten_megabytes_is_the_most(tmp_path: Path, size: int, sentence: str) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"x" * size)
    if not sentence:
        assert len(read_file(str(scan))[1]) == size
        return
    with pytest.raises(CannotAttach, match=sentence):
        read_file(str(scan))


def test_a_wrong_path_says_what_to_do_and_names_nobody(tmp_path: Path) -> None:
    with pytest.raises(CannotAttach, match="Check the path") as wrong:
        read_file(str(tmp_path / "Siân's form.pdf"))
    assert "Siân" not in str(wrong.value)
    with pytest.raises(CannotAttach, match="folder"):
        read_file(str(tmp_path))


def test_the_bytes_hang_on_the_attachment(tmp_path: Path) -> None:
    changes = ChangeSet("case")
    row = changes.new(Attachment, what="drawing")
    content = attach(changes, row, tmp_path / "train.jpg", b"\xff\xd8\x00")
    assert row.typed["media_type"] == "image/jpeg"
    assert row.typed["file_name"] == "train.jpg"
    values = changes.values(content, date(2026, 11, 22))
    assert (values["attachment_id"], values["content"]) == (row.record_id, b"\xff\xd8\x00")
