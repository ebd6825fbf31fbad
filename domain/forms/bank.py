"""The fields of bank accounts (facts 4.5, 4.6): region, bank, branch, number; what depends on what."""

from domain.accounts import cards
from domain.accounts.account import Details
from domain.accounts.banks import Branch
from domain.accounts.rules import opened_problem
from domain.forms.fields import Answers, CountyField, DayField, Given, Option, Pad, Select, Typed
from domain.identity import spelt
from domain.words import NOTHING, Text, Verbatim

ACCOUNT_LENGTH = 23
"""Characters that may be typed: the longest number has 19 digits, and somebody may type blanks between."""


def _banks(given: Given) -> tuple[Option, ...]:
    return tuple(Option(bank.code, Verbatim(bank.name)) for bank in given.banks.all)


def _branches(given: Given) -> tuple[Option, ...]:
    found = branch_of(given)
    return (Option(found.number, Verbatim(found.name)),) if found else ()


def branch_of(given: Given) -> Branch | None:
    """The branch of the chosen bank in the chosen county; None until both are chosen."""
    bank = given.banks.find(given.answers.get(BANK.key, ""))
    county = given.offices.find_county(given.answers.get(COUNTY.key, ""))
    return given.banks.branch(bank, county) if bank and county else None


def chosen_branch(given: Given) -> Branch:
    """That of a form whose fields are all right. Raises ValueError."""
    branch = branch_of(given)
    if branch is None:
        raise ValueError("no branch is chosen")
    return branch


def account_field(key: str = "account") -> Typed:
    """银行账号, typed in groups of four, masked once it is left."""
    return Typed(
        key,
        Text("银行账号"),
        lambda text, given: cards.card_problem(text, given.banks),
        hint=Text("借记卡（储蓄卡）上的卡号"),
        longest=ACCOUNT_LENGTH,
        pad=_digits,
        tidy=cards.tidy,
        grouped=lambda text, answers: cards.grouped(cards.tidy(text)),
        masked=lambda text: cards.masked(cards.tidy(text)) if text else "",
        told=_issuer,
        doubt=lambda text, given: cards.card_doubt(text),
    )


def _issuer(text: str, given: Given) -> Text:
    """Whose card begins so; empty while that is open, or not known."""
    issues = given.banks.issues(cards.tidy(text))
    return Verbatim(issues[0].bank.name) if issues else NOTHING


def _digits(answers: Answers) -> Pad:
    return Pad.DIGITS


COUNTY = CountyField("county", Text("行政区划"), clears=("branch",))
BANK = Select("bank", Text("开户银行"), _banks, clears=("branch",))
BRANCH = Select("branch", Text("营业网点"), _branches, hint=Text("先选行政区划和开户银行"))
ACCOUNT = account_field()
HOLDER = Typed("holder", Text("账户名称"), tidy=spelt)
OPENED = DayField("opened_on", Text("开户日期"), lambda day, given: opened_problem(day, given.today))


def answers_of(details: Details) -> Answers:
    """What these fields are answered with for an account that was reported."""
    return {
        COUNTY.key: details.county,
        BANK.key: details.bank,
        BRANCH.key: details.branch.number,
        HOLDER.key: details.holder,
        ACCOUNT.key: details.number,
    }
