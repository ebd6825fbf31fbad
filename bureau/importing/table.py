"""The columns of the files, and how a line of each kind is read. Headers are Chinese or English, in any order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, TypeVar

from bureau.importing import values
from bureau.importing.reading import Record, Unreadable
from domain.identity import DocumentKind
from domain.people.insurance import Insurance, Scheme
from domain.people.offices import Offices
from domain.runtime import HALL_TIME

T = TypeVar("T")


class Fault(NamedTuple):
    """What is wrong on a line. It says nothing of what stands there; `column` is its header, empty for the whole."""

    line: int
    column: str
    why: str

    def __str__(self) -> str:
        where = f"line {self.line}, column {self.column}:" if self.column else f"line {self.line}:"
        return f"{where} {self.why}"


class Cells:
    """One line's values by the English names of their columns. What is wrong with one is put to the `faults`."""

    __slots__ = ("_fields", "_heads", "faults", "line")

    def __init__(self, line: int, fields: Sequence[str], heads: Mapping[str, tuple[int, str]]) -> None:
        self.line, self._fields, self._heads = line, fields, heads
        self.faults: list[Fault] = []

    def read(self, column: str, by: Callable[[str], T]) -> T | None:
        """None as well where the line is wrong: whoever needs it looks at the faults first."""
        place, header = self._heads[column]
        text = self._fields[place].strip()
        try:
            if not text:
                raise ValueError("is empty")
            return by(text)
        except ValueError as error:
            self.faults.append(Fault(self.line, header, str(error)))
            return None

    def read_any(self, column: str, by: Callable[[str], T]) -> T | None:
        """None where nothing stands, or there is no such column."""
        there = column in self._heads and self._fields[self._heads[column][0]].strip()
        return self.read(column, by) if there else None


class Context(NamedTuple):
    """What a line is read by."""

    offices: Offices
    now: datetime


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of file: its columns' Chinese headers by their English ones, those that may be missing, and what a line
    says: values for `storage.bureau.intake`, in its order.
    """

    columns: Mapping[str, str]
    optional: frozenset[str]
    read: Callable[[Cells, Context], tuple[Any, ...]]

    def heads(self, first: Record) -> Mapping[str, tuple[int, str]]:
        """Where each column is, and what it is called. Raises Unreadable."""
        names = {header: name for name, chinese in self.columns.items() for header in (name, chinese)}
        heads: dict[str, tuple[int, str]] = {}
        for place, header in enumerate(field.strip() for field in first.fields):
            name = names.get(header)
            if name is None:
                raise Unreadable(f"line {first.line}: column {place + 1} has no header of {self._all()}")
            if name in heads:
                raise Unreadable(f"line {first.line}: the column {header} is there twice")
            heads[name] = place, header
        if missing := [name for name in self.columns if name not in heads and name not in self.optional]:
            raise Unreadable(f"line {first.line}: there is no column {self._shown(missing)}")
        return heads

    def _all(self) -> str:
        return self._shown(self.columns)

    def _shown(self, names: Iterable[str]) -> str:
        return ", ".join(f"{self.columns[name]} ({name})" for name in names)


WHO = {"kind": "证件类型", "number": "证件号码"}
WHAT = {"scheme": "缴费类别", "insurance": "险种"}
BILL = {**WHO, **WHAT, "period": "费款所属期", "agency": "经办机构", "tier": "缴费档次", "base": "缴费基数"}


def _who(cells: Cells, context: Context) -> tuple[Any, ...]:
    kind = cells.read("kind", partial(values.word, DocumentKind))
    today = context.now.astimezone(HALL_TIME).date()
    return kind, cells.read("number", lambda text: values.number(kind, text, today) if kind else text)


def _what(cells: Cells, context: Context) -> tuple[Any, ...]:
    scheme = cells.read("scheme", partial(values.word, Scheme))
    insurance = cells.read("insurance", partial(values.word, Insurance))
    offices = context.offices
    agency = cells.read("agency", lambda text: values.agency(offices, insurance, text) if insurance else text)
    return scheme, insurance, agency


def _person(cells: Cells, context: Context) -> tuple[Any, ...]:
    who = _who(cells, context)
    return *who, cells.read("name", values.name), cells.read_any("refused", values.yes_or_no)


def _enrolment(cells: Cells, context: Context) -> tuple[Any, ...]:
    who, what = _who(cells, context), _what(cells, context)
    return *who, *what, cells.read_any("category", values.category) or ""


def _bill(cells: Cells, context: Context) -> tuple[Any, ...]:
    who, (scheme, insurance, agency) = _who(cells, context), _what(cells, context)
    today = context.now.astimezone(HALL_TIME).date()
    period = cells.read("period", lambda text: values.period(scheme, text, today) if scheme else None)
    tier, base = cells.read("tier", values.tier), cells.read_any("base", values.fen)
    return *who, scheme, insurance, period, agency, tier, base, cells.read("amount", values.fen)


def _payment(cells: Cells, context: Context) -> tuple[Any, ...]:
    bill, voucher, channel = _bill(cells, context), values.voucher, values.channel
    at = partial(values.paid_at, now=context.now)
    return *bill, cells.read("voucher", voucher), cells.read("channel", channel), cells.read("paid_at", at)


TABLES: Mapping[str, Table] = {
    "people": Table({**WHO, "name": "姓名", "refused": "停止缴费"}, frozenset({"refused"}), _person),
    "enrolments": Table(
        {**WHO, **WHAT, "agency": "经办机构", "category": "人员类别"}, frozenset({"category"}), _enrolment
    ),
    "arrears": Table({**BILL, "amount": "应缴金额"}, frozenset({"base"}), _bill),
    "payments": Table(
        {**BILL, "amount": "实缴金额", "voucher": "凭证号码", "channel": "缴费渠道", "paid_at": "缴费时间"},
        frozenset({"base"}),
        _payment,
    ),
}
