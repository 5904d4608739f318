"""Whole cases are long: they are laid out and not painted. Other tests look at the paint."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _never_painted(unpainted: None) -> None:
    """Every case here."""
