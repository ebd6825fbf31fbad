"""What may stand in a report of an account (facts 4.5), beyond what the book knows."""

from collections.abc import Mapping
from datetime import date

from domain.accounts.account import Details
from domain.accounts.banks import Banks
from domain.accounts.cards import bank_problem, card_problem
from domain.identity import name_problem
from domain.words import Text


def holder_problem(holder: str, payer: str) -> Text | None:
    """What is wrong with the name of an account (账户名称) that has to be the payer's; None if nothing is."""
    if problem := name_problem(holder):
        return problem
    return None if same_name(holder, payer) else Text("账户名称要与缴费人姓名一致，请使用本人的银行卡")


def opened_problem(opened_on: date, today: date) -> Text | None:
    """What is wrong with the day on which an account was opened (开户日期); None if nothing is."""
    return Text("开户日期必须小于等于当前日期！") if opened_on > today else None


def flaws(details: Details, payer: str, banks: Banks, today: date) -> Mapping[str, Text]:
    """Everything that is wrong with a report by the payer of this name: a sentence by the field's name in `Details`."""
    found = {
        "number": card_problem(details.number, banks),
        "bank": bank_problem(details.number, details.bank, banks),
        "holder": holder_problem(details.holder, payer),
        "opened_on": opened_problem(details.opened_on, today),
    }
    return {field: problem for field, problem in found.items() if problem}


def same_name(one: str, other: str) -> bool:
    """Whether two names are one."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    """Latin names are the same in capitals or not, with one space or two."""
    return " ".join(name.split()).casefold()
