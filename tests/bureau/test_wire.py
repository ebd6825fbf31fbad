"""What goes over the line comes out as what went in, whatever it is."""

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from adapters.bureau.ports import PORTS
from adapters.bureau.wire import Call
from bureau.openapi import described
from domain.identity import DocumentKind
from domain.lives.events import Event
from domain.people.insurance import Period
from domain.ports import TaxSystem

CALLS = [call for port in PORTS for call in port.calls]
PROTOCOLS = {port.name: port.protocol for port in PORTS}
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
TIMES = st.integers(1_600_000_000, 2_200_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))

SOME: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    float: st.floats(0, 1e6),
    datetime: TIMES,
    timedelta: st.integers(0, 10**6).map(lambda ms: timedelta(milliseconds=ms)),
    Period: st.sampled_from([Period(2026, 11), Period(2026)]),
}


def some(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type as signatures have it: also of a family of events, which JSON alone would not tell apart."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return st.one_of(*map(some, inner))
    if origin in {tuple, frozenset}:
        return st.lists(some(inner[0]), max_size=2).map(origin)
    if origin is type:
        return st.sampled_from(leaves(inner[0]))
    if kind in SOME:
        return SOME[kind]
    if isinstance(kind, type) and issubclass(kind, Event) and kind.__subclasses__():
        return st.one_of(*(some(one) for one in leaves(kind)))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{one.name: some(hints[one.name]) for one in fields(kind) if one.init})  # type: ignore[arg-type]
    return st.from_type(kind)


def leaves(kind: Any) -> list[Any]:
    """The classes of a family. One with slots is made twice: the second is what its module has."""
    every = [leaf for one in kind.__subclasses__() for leaf in (leaves(one) if one.__subclasses__() else [one])]
    return list({one.__qualname__: one for one in every}.values())


@pytest.mark.parametrize("call", CALLS, ids=lambda call: f"{call.port}.{call.method}")
@settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_everything_comes_out_as_it_went_in(call: Call, data: st.DataObject) -> None:
    hints = get_type_hints(getattr(PROTOCOLS[call.port], call.method))
    answer = hints.pop("return")
    asked = {name: data.draw(some(kind)) for name, kind in hints.items()}
    assert call.arguments(call.body(**asked)) == asked
    assert call.arguments(call.body(*asked.values())) == asked
    told = data.draw(some(answer))
    again = call.gives.validate_json(call.gives.dump_json(told))
    assert (again, type(again)) == (told, type(told))


FIND = next(call for call in CALLS if call.method == "find_person")
GOOD = '{"kind": "resident_card", "number": "520102199001011234", "name": "张三"}'.replace(
    "resident_card", next(iter(DocumentKind)).value
)


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "[]",
        "null",
        GOOD[:-1],
        GOOD.replace("}", ', "also": 1}'),
        GOOD.replace('"张三"', "7"),
        GOOD.replace('"张三"', "null"),
        '{"number": "1", "name": "张三"}',
        GOOD.replace(next(iter(DocumentKind)).value, "anything"),
    ],
)
def test_what_is_not_a_call_is_refused(sent: str) -> None:
    assert FIND.arguments(GOOD.encode())
    with pytest.raises(ValidationError):
        FIND.arguments(sent.encode())


def test_every_method_of_the_tax_system_is_on_the_line() -> None:
    known = {call.method for call in CALLS if call.port == "tax"}
    assert known == {name for name, one in vars(TaxSystem).items() if callable(one) and not name.startswith("_")}


def test_the_page_that_is_kept_is_what_the_table_says() -> None:
    """`./kiosk bureau serve` gives it at /v1/openapi.json; scripts/bureau-api writes it anew."""
    assert (Path(__file__).parents[2] / "docs" / "bureau-api.json").read_bytes() == described()
