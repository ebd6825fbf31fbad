"""Banks that take part (开户银行), how their cards are told, and their branches (营业网点)."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from domain.people.offices import County

BRANCH_LENGTH = 12
"""Digits of a clearing number (行号)."""


class CardType(StrEnum):
    DEBIT = "debit"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Bin:
    """An issuer's code (发卡行标识代码): what its cards begin with, and how many digits they have in all."""

    digits: str
    type: CardType
    length: int

    def __post_init__(self) -> None:
        if not any(_digits(self.digits, n) for n in range(5, 10)):
            raise ValueError(f"{self.digits!r} is no issuer's code")


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch by its clearing number (行号)."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank; `serial` are three digits of ours that tell its branches from those of others."""

    code: str
    serial: str
    name: str
    bins: tuple[Bin, ...]

    def __post_init__(self) -> None:
        if not _digits(self.serial, 3):
            raise ValueError(f"serial is three digits, not {self.serial!r}")


@dataclass(frozen=True, slots=True)
class Issue:
    """What the first digits of a card say: who issued it, and of what sort it is."""

    bank: Bank
    bin: Bin


@dataclass(frozen=True, slots=True)
class Banks:
    """All banks, in the order in which they are offered. Branches are inferred by rule (facts 4.5)."""

    all: tuple[Bank, ...]
    branch_name: str
    branch_number: str

    def __post_init__(self) -> None:
        for what in ("code", "serial", "name"):
            if len({getattr(bank, what) for bank in self.all}) < len(self.all):
                raise ValueError(f"a {what} is there twice")
        seen = Counter((b.digits, b.length) for bank in self.all for b in bank.bins)
        for (digits, length), times in seen.items():
            if times > 1:
                raise ValueError(f"{digits} with {length} digits is there twice")
        example = self.branch_number.replace("{county}", "520102").replace("{serial}", "001")
        if len(example) != BRANCH_LENGTH:
            raise ValueError(f"number of branches does not make {BRANCH_LENGTH} digits")

    def find(self, code: str) -> Bank | None:
        return next((bank for bank in self.all if bank.code == code), None)

    def name(self, code: str) -> str:
        """A bank as screens name it; its code, if it is none of ours."""
        bank = self.find(code)
        return bank.name if bank else code

    def issues(self, number: str) -> tuple[Issue, ...]:
        """Whose cards begin as this number does, whatever its length; the longest code first."""
        found = (Issue(bank, b) for bank in self.all for b in bank.bins if number.startswith(b.digits))
        return tuple(sorted(found, key=lambda issue: -len(issue.bin.digits)))

    def issue(self, number: str) -> Issue | None:
        """Whose card this is, by its first digits *and* its length: codes are used again with another length."""
        return next((issue for issue in self.issues(number) if issue.bin.length == len(number)), None)

    def bank_of(self, number: str) -> Bank | None:
        """The bank that issued a card; None if its code is not one of ours."""
        issue = self.issue(number)
        return issue.bank if issue else None

    def branch(self, bank: Bank, county: County) -> Branch:
        """The bank's branch in a county."""
        number = self.branch_number.replace("{county}", county.code).replace("{serial}", bank.serial)
        return Branch(number, self.branch_name.replace("{bank}", bank.name).replace("{county}", county.name))


def _digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdecimal()
