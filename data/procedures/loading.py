"""Finding procedure files, reading them, and saying plainly what is wrong with one.

Shipped files lie beside this module; a user's own lie in a folder of theirs, and one with the id of
a shipped file stands in its place. With ``changes = "ID"`` a file says only what differs from a
shipped one.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

from data.procedures.changing import Raw, as_toml, laid_over
from data.procedures.checking import Fault, faults_in
from data.procedures.model import Procedure
from data.procedures.problems import BadProcedure, in_plain_words
from data.structs import converted

SHIPPED = Path(__file__).parent
CHANGES = "changes"
"""The key by which a user's file names the shipped one that it changes."""


def listed(own_folder: Path | None = None) -> tuple[str, ...]:
    """Return the ids of all procedures, shipped and the user's own, sorted.

    The id is the file's name without ``.toml``. ``own_folder`` holds the user's own files.
    """
    return tuple(sorted(_files(own_folder)))


def default_id() -> str:
    """Return the id of the procedure offered first: the shipped file with ``default = true``."""
    return next(key for key in listed() if load(key).default)


def load(id_or_path: str | Path, own_folder: Path | None = None) -> Procedure:
    """Return a procedure by its id, or a file by its path. BadProcedure when it can't be read."""
    path = _find(id_or_path, own_folder)
    procedure = from_text(_whole_text(path), path.name)
    if not isinstance(id_or_path, Path) and procedure.id != path.stem:
        raise BadProcedure(path.name, *_misnamed(path))
    return procedure


def faults(path: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with a file; where it can't be read, the first thing."""
    try:
        procedure = _converted(_parsed(_whole_text(path), path.name), path.name)
    except BadProcedure as wrong:
        return (Fault(wrong.key, wrong.expected),)
    named = () if procedure.id == path.stem else (_misnamed(path),)
    return (*named, *faults_in(procedure))


def read_text(procedure_id: str, own_folder: Path | None = None) -> str:
    """Return the whole text of a procedure, for a case to keep. BadProcedure when it has none."""
    return _whole_text(_find(procedure_id, own_folder))


@lru_cache(maxsize=16)  # every case keeps a text, and thousands keep the same one
def from_text(text: str, file: str = "the procedure kept with this case") -> Procedure:
    """Return the procedure that a text describes.

    ``file`` is what the text is called in a message. BadProcedure says what is wrong, and where.
    """
    procedure = _converted(_parsed(text, file), file)
    if fault := next(faults_in(procedure), None):
        raise BadProcedure(file, fault.key, fault.expected)
    return procedure


def _parsed(text: str, file: str) -> Raw:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadProcedure(file, "", f"a file in the TOML format ({error})") from None


def _converted(raw: Raw, file: str) -> Procedure:
    try:
        return converted(raw, Procedure)
    except msgspec.ValidationError as error:
        key, expected = in_plain_words(str(error), raw)
        raise BadProcedure(file, key, expected) from None


def _misnamed(path: Path) -> Fault:
    return Fault("id", f"{path.stem}, the same as the file's name")


def _files(own_folder: Path | None) -> dict[str, Path]:
    found = {path.stem: path for path in SHIPPED.glob("*.toml")}
    if own_folder is not None:
        found |= {path.stem: path for path in own_folder.glob("*.toml")}
    return found


def _find(id_or_path: str | Path, own_folder: Path | None) -> Path:
    if isinstance(id_or_path, Path):
        return id_or_path
    files = _files(own_folder)
    if id_or_path not in files:
        raise BadProcedure(id_or_path, "", f"one of {', '.join(sorted(files))}")
    return files[id_or_path]


def _whole_text(path: Path) -> str:
    text = _text_of(path)
    if path.parent == SHIPPED:
        return text
    own = _parsed(text, path.name)
    if CHANGES not in own:
        return text
    base_id = str(own.pop(CHANGES))
    bases = _files(None)
    if base_id not in bases:
        raise BadProcedure(path.name, CHANGES, f"one of {', '.join(sorted(bases))}")
    base = bases[base_id]
    return as_toml(laid_over(_parsed(_text_of(base), base.name), own))


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise BadProcedure(path.name, "", "text saved as UTF-8") from None
    except OSError as error:
        raise BadProcedure(path.name, "", f"a file that can be read ({error.strerror})") from None
