"""The port of the book of accounts: whose are whose, what is told only once, and what is in use."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.accounts.account import BankAccount, Details
from domain.words import Text


class AccountProblem(StrEnum):
    """Why the book does not take something."""

    NOT_THERE = "not_there"
    """there is no such account, or it is another person's"""
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    """the same person has reported this number already"""
    SECOND_PREFERRED = "second_preferred"
    SECOND_REFUND = "second_refund"
    UNDER_AGREEMENT = "under_agreement"
    OPEN_REFUND = "open_refund"

    @property
    def sentence(self) -> Text:
        """What the payer is told."""
        return _SENTENCES[self]


_SENTENCES = {
    AccountProblem.NOT_THERE: Text("没有找到这个账户，请返回重新查询。"),
    AccountProblem.UNCHANGED: Text("信息未作修改，不能点击下一步"),
    AccountProblem.DUPLICATE: Text("您已经报告过这个银行账号，不能重复报告。"),
    AccountProblem.SECOND_PREFERRED: Text("您已有首选缴费账户，不能重复选择！"),
    AccountProblem.SECOND_REFUND: Text("您已有退费账户，不能重复选择！"),
    AccountProblem.UNDER_AGREEMENT: Text("这个账户签有两两协议，不能删除，也不能改账号和开户银行。请先撤销协议。"),
    AccountProblem.OPEN_REFUND: Text("这个账户有退费申请正在办理，不能删除，也不能改账号和开户银行。请等退费办完。"),
}


class AccountBook(Protocol):
    """Safe from any thread. It trusts that details have no flaws (`domain.accounts.rules`)."""

    def accounts(self, person: int) -> tuple[BankAccount, ...]:
        """Everything a person has reported, in that order."""
        ...

    def report(self, person: int, details: Details, at: datetime) -> BankAccount | AccountProblem:
        """Add an account: DUPLICATE, SECOND_PREFERRED or SECOND_REFUND if it cannot be."""
        ...

    def change(self, person: int, account: int, details: Details) -> BankAccount | AccountProblem:
        """Put new details in place of the old, by the same rules.

        While an agreement or an open refund uses the account, its number and its branch stay.
        """
        ...

    def delete(self, person: int, account: int) -> AccountProblem | None:
        """Remove an account for good, unless it is not there or in use."""
        ...
