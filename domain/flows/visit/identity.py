"""Who is served."""

from dataclasses import dataclass

from domain.people.person import Person


@dataclass(frozen=True, slots=True)
class Identity:
    """`visitor` is who proved who they are; None as long as nobody has.

    `logged_in` says that they proved it by their account in the APP, `wanted` what they came to log in for.
    """

    visitor: Person | None = None
    logged_in: bool = False
    wanted: str = ""
