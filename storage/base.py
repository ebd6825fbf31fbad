"""How Python's types lie in columns, and how constraints are named."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import Enum, StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    MetaData,
    SQLColumnExpression,
    String,
    TypeDecorator,
    literal_column,
)
from sqlalchemy import Enum as EnumColumn
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase

from domain.money import Fen
from domain.people.insurance import Period

NAMING = {
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


KEY = BigInteger().with_variant(Integer(), "sqlite")
"""A number that the engine itself gives a row."""
upsert = postgresql.insert
"""`INSERT … ON CONFLICT`, in the words that both engines have."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC and given back in UTC. A naive one is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class PeriodText(TypeDecorator[Period]):
    """A period as its sortable key (`2026-11`, `2026`)."""

    impl = String(7)
    cache_ok = True

    def process_bind_param(self, value: Period | None, dialect: Dialect) -> str | None:
        return value.key if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> Period | None:
        return Period.of(value) if value else None


class Base(DeclarativeBase):
    """The tables of the store."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        Fen: BigInteger,
        datetime: UtcDateTime,
        Period: PeriodText,
        bytes: LargeBinary,
        Enum: EnumColumn(Enum, native_enum=False, length=20, values_callable=lambda kind: [m.value for m in kind]),
    }


def among(column: SQLColumnExpression[Any], members: Iterable[StrEnum]) -> ColumnElement[bool]:
    """Whether a column has one of these words, which stand in the statement itself: it is always asked for the same."""
    return column.in_([literal_column(f"'{member.value}'") for member in sorted(members)])
