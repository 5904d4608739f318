"""The trace of many records that one change made: an entry for each, with all its values."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, Final

from data.store import many
from data.trace import SALT_BYTES, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.trace import Tracer

Made = tuple[str, dict[str, Any]]
"""The table of a record that was made, and its values with its key as ``id``."""

_NOTHING: Final = as_text(None)


class TraceOfMany:
    """Goes on with a tracer's chain, which must not write meanwhile; needs no connection."""

    def __init__(self, tracer: Tracer) -> None:
        self._device = tracer.device
        self._same = {
            **{"device": tracer.device, "change": tracer.change_id, "who": tracer.who},
            **{"at": tracer.at, "action": "make", "field": ""},
        }
        self._seq, self._chain = tracer.last()

    def statements(self, records: Sequence[Made]) -> Iterator[many.Statement]:
        """Give what writes the entries of these records, in their order."""
        from msgspec.json import encode  # a tenth of json's time

        same = [json.dumps(self._same[name]) for name in ("change", "who", "at", "action")]
        begin, middle = f"[{json.dumps(self._device)}, ", f", {', '.join(same)}, "
        sha256, blob, nothing = hashlib.sha256, many.Blob, _NOTHING.encode()
        random = os.urandom(SALT_BYTES * len(records))  # the system is asked once
        seq, chain = self._seq, self._chain
        entries, values = [], []
        for place, (table, record) in enumerate(records):
            seq += 1
            salt = random[SALT_BYTES * place : SALT_BYTES * (place + 1)]
            said, key = encode(record), record["id"]
            before = blob(sha256(salt + nothing).digest())
            after = blob(sha256(salt + said).digest())
            # What `link` makes of the same row: keys and tables need no quoting.
            row = f'{begin}{seq}{middle}"{table}", "{key}", "", "{before.hex()}", "{after.hex()}"]'
            chain = sha256(chain + row.encode()).digest()
            entries.append((seq, table, key, before, after, blob(chain)))
            values.append((seq, blob(salt), said.decode()))
        self._seq, self._chain = seq, chain
        each = ("seq", "table_name", "record", "before_hash", "after_hash", "chain")
        yield from many.statements("trace", each, entries, self._same)
        kept = {"device": self._device, "before": _NOTHING}
        yield from many.statements("trace_value", ("seq", "salt", "after"), values, kept)
