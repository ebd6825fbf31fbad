"""Where a refund that could not be handed over is sent on (API v3, apply-abnormal-refund): a debit card, sealed."""

import base64

from adapters.payments.wechat.platform import Sealing
from domain.refunds.account import Account

BANK_TYPES = {
    "ICBC": "ICBC_DEBIT",
    "ABC": "ABC_DEBIT",
    "BOC": "BOC_DEBIT",
    "CCB": "CCB_DEBIT",
    "COMM": "COMM_DEBIT",
    "PSBC": "PSBC_DEBIT",
    "CMB": "CMB_DEBIT",
    "CITIC": "CITIC_DEBIT",
    "CEB": "CEB_DEBIT",
    "CIB": "CIB_DEBIT",
    "CMBC": "CMBC_DEBIT",
}
"""The banks to whose debit cards it can be sent, by our codes (`domain.accounts.banks`)."""


def destination(to: Account, sealing: Sealing | None) -> dict[str, str]:
    """`type` and what belongs to it. An account at another bank cannot be reached: the money comes to the merchant."""
    bank = BANK_TYPES.get(to.bank)
    if bank is None or sealing is None:
        return {"type": "MERCHANT_BANK_CARD"}
    return {
        "type": "USER_BANK_CARD",
        "bank_type": bank,
        "bank_account": _sealed(to.number, sealing),
        "real_name": _sealed(to.holder, sealing),
    }


def _sealed(text: str, sealing: Sealing) -> str:
    """What only the platform can read: RSAES-OAEP with SHA-1, in base64."""
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
    from cryptography.hazmat.primitives.hashes import SHA1

    padding = OAEP(MGF1(SHA1()), SHA1(), None)  # noqa: S303 (the network's own choice; OAEP does not rest on it)
    return base64.b64encode(sealing.key.encrypt(text.encode(), padding)).decode()
