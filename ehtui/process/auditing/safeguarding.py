"""What goes somewhere because of harm, or by law, needs nobody's consent (S2).

Source: Newcastle 8.1; Derby 6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehtui.process.sharing.recipients import same_service

if TYPE_CHECKING:
    from datetime import date

    from data.casefile import CaseFile
    from data.records.people import Agency

HEARS_OF_HARM = ("social_care", "police")
WITHOUT_CONSENT = ("safeguarding", "law", "public_task")
"""What a decision to share may rest on instead of consent."""


def because_of_harm(file: CaseFile, agency: Agency, day: date) -> bool:
    """Whether harm had been reported by then, or sharing without consent been decided on."""
    reported = any(one.on and one.on <= day for one in file.harm_contacts)
    return (reported and agency.kind in HEARS_OF_HARM) or any(
        one.share and one.basis in WITHOUT_CONSENT and (one.on is None or one.on <= day)
        for one in file.sharing_decisions
        if same_service(file, agency, one.agency_id)
    )
