"""What importing the adapters costs at start: nothing heavy."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("httpx2", "cryptography", "httpcore2", "structlog", "ssl")


def test_importing_and_building_the_client_loads_nothing_heavy() -> None:
    program = f"""
import sys
from datetime import UTC, datetime
from adapters.payments.wechat.client import WeChatPay
from adapters.payments.wechat.merchant import BASE_URL, WeChatMerchant
from adapters.payments.wechat.sealing import unseal
import kit.simulators.wechat.demo
merchant = WeChatMerchant("1", "wx1", "AA", b"", b"", {{}}, "https://kiosk.example")
WeChatPay(merchant, BASE_URL, lambda: datetime.now(UTC), lambda: "N")
print(sorted(set({HEAVY!r}) & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
