from __future__ import annotations

import pytest

from data.store import many
from data.store.store import Store


@pytest.mark.parametrize("number", [0, 1, 3, 4, 7])
def test_every_row_is_written_once_whatever_of_it_fits_one_statement(
    store: Store, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "VALUES", 6)  # three rows of two columns
    rows = [(f"key{at}", f"it's {at}") for at in range(number)]
    store.write(
        lambda connection: many.execute(
            connection, many.statements("device", ("id", "name"), rows, {"made": "on a day"})
        )
    ).result()
    kept = store.reading().execute("SELECT id, name, made FROM device WHERE id LIKE 'key%'")
    assert sorted(map(tuple, kept)) == [(*row, "on a day") for row in rows]
