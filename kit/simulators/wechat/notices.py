"""What the simulated WeChat Pay posts by itself (API v3, 支付结果通知, 合单): sealed, and signed like an answer."""

import base64
import json
from collections.abc import Mapping
from datetime import datetime
from itertools import product

from kit.simulators.wechat.accounts import Account
from kit.simulators.wechat.gate import Seal
from kit.simulators.wechat.ledger import Ledger
from kit.simulators.wechat.orders import stamp
from kit.simulators.wechat.refusals import Refusal


def of_payment(
    ledger: Ledger, accounts: Mapping[str, Account], seal: Seal, number: str, now: datetime
) -> tuple[dict[str, str], bytes]:
    """Headers and body; `number` may be that of all that have one code. Raises KeyError for what nobody has."""
    for account, query in product(accounts.values(), (ledger.query, ledger.query_combined)):
        try:
            content = json.dumps(query(account, number)).encode()
        except Refusal:
            continue
        event = {
            "id": f"EV-{number}",
            "create_time": stamp(now),
            "resource_type": "encrypt-resource",
            "event_type": "TRANSACTION.SUCCESS",
            "summary": "支付成功",
            "resource": {"original_type": "transaction"} | sealed(account, seal.nonce()[:12], "transaction", content),
        }
        body = json.dumps(event, ensure_ascii=False).encode()
        return seal.headers(body, now) | {"Content-Type": "application/json"}, body
    raise KeyError(number)


def sealed(account: Account, nonce: str, about: str, content: bytes) -> dict[str, str]:
    """What only the holder of the merchant's APIv3 key can read."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    ciphertext = AESGCM(account.api_v3_key).encrypt(nonce.encode("ascii"), content, about.encode("ascii"))
    told = {"algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": about}
    return told | {"ciphertext": base64.b64encode(ciphertext).decode("ascii")}
