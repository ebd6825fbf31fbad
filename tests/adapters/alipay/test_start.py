"""What importing Alipay's client and simulator costs at start: nothing heavy."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
HEAVY = ("httpx2", "cryptography", "httpcore2", "structlog", "ssl", "http.server")


def test_importing_and_building_the_client_loads_nothing_heavy() -> None:
    program = f"""
import sys
from datetime import UTC, datetime
from adapters.payments.alipay.client import Alipay
from adapters.payments.alipay.merchant import BASE_URL, AlipayMerchant
import kit.simulators.alipay.demo
merchant = AlipayMerchant("2021", "2088", b"", b"", "https://kiosk.example")
Alipay(merchant, BASE_URL, lambda: datetime.now(UTC))
print(sorted(set({HEAVY!r}) & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
