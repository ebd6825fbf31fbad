"""What a certificate says, as text to be sealed: JSON with sorted keys, the same text for the same content."""

import json
from datetime import date
from typing import Any

from domain.certificates.certificate import Content, Line
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme


def to_text(content: Content) -> str:
    values = {
        "name": content.name,
        "document": content.document,
        "number": content.number,
        "asked": content.asked,
        "authority": content.authority,
        "agencies": content.agencies,
        "lines": [_line_values(line) for line in content.lines],
    }
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Content:
    """The content that has this text."""
    values = json.loads(text)
    lines = tuple(_line(line) for line in values.pop("lines"))
    return Content(**{**values, "agencies": tuple(values["agencies"]), "lines": lines})


def _line_values(line: Line) -> dict[str, object]:
    return {
        "scheme": line.scheme,
        "insurance": line.insurance,
        "period": line.period.key,
        "agency": line.agency,
        "tier": line.tier,
        "voucher": line.voucher,
        "paid_on": line.paid_on.isoformat(),
        "fen": line.fen,
    }


def _line(values: dict[str, Any]) -> Line:
    return Line(
        Scheme(values["scheme"]),
        Insurance(values["insurance"]),
        Period.of(values["period"]),
        values["agency"],
        values["tier"],
        values["voucher"],
        date.fromisoformat(values["paid_on"]),
        Fen(values["fen"]),
    )
