"""Data files in TOML: what is broken is said with file, entry and reason, in English, for staff."""

import tomllib
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, ValidationError, model_validator

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

E = TypeVar("E")

Text = Annotated[str, Strict(), Field(min_length=1)]
Whole = Annotated[int, Strict(), Field(gt=0)]
Number = Annotated[Decimal, Strict(), Field(gt=0)]
"""Written with a point; never a float: these figures are money."""
Day = Annotated[date, Strict()]
Hour = Annotated[time, Strict()]
Flag = Annotated[bool, Strict()]


def _one_at_least(entries: tuple[E, ...]) -> tuple[E, ...]:
    if not entries:
        raise ValueError("is empty")
    return entries


Some = Annotated[tuple[E, ...], AfterValidator(_one_at_least)]

WORDS = {"missing": "is missing", "string_too_short": "is empty", "greater_than": "must be positive"}
"""What is wrong, by pydantic's kind of error; the rest in its own words."""


class BrokenData(ValueError):
    """A data file cannot be used: a line `file, entry: what is wrong` for each thing that is."""


class Table(BaseModel):
    """A table of a file, which takes no key that it does not know."""

    model_config = ConfigDict(extra="forbid")

    @cached_property
    def value(self) -> object:
        """What it means to the domain. Raises ValueError where that makes no sense."""
        return None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        """The domain is asked at once, so that what it says has its place in the file."""
        _ = self.value
        return self


T = TypeVar("T", bound=Table)


def read(text: str, name: str, kind: type[T], context: object = None) -> T:
    """A whole file; `context` is for what its fields mean. Raises BrokenData."""
    data = parse(text, name)
    try:
        return kind.model_validate(data, context=context)
    except ValidationError as error:
        raise BrokenData("\n".join(_complaint(name, one) for one in error.errors(include_url=False))) from error


def parse(text: str, name: str) -> dict[str, object]:
    """What stands in a file. Raises BrokenData if it is no TOML."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BrokenData(f"{name}: not TOML: {error}") from error


def _complaint(name: str, error: "ErrorDetails") -> str:
    *above, key = error["loc"] or (None,)
    if not isinstance(key, str):  # an entry of a list, or all of the file
        above, key = [*error["loc"]], ""
    place = name + "".join(f" {part + 1}" if isinstance(part, int) else f", {part}" for part in above)
    match error["type"]:
        case "extra_forbidden":
            return f"{place}: unknown key {key}"
        case "value_error":
            what = str(error["ctx"]["error"])
        case kind if kind in WORDS:
            what = WORDS[kind]
        case _:
            what = error["msg"].replace("Input should", "must")
            if not isinstance(error["input"], list | dict):
                what = f"{what}, not {error['input']!r}"
    return f"{place}: {key} {what}" if key else f"{place}: {what}"
