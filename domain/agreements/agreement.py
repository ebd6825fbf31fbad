"""An agreement as a value (facts 4.6), and what the bank's refusals are."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.accounts.banks import Branch
from domain.accounts.cards import masked, masked_phone
from domain.agreements.states import LIVE, AgreementState
from domain.words import Text

FICTITIOUS = "99"
"""What numbers begin with here: no province has this code."""


class Refusal(StrEnum):
    """Why a bank does not confirm an agreement."""

    UNKNOWN_ACCOUNT = "unknown_account"
    OTHER_HOLDER = "other_holder"
    OTHER_PHONE = "other_phone"
    NOT_DEBIT = "not_debit"
    REFUSED = "refused"

    @property
    def sentence(self) -> Text:
        """What the payer is told."""
        return _SENTENCES[self]


_SENTENCES = {
    Refusal.UNKNOWN_ACCOUNT: Text("所选银行没有这个账号"),
    Refusal.OTHER_HOLDER: Text("持卡人姓名与银行登记的不一致"),
    Refusal.OTHER_PHONE: Text("手机号码与银行预留的不一致"),
    Refusal.NOT_DEBIT: Text("这张卡不是借记卡（储蓄卡）"),
    Refusal.REFUSED: Text("银行没有受理，请联系开户银行"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a payer signs. `authority` is 主管税务机关 by its county's six digits, `bank` a code of `Banks`.

    `phone` is the one that the bank knows (银行预留手机号码). What is personal stays out of `repr`, so out of logs.
    """

    authority: str
    bank: str
    branch: Branch
    holder: str = field(repr=False)
    account: str = field(repr=False)
    phone: str = field(repr=False)

    @property
    def masked_account(self) -> str:
        return masked(self.account)

    @property
    def masked_phone(self) -> str:
        return masked_phone(self.phone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A signed agreement; `number` is 协议书编号. `verified_at` is when the bank answered, `reason` why it refused."""

    number: str
    person: int
    terms: Terms
    state: AgreementState
    signed_at: datetime
    verified_at: datetime | None = None
    revoked_at: datetime | None = None
    reason: Refusal | None = None

    @property
    def live(self) -> bool:
        """Whether it holds its person and its account, and may be revoked."""
        return self.state in LIVE


def number(authority: str, year: int, serial: int) -> str:
    """协议书编号, 18 digits. `serial` counts from 1 with one authority in one year."""
    return f"{FICTITIOUS}{authority}{year}{serial:06d}"
