"""The port of the book of agreements: each number given once, one live agreement for each person."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.agreements.agreement import Agreement, Terms
from domain.agreements.events import BankWord
from domain.words import Text


class AgreementProblem(StrEnum):
    """Why the book does not take something."""

    ONE_VALID = "one_valid"
    """the person has a live agreement already"""
    NOT_THERE = "not_there"
    """there is no such agreement, or it is another person's"""
    OVER = "over"
    """it was refused by the bank, or revoked before"""

    @property
    def sentence(self) -> Text:
        """What the payer is told."""
        return _SENTENCES[self]


_SENTENCES = {
    AgreementProblem.ONE_VALID: Text("您已有一份待验证或验证成功的协议，一人只能签订一份。如需更换，请先撤销。"),
    AgreementProblem.NOT_THERE: Text("没有找到这份协议，请返回重新查询。"),
    AgreementProblem.OVER: Text("这份协议没有生效或者已经撤销，不用再撤销。"),
}


class AgreementBook(Protocol):
    """Safe from any thread. It trusts that terms have no flaws (`domain.agreements.rules`)."""

    def of(self, person: int) -> tuple[Agreement, ...]:
        """Everything a person has signed, newest first."""
        ...

    def sign(self, person: int, terms: Terms, at: datetime) -> Agreement | AgreementProblem:
        """A new agreement that waits for the bank, or ONE_VALID. `at` is the hall's time: its year is the number's."""
        ...

    def verify(self, number: str, word: BankWord) -> Agreement:
        """What the bank said. As the agreement is then: the first word stands, and none revives it.

        Raises LookupError if the number was never given.
        """
        ...

    def revoke(self, person: int, number: str, at: datetime) -> Agreement | AgreementProblem:
        """The payer takes it back: NOT_THERE or OVER if that cannot be."""
        ...
