"""Holding a value against the world: files, dates, and the fields before it. Done only where an `Against` is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

T = TypeVar("T")


class Unfit(Exception):
    """What is wrong with a value; the text goes on from its key ("has to be …") and does not repeat the value."""


@dataclass(frozen=True, slots=True)
class Against:
    """The names of the cities that there are, and the time now."""

    cities: frozenset[str]
    now: datetime


Check = Callable[[T, Against, Mapping[str, Any]], None]
"""Raises Unfit. The mapping holds the fields of the same table that stand before this one and are sound."""


def wrong(sentence: str) -> PydanticCustomError:
    """For a validator to raise."""
    return PydanticCustomError("wrong", "{sentence}", {"sentence": sentence})


def held(*checks: Check[T]) -> AfterValidator:
    """All of these checks of one value, each different answer said once."""

    def validate(value: T, info: ValidationInfo) -> T:
        if value is None or not isinstance(info.context, Against):
            return value
        said: dict[str, None] = {}
        for check in checks:
            try:
                check(value, info.context, info.data)
            except Unfit as unfit:
                said[str(unfit)] = None
        if said:
            raise wrong("; ".join(said))
        return value

    return AfterValidator(validate)
