"""Everything that is wrong with settings at once, each with its line or its variable."""

import os
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from adapters.settings.collisions import Found, collisions, lacks_bureau, lacks_merchant
from adapters.settings.fault import Fault, SettingsError, Where, dotted
from adapters.settings.file import File
from adapters.settings.held import Against
from adapters.settings.models import Settings, whole
from adapters.settings.table import Merchant, Table
from adapters.settings.variables import NOT_SETTINGS, Variables, variable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

WORDS = {
    "missing": "is missing",
    "too_short": "is empty: it has to name one at least",
    "union_tag_not_found": "is missing",
    "model_type": "has to be a table",
    "list_type": "has to be a list",
    "string_pattern_mismatch": "has to end in its four digits, like T0001: up to eight capitals and digits",
}
"""What is wrong, by pydantic's kind of error; the rest in its own words. The only pattern is the terminal's."""
KINDS = {"printers": 'has to be "cups" or "escpos"', "readers": 'has to be "card", "scanner" or "keyboard"'}
"""What the tables of a list may be."""


def check(
    config: Path | None, environ: Mapping[str, str], profile: str | None = None, against: Against | None = None
) -> tuple[Settings | None, tuple[Fault, ...]]:
    """The settings of a file and the environment; None and every fault where there are any.

    A `profile` wins over both. Without `against` files, dates and cities are not looked at.
    """
    try:
        file = File.read(config)
    except SettingsError as error:
        return None, error.faults
    variables = Variables.of(environ)
    data = variables.over(file.data) | ({"profile": profile} if profile else {})
    settings = None
    found = [*collisions(data), *(_lacks(data) if against else ())]
    try:
        settings = whole().model_validate(data, context=against)
    except ValidationError as error:
        found += _found(error.errors(include_input=False, include_url=False), variables)
    faults = (*variables.faults, *_placed(found, file, variables))
    return (None if faults else settings), faults


def read(config: Path | None, profile: str | None = None) -> Settings:
    """The settings, as far as they can be judged without a look at anything else. Raises SettingsError."""
    settings, faults = check(config, os.environ, profile)
    if settings is None:
        raise SettingsError(faults)
    return settings


def _lacks(data: Mapping[str, object]) -> Iterator[Found]:
    """What a hall cannot do without."""
    yield from lacks_merchant(data, _networks())
    yield from lacks_bureau(data)


def _found(errors: "Iterable[ErrorDetails]", variables: Variables) -> Iterator[Found]:
    for error in errors:
        where = _where(error["loc"])
        match error["type"]:
            case "extra_forbidden":
                yield where, _unknown(where, variables.name(where))
            case "union_tag_invalid":
                yield (*where, "kind"), KINDS[str(where[0])]
            case "union_tag_not_found" as kind:
                yield (*where, "kind"), WORDS[kind]
            case kind:
                yield where, WORDS.get(kind, error["msg"].removeprefix("Input "))


def _where(loc: Where) -> Where:
    """Without what pydantic puts in between: the kind of a printer or reader, and its mark of a key."""
    plain = loc[:2] + loc[3:] if loc[0] in KINDS else loc
    return tuple(part for part in plain if part != "[key]")


def _unknown(where: Where, name: str | None) -> str:
    tables = {key: _keys_of(field.annotation) for key, field in whole().model_fields.items()}
    if name:
        inner = ((table, key) for table, keys in tables.items() for key in keys)
        near = get_close_matches(name, [*(variable((key,)) for key in tables), *map(variable, inner), *NOT_SETTINGS], 1)
    else:
        near = get_close_matches(str(where[-1]), tables.get(str(where[0])) or tables if len(where) > 1 else tables, 1)
        if not near and len(where) > 1 and where[-1] in tables:
            return f"is no setting of {where[0]}: it has to stand above the first table"
    return f"is no setting; did you mean {near[0]}?" if near else "is no setting"


def _keys_of(kind: Any) -> list[str]:
    """The keys of every table that a type has in it: itself, or what it is a list or a choice of."""
    return list(dict.fromkeys(key for table in _tables(kind) for key in table.model_fields))


def _tables(kind: Any) -> Iterator[type[Table]]:
    if isinstance(kind, type) and issubclass(kind, Table):
        yield kind
    for part in get_args(kind):
        yield from _tables(part)


def _networks() -> list[str]:
    """The names of the networks' tables."""
    fields = whole().model_fields.items()
    return [name for name, field in fields if any(issubclass(table, Merchant) for table in _tables(field.annotation))]


def _placed(found: Iterable[Found], file: File, variables: Variables) -> list[Fault]:
    """In the order of the file, then of the variables; nothing twice."""
    placed: dict[Fault, tuple[bool, int]] = {}
    for where, wrong in found:
        name, line = variables.name(where), file.line(where)
        key = "" if name and where in variables.names else dotted(where)
        placed.setdefault(Fault(name or file.place(line), key, wrong), (name is not None, line))
    return sorted(placed, key=lambda fault: placed[fault])
