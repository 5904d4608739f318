"""Settings: who works here, on which device, by which procedure, and the numbers to ring."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.store.driver import Connection

YES, NO = "yes", "no"


@dataclass(frozen=True)
class Settings:
    """What the user said when the file was made, and may say otherwise later."""

    me: str = ""
    """The practitioner's name."""
    device: str = ""
    """The key of the device this file is on: made with the file, not chosen."""
    procedure: str = ""
    """The procedure a new case begins with."""
    harm_in_hours: str = ""
    """The number to ring about harm in working hours."""
    harm_out_of_hours: str = ""
    """The number to ring about harm at any other time."""
    privacy: bool = False
    """Whether the dashboard opens with references and initials only."""


def read(connection: Connection) -> Settings:
    """Return the settings; what was never set has its default."""
    kept = dict(map(tuple, connection.execute("SELECT key, value FROM setting")))
    known = {field.name: kept[field.name] for field in fields(Settings) if field.name in kept}
    privacy = known.pop("privacy", NO) == YES
    return Settings(**known, privacy=privacy)


def write(connection: Connection, settings: Settings) -> None:
    """Keep the settings, inside the caller's transaction; the device stays what it is."""
    for field in fields(settings):
        value = getattr(settings, field.name)
        if field.name != "device":
            text = value if isinstance(value, str) else (YES if value else NO)
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (field.name, text))
