"""The tables that stand in a terminal only; those that it has in common with a bureau are on `storage.base.Base`."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from domain.certificates.book import PrintEnd
from storage.base import KEY, NAMING, Base


class TerminalBase(DeclarativeBase):
    """Columns and names as on `Base`."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = Base.type_annotation_map


class SlipRow(TerminalBase):
    """A slip that was sent to a printer; nothing of what stands on it. `end` is empty as long as nobody knows."""

    __tablename__ = "slips"
    __table_args__ = (Index(None, "began_at"),)

    id: Mapped[int] = mapped_column(KEY, primary_key=True)
    began_at: Mapped[datetime]
    again: Mapped[bool]
    end: Mapped[PrintEnd | None]
    ended_at: Mapped[datetime | None]
