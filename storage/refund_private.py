"""What of a refund application is sealed: whose it is, where it is paid to, the phone, what was explained."""

import json
from dataclasses import dataclass

from domain.payment.order import Network
from domain.refunds.account import Account
from domain.refunds.application import Draft
from storage.refund_log import PRIVATE
from storage.sealing import Sealer


@dataclass(frozen=True, slots=True)
class Private:
    """`asked` is the account that was applied for, `account` the one that it is paid to now."""

    asked: Account | None
    phone: str
    explanation: str
    applicant: str
    network: Network | None
    account: Account | None


def sealed(sealer: Sealer, draft: Draft, account: Account | None) -> bytes:
    """`account` is where it is paid to now. As JSON: `["bank", "number", "holder", "phone", "explanation", "applicant",
    "network", ["bank", "number", "holder"]]`, empty for what there is none of.
    """
    asked, now = _told(draft.account), _told(account)
    private = [*asked, draft.phone, draft.explanation, draft.applicant, draft.network or "", now]
    return sealer.seal(json.dumps(private, ensure_ascii=False), PRIVATE)


def opened(sealer: Sealer, content: bytes) -> Private:
    """What was sealed before there was more than one way ends with the explanation."""
    bank, number, holder, phone, explanation, *more = json.loads(sealer.unseal(content, PRIVATE))
    asked = _account(bank, number, holder)
    if not more:
        return Private(asked, phone, explanation, "", None, asked)
    applicant, network, now = more
    return Private(asked, phone, explanation, applicant, Network(network) if network else None, _account(*now))


def _told(account: Account | None) -> list[str]:
    return [account.bank, account.number, account.holder] if account else ["", "", ""]


def _account(bank: str, number: str, holder: str) -> Account | None:
    return Account(bank, number, holder) if number else None
