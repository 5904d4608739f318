"""Procedures as they are named on the command line: capital letters don't matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.cli.errors import WrongUse

if TYPE_CHECKING:
    from data.procedures.model import Procedure


def procedure_named(typed: str) -> Procedure:
    """Return the procedure that is meant. Raises WrongUse, BadProcedure."""
    from data.folders import own_folder
    from data.procedures.loading import listed, load

    own = own_folder("procedures")
    ids = listed(own)
    meant = [one for one in ids if one.casefold() == typed.strip().casefold()]
    if not meant:
        raise WrongUse(f"There is no procedure of that name. There are: {', '.join(ids)}.")
    return load(typed if typed in meant else meant[0], own)
