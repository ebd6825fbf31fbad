"""All that there is to be set, as a page: each key with its kind and what its own docstring says of it."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from enum import EnumType
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from adapters.settings.models import Links, whole
from adapters.settings.table import Table

HEAD = """# Settings

Made by `./kiosk settings` of the program's own models; a test holds it against them. A key that is not here is refused.
Every key may be given by the environment as well: `KIOSK_CITY`, `KIOSK_WECHAT__MCHID`.
[hall-example.toml](hall-example.toml) is a whole file.
"""
KIND = "kind"
"""The key that says which of several tables it is: it stands in the heading."""
KINDS = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "Path": "path of a file"}


def page() -> str:
    """As Markdown."""
    return "\n".join([HEAD, *_lines()])


def undescribed() -> list[str]:
    """Keys of which nothing is said."""
    return [
        f"{where}.{key}"
        for where, model in _tables()
        for key, field in model.model_fields.items()
        if key != KIND and not issubclass(model, Links) and not any(_models(field.annotation)) and not _said(model, key)
    ]


def _lines() -> Iterator[str]:
    for where, model in _tables():
        yield f"## {where}\n"
        if model.__doc__:
            yield f"{' '.join(model.__doc__.split())}\n"
        yield "| key | is | if it is not there | |"
        yield "|---|---|---|---|"
        for key, field in model.model_fields.items():
            if key != KIND and not any(_models(field.annotation)):
                said = " ".join(_said(model, key).split()).replace("|", "\\|")
                yield f"| `{key}` | {_kind(field)} | {_default(field)} | {said} |"
        yield ""


def _tables() -> Iterator[tuple[str, type[Table]]]:
    """Each table with how its heading is written."""
    yield "above all tables", whole()
    yield from _below("", whole())


def _below(above: str, model: type[Table]) -> Iterator[tuple[str, type[Table]]]:
    for key, field in model.model_fields.items():
        for inner in _models(field.annotation):
            name = f"{above}{key}"
            kind = inner.model_fields.get(KIND)
            heading = f"`[[{name}]]`" if get_origin(field.annotation) is list else f"`[{name}]`"
            yield (f"{heading}, kind {_kind(kind)}" if kind else heading), inner
            yield from _below(f"{name}.", inner)


def _models(kind: Any) -> Iterator[type[Table]]:
    if isinstance(kind, type) and issubclass(kind, Table):
        yield kind
    for inner in get_args(kind) if get_origin(kind) is not Literal else ():
        yield from _models(inner)


def _said(model: type[Table], key: str) -> str:
    for one in model.__mro__:
        if issubclass(one, Table) and one is not Table and key in (said := _docstrings(one)):
            return said[key]
    return ""


@cache
def _docstrings(model: type[Table]) -> dict[str, str]:
    """What stands below each attribute."""
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    except (OSError, TypeError):
        return {}  # made while the program runs
    assert isinstance(body, ast.ClassDef)
    found = {}
    for one, after in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(one, ast.AnnAssign)
            and isinstance(one.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
        ):
            found[one.target.id] = str(after.value.value)
    return found


def _kind(field: FieldInfo) -> str:
    return _named(field.annotation)


def _named(kind: Any) -> str:
    origin, inner = get_origin(kind), [one for one in get_args(kind) if one is not type(None)]
    if origin is Annotated:
        return _named(inner[0])
    if origin is Literal:
        return ", ".join(f"`{_toml(one)}`" for one in inner)
    if origin in {Union, UnionType}:
        return " or ".join(dict.fromkeys(map(_named, inner)))
    if origin in {list, frozenset, tuple}:
        return f"list of: {_named(inner[0])}"
    if origin is dict:
        return f"table of: {_named(inner[1])}"
    if isinstance(kind, EnumType):
        return ", ".join(f"`{_toml(str(one))}`" for one in vars(kind)["_member_map_"].values())
    return KINDS.get(getattr(kind, "__name__", ""), "text")


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "has to be there"
    default = field.get_default(call_default_factory=True, validated_data={})
    return "–" if default in (None, "", [], {}, frozenset()) else f"`{_toml(default)}`"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
