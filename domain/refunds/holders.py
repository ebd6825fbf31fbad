"""Whose account a refund is paid to (domain facts 4.4): the insured's own, and who stands in for them."""

from datetime import date
from enum import Enum, auto

from domain.accounts.rules import holder_problem as own_problem
from domain.identity import name_problem, same_name
from domain.identity.citizen import birth_date
from domain.people.person import Person
from domain.refunds.application import Application, Ground
from domain.words import NOTHING, Text

OF_AGE = 18
CITIZEN_LENGTH = 18
"""Characters of a number that has a birth date in it."""
GONE = Text("参保人已故，请填写法定继承人的银行账户和账户名称；审核时请带{papers}到窗口")


class Holder(Enum):
    """Who the account of a refund belongs to."""

    INSURED = auto()
    HEIR = auto()
    GUARDIAN = auto()

    @property
    def label(self) -> Text:
        return {Holder.INSURED: Text("缴费人本人"), Holder.HEIR: Text("法定继承人"), Holder.GUARDIAN: Text("监护人")}[
            self
        ]

    @property
    def papers(self) -> Text:
        """What has to be shown at the window before anything is paid; empty if nothing."""
        return {
            Holder.INSURED: NOTHING,
            Holder.HEIR: Text("死亡证明、与参保人的关系证明、继承人的身份证件和银行卡"),
            Holder.GUARDIAN: Text("户口簿或出生证明、监护人的身份证件和银行卡"),
        }[self]


def holder_of(application: Application) -> Holder:
    """Whose account it is paid to. Without one it goes back to the insured's own."""
    account, draft = application.account, application.draft
    if account is None or not draft.applicant or same_name(account.holder, draft.applicant):
        return Holder.INSURED
    return Holder.HEIR if draft.ground is Ground.DECEASED else Holder.GUARDIAN


def holder_problem(holder: str, insured: Person, ground: Ground, today: date) -> Text | None:
    """What is wrong with the name of an account (账户名称) that a refund is to be paid to; None if nothing is."""
    if ground is Ground.DECEASED:
        return GONE.of(papers=Holder.HEIR.papers) if same_name(holder, insured.name) else name_problem(holder)
    if is_minor(insured, today):
        return name_problem(holder)
    return own_problem(holder, insured.name)


def is_minor(person: Person, today: date) -> bool:
    """Whether somebody is not of age, by the number of their document; one that tells no birth tells nothing."""
    birth = birth_date(person.number) if len(person.number) == CITIZEN_LENGTH else None
    if birth is None:
        return False
    had_birthday = (today.month, today.day) >= (birth.month, birth.day)
    return today.year - birth.year - (not had_birthday) < OF_AGE
