"""What importing this network costs at start: nothing heavy."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
HEAVY = ("httpx2", "cryptography", "httpcore2", "structlog", "ssl", "http.server")


def test_importing_and_building_the_client_loads_nothing_heavy() -> None:
    program = f"""
import sys
from datetime import UTC, datetime
from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.merchant import BASE_URL, SIGNER, UnionPayMerchant
import kit.simulators.unionpay.demo
merchant = UnionPayMerchant("1", b"", b"", (), SIGNER, "https://kiosk.example")
UnionPay(merchant, BASE_URL, lambda: datetime.now(UTC))
print(sorted(set({HEAVY!r}) & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
