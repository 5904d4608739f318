"""`ehtui procedures`: what the areas' procedures say, and whether a file of one's own is sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from ehtui.cli.errors import Exit, WrongUse
from ehtui.cli.options import Json

procedures = typer.Typer(rich_markup_mode=None, invoke_without_command=True)
Named = Annotated[str, typer.Argument(metavar="ID", help="A procedure, by the name of its file.")]


@procedures.callback()
def main(context: typer.Context, as_json: Json = False) -> int:
    """List the procedures there are; with a command: show, check or compare them."""
    from data.folders import own_folder
    from data.procedures.loading import listed
    from ehtui.cli.printing import print_columns, print_json

    if context.invoked_subcommand is not None:
        if as_json:
            raise WrongUse("Write --json behind the command: ehtui procedures show ID --json.")
        return Exit.DONE
    found = [_listed(one) for one in listed(own_folder("procedures"))]
    if as_json:
        print_json(found)
        return Exit.DONE
    print_columns([_line(one) for one in found])
    return Exit.DONE


@procedures.command()
def show(procedure: Named, as_json: Json = False) -> int:
    """Print all that a procedure says, and of what it is silent."""
    from ehtui.cli.naming import procedure_named
    from ehtui.cli.printing import print_json
    from ehtui.documents.procedure_facts import as_facts
    from ehtui.documents.procedure_text import as_text

    found = procedure_named(procedure)
    if as_json:
        print_json(as_facts(found))
        return Exit.DONE
    for line in as_text(found):
        print(line)
    return Exit.DONE


@procedures.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A procedure file in TOML.")],
    as_json: Json = False,
) -> int:
    """Say what is wrong with a procedure file, and where. Ends with 1 if anything is."""
    from data.procedures.loading import faults, load
    from ehtui.cli.printing import print_json
    from ehtui.documents.procedure import silent

    path = file.expanduser()
    found = faults(path)
    if as_json:
        print_json([{"file": path.name, "key": f.key, "expected": f.expected} for f in found])
        return Exit.NO if found else Exit.DONE
    for fault in found:
        where = f"{path.name}: {fault.key}" if fault.key else path.name
        print(f"{where}: expected {fault.expected}.")
    if found:
        return Exit.NO
    missing = "; ".join(silent(load(path)))
    print(f"{path.name} is sound." + (f" It says nothing of: {missing}." if missing else ""))
    return Exit.DONE


@procedures.command()
def compare(first: Named, second: Named, as_json: Json = False) -> int:
    """Set two procedures side by side. What both name by one key stands in one row."""
    from ehtui.cli.naming import procedure_named
    from ehtui.cli.printing import print_json
    from ehtui.documents.procedure_text import pairs, side_by_side

    left, right = procedure_named(first), procedure_named(second)
    if as_json:
        facts = (
            {"part": one.chapter, "key": one.key, left.id: one.left, right.id: one.right}
            for one in pairs(left, right)
        )
        print_json(list(facts))
        return Exit.DONE
    for line in side_by_side(left, right):
        print(line)
    return Exit.DONE


def _listed(procedure_id: str) -> dict[str, Any]:
    """What the list says of a procedure; one that can't be read is listed with the reason."""
    from data.folders import own_folder
    from data.procedures.loading import SHIPPED, load
    from data.procedures.problems import BadProcedure

    own = own_folder("procedures")
    facts = {"id": procedure_id, "own": bool(own and (own / f"{procedure_id}.toml").is_file())}
    try:
        found = load(procedure_id, own)
    except BadProcedure as wrong:
        return facts | {"wrong": str(wrong)}
    return facts | {
        "name": found.name,
        "version": found.version,
        "source": found.source.title,
        "published": found.source.published,
        "default": found.default,
        "changes_shipped": facts["own"] and (SHIPPED / f"{procedure_id}.toml").is_file(),
    }


def _line(facts: dict[str, Any]) -> tuple[str, ...]:
    if "wrong" in facts:
        return (facts["id"], "", "", f"can't be read: {facts['wrong']}")
    about = [f"published {facts['published']}" if facts["published"] else "undated"]
    about += ["offered first"] if facts["default"] else []
    about += ["in place of the shipped one"] if facts["changes_shipped"] else []
    about += ["your own"] if facts["own"] else []
    return (facts["id"], facts["name"], f"version {facts['version']}", ", ".join(about))
