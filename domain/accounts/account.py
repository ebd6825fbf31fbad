"""A reported account as a value (facts 4.5)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from domain.accounts.banks import Branch
from domain.accounts.cards import masked
from domain.words import Text

KIND = Text("个人银行结算账户")
"""账户性质 of every account here: 1200, the only one that natural persons report."""
CURRENCY = Text("人民币元")
"""币种 of every account here: 156."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a payer reports of an account. `county` (行政区划) has six digits, `bank` is a code of `Banks`.

    `preferred` is 首选缴费账户, `refund` 退费账户. Holder and number stay out of `repr`, so out of logs.
    """

    county: str
    bank: str
    branch: Branch
    holder: str = field(repr=False)
    number: str = field(repr=False)
    opened_on: date
    preferred: bool = False
    refund: bool = False

    @property
    def masked(self) -> str:
        """The number for everybody to see."""
        return masked(self.number)

    def same_place(self, other: "Details") -> bool:
        """Whether both are the same account at the same branch; the rest may change while an account is in use."""
        mine, theirs = ((d.number, d.bank, d.county, d.branch.number) for d in (self, other))
        return mine == theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """A reported account. `id` is the store's own key, never shown."""

    id: int
    person: int
    details: Details
    reported_at: datetime
