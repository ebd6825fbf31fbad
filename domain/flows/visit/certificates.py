"""What is to be certified."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.people.person import Person
from domain.words import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Certifying:
    """Certificates are one's own. `asked` is what the form was given that looks for them, `year` the year chosen.

    `certificate` is the number of the one that was issued or opened last, empty before; `remark` what else is to be
    said of it.
    """

    visitor: Person
    asked: Mapping[str, str] = field(default_factory=dict)
    year: str = ""
    certificate: str = ""
    remark: Text = NOTHING
