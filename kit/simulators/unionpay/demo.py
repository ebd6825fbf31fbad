"""The merchant of the demonstration: a real client, pointed at the simulator."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from adapters.payments.line import WAIT_S
from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.keyed import RSA_SHA256, Method
from adapters.payments.unionpay.merchant import SIGNER, Acquirer, UnionPayMerchant
from domain.runtime import Clock, Runtime
from kit.simulators.frame import MERCHANT
from kit.simulators.keys import new_key, private_pem, public_pem
from kit.simulators.unionpay.authority import pem
from kit.simulators.unionpay.ledger import Account
from kit.simulators.unionpay.simulator import UnionPaySimulator

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


def demo_merchant(
    simulator: UnionPaySimulator,
    clock: Clock,
    timeout: float = WAIT_S,
    make_key: "Callable[[], RSAPrivateKey]" = new_key,
    runtime: Runtime | None = None,
    *,
    in_process: bool = False,
    acquirer: Acquirer | None = None,
    sign_method: Method = RSA_SHA256,
) -> tuple[UnionPayMerchant, UnionPay]:
    """Let an invented merchant with a fresh key and certificate into a simulator; returns it and its client.

    If the way there is not `in_process`, the simulator has to be started. With an `acquirer` the key is its.
    """
    key, number = make_key(), "777290000000001"
    certificate = simulator.authority.certify(f"041@Z2026-11-23@{number}:SIGN@00000001", key.public_key())
    code = acquirer.code if acquirer else ""
    both = b"" if sign_method == RSA_SHA256 else b"d41d8cd98f00b204e9800998ecf8427e"
    cert_id = "" if both else str(certificate.serial_number)
    simulator.register(Account(number, cert_id, public_pem(key), MERCHANT, code, sign_method, both))
    merchant = UnionPayMerchant(
        mer_id=number,
        certificate=pem(certificate),
        private_key=private_pem(key),
        roots=(simulator.root_pem,),
        signer=SIGNER,
        back_url="https://kiosk.example/unionpay/notify",
        sign_method=sign_method,
        secure_key=both,
        acquirer=acquirer,
    )
    base_url, transport = simulator.way(in_process=in_process)
    return merchant, UnionPay(merchant, base_url, clock, timeout, transport, runtime, file_url=base_url)
