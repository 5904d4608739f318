"""`ehtui show`: a whole case as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ehtui.cli.errors import Exit
from ehtui.cli.options import File, Json, KeyFile, PassphraseFile

if TYPE_CHECKING:
    from data.store.store import Store
    from ehtui.opening import OpenCase


def show(
    reference: Annotated[str, typer.Argument(metavar="REF", help="A reference: K7M-4QX.")],
    file: File = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
    as_json: Json = False,
) -> int:
    """Print everything that is recorded about a family."""
    from ehtui.cli.cases import case_id
    from ehtui.cli.opening import open_store
    from ehtui.cli.printing import print_json
    from ehtui.documents.case_text import case_document
    from ehtui.documents.text import as_text
    from ehtui.opening import open_case

    with open_store(file, passphrase_file, key_file) as store:
        case = open_case(store.reading(), case_id(store.reading(), reference))
        waiting = _unsaved(store, case)
        _trace_look(store, case)
    if as_json:
        print_json(_facts(case))
    else:
        print(as_text(case_document(case)), end="")
        if waiting:
            print(f"\n{waiting}")
    return Exit.DONE


def _unsaved(store: Store, case: OpenCase) -> str:
    """Say what is typed about the family and not saved: it is no part of the record yet."""
    from data.drafts import of_case

    forms = of_case(store.reading(), case.file.case.id)
    if not forms:
        return ""
    many = f"{forms} forms hold" if forms > 1 else "1 form holds"
    return f"Not saved yet: {many} text that is not printed here. On the dashboard, u goes there."


def _trace_look(store: Store, case: OpenCase) -> None:
    """Leave a trace of who looked, wherever the file can be written."""
    if store.read_only:
        return
    from data.settings import read
    from data.trace import Tracer

    me = read(store.reading()).me
    store.write(
        lambda connection: Tracer(connection, store.device_id, me).event(
            "look", "cases", case.file.case.id, {"how": "ehtui show"}
        )
    ).result()


def _facts(case: OpenCase) -> dict[str, Any]:
    """Return every record under the name of its table, its fields by name, as values."""
    from data.casefile import TABLES
    from data.records.base import values_of

    return {
        "case": case.file.case.reference,
        "cases": [values_of(case.file.case)],
        **{table: [values_of(row) for row in getattr(case.file, table)] for table in TABLES},
    }
