"""How a call of a port is written on the line: its arguments and its answer as JSON, by the port's own signature.

Nothing is written twice: what a port's method takes and gives is what the line takes and gives. Where JSON alone would
not tell two values apart (one of several answers, one of a life's events), it says which in `is`.
"""

import inspect
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    GetCoreSchemaHandler,
    Tag,
    TypeAdapter,
    create_model,
)
from pydantic_core import CoreSchema, core_schema

from domain.lives.events import Event

IS, VALUE = "is", "value"
"""Which of several values it is, where that has to be said, and the value."""
STRICT = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=False)


@dataclass(frozen=True, slots=True)
class Named:
    """Marks a dataclass that is written as `{"is": its name, "value": itself}`."""

    name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        plain = handler(source)
        said = {IS: core_schema.literal_schema([self.name]), VALUE: plain}
        fields = {name: core_schema.typed_dict_field(one, required=True) for name, one in said.items()}

        def named(value: Any, inner: core_schema.SerializerFunctionWrapHandler) -> Any:
            return {IS: self.name, VALUE: inner(value)}

        return core_schema.no_info_after_validator_function(
            lambda one: one[VALUE],
            core_schema.typed_dict_schema(fields, extra_behavior="forbid"),
            serialization=core_schema.wrap_serializer_function_ser_schema(named, schema=plain),
        )


@dataclass(frozen=True, slots=True)
class EventClass:
    """Marks the class of an event, which is written as its word."""

    words: dict[str, type[Event]]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            self.words.__getitem__,
            core_schema.literal_schema(sorted(self.words)),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda one: one.word),
        )


@dataclass(frozen=True, slots=True)
class Written:
    """Marks a dataclass some of whose fields have to be written otherwise than pydantic would."""

    kinds: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        has_default = {one.name for one in fields(source) if one.default is not MISSING}
        schemas = {
            name: core_schema.typed_dict_field(handler.generate_schema(kind), required=name not in has_default)
            for name, kind in self.kinds.items()
        }
        whole = core_schema.typed_dict_schema(schemas, extra_behavior="forbid")
        return core_schema.no_info_after_validator_function(
            lambda read: source(**read),
            whole,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda one: {name: getattr(one, name) for name in self.kinds}, return_schema=whole
            ),
        )


def on_the_line(kind: Any) -> Any:
    """A type as pydantic has to have it, so that what it writes it reads again as the same."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _one_of(inner)
    if origin is type and issubclass(inner[0], Event):
        return Annotated[Any, EventClass({one.word: one for one in _kinds(inner[0])})]
    if inner:
        return origin[tuple(on_the_line(one) for one in inner)]
    if isinstance(kind, type) and issubclass(kind, Event) and kind.__subclasses__():
        return _told_apart({one.word: one for one in _kinds(kind)})
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        usual = {one.name: hints[one.name] for one in fields(kind)}
        kinds = {name: on_the_line(one) for name, one in usual.items()}
        return kind if kinds == usual else Annotated[kind, Written(kinds)]
    return kind


def _one_of(kinds: tuple[Any, ...]) -> Any:
    """Of several kinds of values those that JSON would not tell apart are named."""
    values = {one.__name__: one for one in kinds if one is not type(None)}
    told = _told_apart(values) if len(values) > 1 else on_the_line(next(iter(values.values())))
    return told | None if type(None) in kinds else told


def _told_apart(kinds: dict[str, Any]) -> Any:
    names = {kind: name for name, kind in kinds.items()}

    def which(value: Any) -> str | None:
        if isinstance(value, dict):
            name = value.get(IS)
            return name if isinstance(name, str) else None
        return names.get(type(value)) or next((n for n, kind in kinds.items() if not is_dataclass(kind)), None)

    options = [
        Annotated[on_the_line(kind), Named(name), Tag(name)] if is_dataclass(kind) else Annotated[kind, Tag(name)]
        for name, kind in kinds.items()
    ]
    return Annotated[reduce(or_, options), Discriminator(which)]


def _kinds(family: type[Event]) -> Iterator[type[Event]]:
    """Its classes. One with slots is made twice: the later is what its module has."""
    for kind in family.__subclasses__():
        yield from _kinds(kind) if kind.__subclasses__() else (kind,)


@dataclass(frozen=True, slots=True)
class Call:
    """One method of a port. `takes` is a model of its arguments, `gives` reads and writes its answer."""

    port: str
    method: str
    takes: type[BaseModel]
    gives: TypeAdapter[Any]
    answer: Any

    @property
    def path(self) -> str:
        return f"/v1/{self.port}/{self.method}"

    def body(self, *given: Any, **named: Any) -> bytes:
        """The arguments, as they are sent."""
        names = list(self.takes.model_fields)
        asked = dict(zip(names, given, strict=False)) | named
        return self.takes.model_construct(**asked).model_dump_json().encode()

    def arguments(self, body: bytes) -> dict[str, Any]:
        """What was sent. Raises pydantic's ValidationError."""
        read = self.takes.model_validate_json(body)
        return {name: getattr(read, name) for name in self.takes.model_fields}


@cache
def calls(port: str, protocol: type, methods: tuple[str, ...]) -> tuple[Call, ...]:
    """The named methods of a protocol, as calls."""
    return tuple(_call(port, protocol, name) for name in methods)


def _call(port: str, protocol: type, name: str) -> Call:
    method = getattr(protocol, name)
    hints = get_type_hints(method)
    takes = {
        one.name: (on_the_line(hints[one.name]), ... if one.default is one.empty else one.default)
        for one in list(inspect.signature(method).parameters.values())[1:]
    }
    answer = on_the_line(hints["return"])
    model: Any = create_model(f"{port}_{name}", __config__=STRICT, __module__=__name__, **takes)  # type: ignore[call-overload]
    return Call(port, name, model, TypeAdapter(answer, config=None if _is_own(answer) else STRICT), answer)


def _is_own(kind: Any) -> bool:
    """Pydantic takes a configuration only for types that cannot have one of their own."""
    return is_dataclass(kind) or (isinstance(kind, type) and issubclass(kind, BaseModel))
