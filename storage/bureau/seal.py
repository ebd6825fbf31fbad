"""Whether a key file is the one that a bureau's database was sealed with."""

from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.bureau.base import BureauBase
from storage.sealing import Sealer

WHERE, WORD = "seal.sealed", "bureau"


class SealRow(BureauBase):
    """One row: a word that is known, sealed."""

    __tablename__ = "seal"

    sealed: Mapped[bytes] = mapped_column(primary_key=True)


def mark(connection: Connection, sealer: Sealer) -> None:
    connection.execute(insert(SealRow).values(sealed=sealer.seal(WORD, WHERE)))


def fits(connection: Connection, sealer: Sealer) -> bool:
    sealed = connection.scalar(select(SealRow.sealed))
    try:
        return sealed is not None and sealer.unseal(sealed, WHERE) == WORD
    except InvalidTag:
        return False
