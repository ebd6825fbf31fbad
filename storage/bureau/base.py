"""The tables that stand in a bureau only; those that it has in common with a terminal are on `storage.base.Base`."""

from typing import Any, ClassVar

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from storage.base import NAMING, Base


class BureauBase(DeclarativeBase):
    """Columns and names as on `Base`."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = Base.type_annotation_map
