"""What a step needs is taken out of a visit once, before the step is made."""

from typing import TypeVar

T = TypeVar("T")


class NotGiven(Exception):
    """A table led to a step without what the step works on. A mistake of ours."""


def needed(value: T | None, what: str) -> T:
    """The value, which is there. Raises NotGiven with `what` it is if not."""
    if value is None:
        raise NotGiven(f"nobody has given {what}")
    return value
