"""Clients of the two networks that others wrote, asked in the same words. What goes wrong they raise as they please."""

import csv
import gzip
import hashlib
import json
import subprocess
from base64 import b64decode
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol
from urllib.parse import parse_qsl
from urllib.request import urlopen
from zipfile import ZipFile

import alipay as python_alipay  # type: ignore[import-untyped]
import wechatpayv3  # type: ignore[import-untyped]

from adapters.payments.alipay.merchant import AlipayMerchant
from adapters.payments.wechat.merchant import WeChatMerchant
from domain.runtime import HALL_TIME
from kit.simulators.alipay.simulator import AlipaySimulator
from kit.simulators.wechat.simulator import WeChatSimulator

WHAT = "城乡居民医疗保险"
WHY = "缴费未入库"
HERE = Path(__file__).parent
FETCH_BILL = "alipay.data.dataservice.bill.downloadurl.query"


class Client(Protocol):
    """Each call returns the network's own word for how it went; amounts are in fen."""

    def create(self, number: str, fen: int, end: datetime) -> str:
        """The code to scan."""
        ...

    def query(self, number: str) -> str: ...

    def close(self, number: str) -> str: ...

    def refund(self, number: str, refund: str, fen: int, total: int) -> str: ...

    def query_refund(self, number: str, refund: str) -> str: ...

    def hear(self, headers: dict[str, str], body: bytes) -> str:
        """The number and the state of a notification, if the network has signed it."""
        ...

    def bill(self, day: date) -> str:
        """The numbers and amounts on it, and for WeChat what it comes to in all."""
        ...


class ClientOfWeChat(Client, Protocol):
    def send_on(self, refund: str, card: str, name: str) -> str:
        """Sends a refund that is abnormal to another card. Both are sealed."""
        ...

    def combine(self, whole: str, parts: dict[str, int], end: datetime) -> str:
        """The code to scan, of orders by their numbers."""
        ...

    def query_combined(self, whole: str) -> str:
        """Number and state of each."""
        ...

    def close_combined(self, whole: str, parts: list[str]) -> str: ...


class Refused(Exception):
    """What the network said no with, or the client of what it was told."""


def wechatpayv3_of(simulator: WeChatSimulator, merchant: WeChatMerchant) -> Any:
    """PyPI's wechatpayv3."""
    sdk = wechatpayv3.WeChatPay(
        wechatpay_type=wechatpayv3.WeChatPayType.NATIVE,
        mchid=merchant.mchid,
        private_key=merchant.private_key.decode(),
        cert_serial_no=merchant.serial,
        appid=merchant.appid,
        apiv3_key=merchant.api_v3_key.decode(),
        notify_url=merchant.notify_url,
        public_key=simulator.platform_public_key_pem.decode(),
        public_key_id=simulator.platform_serial,
        timeout=5,
        proxy={"http": ""},
    )
    sdk._core._gate_way = simulator.base_url
    return sdk


def python_alipay_of(simulator: AlipaySimulator, merchant: AlipayMerchant) -> Any:
    """PyPI's python-alipay-sdk. It goes through the proxy of the environment, if `no_proxy` does not say otherwise."""
    sdk = python_alipay.AliPay(
        appid=merchant.app_id,
        app_notify_url=merchant.notify_url,
        app_private_key_string=merchant.private_key.decode(),
        alipay_public_key_string=merchant.alipay_public_key.decode(),
        sign_type="RSA2",
        config=python_alipay.AliPayConfig(timeout=5),
    )
    sdk._gateway = simulator.base_url
    return sdk


class PythonWeChat:
    def __init__(self, sdk: Any) -> None:
        self._sdk = sdk

    def create(self, number: str, fen: int, end: datetime) -> str:
        amount = {"total": fen, "currency": "CNY"}
        told = self._sdk.pay(
            description=WHAT, out_trade_no=number, amount=amount, time_expire=end.isoformat(timespec="seconds")
        )
        return str(_json(told)["code_url"])

    def query(self, number: str) -> str:
        return str(_json(self._sdk.query(out_trade_no=number))["trade_state"])

    def close(self, number: str) -> str:
        return str(self._sdk.close(number)[0])

    def refund(self, number: str, refund: str, fen: int, total: int) -> str:
        amount = {"refund": fen, "total": total, "currency": "CNY"}
        told = self._sdk.refund(out_refund_no=refund, amount=amount, out_trade_no=number, reason=WHY)
        return str(_json(told)["status"])

    def query_refund(self, number: str, refund: str) -> str:
        return str(_json(self._sdk.query_refund(refund))["status"])

    def send_on(self, refund: str, card: str, name: str) -> str:
        number = _json(self._sdk.query_refund(refund))["refund_id"]
        told = self._sdk.abnormal_refund(
            number, refund, "USER_BANK_CARD", bank_type="ICBC_DEBIT", bank_account=card, real_name=name
        )
        return str(_json(told)["status"])

    def hear(self, headers: dict[str, str], body: bytes) -> str:
        event = self._sdk.callback(headers, body)
        if event is None:
            raise Refused("another signature")
        told = event["resource"]
        return _each(told) if "sub_orders" in told else f"{told['out_trade_no']} {told['trade_state']}"

    def combine(self, whole: str, parts: dict[str, int], end: datetime) -> str:
        orders = [
            {
                "mchid": self._sdk._mchid,
                "attach": whole,
                "description": WHAT,
                "out_trade_no": number,
                "amount": {"total_amount": fen, "currency": "CNY"},
            }
            for number, fen in parts.items()
        ]
        told = self._sdk.combine_pay(whole, orders, time_expire=end.isoformat(timespec="seconds"))
        return str(_json(told)["code_url"])

    def query_combined(self, whole: str) -> str:
        return _each(_json(self._sdk.combine_query(whole)))

    def close_combined(self, whole: str, parts: list[str]) -> str:
        orders = [{"mchid": self._sdk._mchid, "out_trade_no": number} for number in parts]
        status, text = self._sdk.combine_close(whole, orders)
        return str(status) if status == 204 else str(_json((status, text)))

    def bill(self, day: date) -> str:
        told = _json(self._sdk.trade_bill(f"{day}"))
        plain = gzip.decompress(self._sdk.download_bill(told["download_url"])[1])
        if hashlib.sha1(plain).hexdigest() != told["hash_value"]:
            raise Refused("another digest")
        names, *lines, tops, sums = plain.decode("utf-8-sig").splitlines()
        rows = [_cells(names, line) for line in lines]
        return " ".join([f"{row['商户订单号']} {row['订单金额']}" for row in rows] + [_cells(tops, sums)["订单总金额"]])


class PythonAlipay:
    def __init__(self, sdk: Any) -> None:
        self._sdk = sdk

    def create(self, number: str, fen: int, end: datetime) -> str:
        told = self._sdk.api_alipay_trade_precreate(WHAT, number, _yuan(fen), time_expire=_wall(end))
        return str(_good(told)["qr_code"])

    def query(self, number: str) -> str:
        return str(_good(self._sdk.api_alipay_trade_query(out_trade_no=number))["trade_status"])

    def close(self, number: str) -> str:
        return str(_good(self._sdk.api_alipay_trade_close(out_trade_no=number))["out_trade_no"])

    def refund(self, number: str, refund: str, fen: int, total: int) -> str:
        told = self._sdk.api_alipay_trade_refund(
            _yuan(fen), out_trade_no=number, out_request_no=refund, refund_reason=WHY
        )
        return str(_good(told)["fund_change"])

    def query_refund(self, number: str, refund: str) -> str:
        told = self._sdk.api_alipay_trade_fastpay_refund_query(refund, out_trade_no=number)
        return str(_good(told)["refund_status"])

    def hear(self, headers: dict[str, str], body: bytes) -> str:
        told = dict(parse_qsl(body.decode("ascii")))
        if not self._sdk.verify(told, told.pop("sign")):
            raise Refused("another signature")
        return f"{told['out_trade_no']} {told['trade_status']}"

    def bill(self, day: date) -> str:
        asked = {"bill_type": "trade", "bill_date": f"{day}"}
        told = _good(self._sdk.server_api(FETCH_BILL, biz_content=asked))
        with urlopen(told["bill_download_url"], timeout=5) as answer:
            return alipay_rows(answer.read())


class Process:
    """A client in another language, behind a process that answers line by line. `folder` is where it is installed."""

    def __init__(self, program: str, script: str, folder: str, merchant: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [program, HERE / script, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._send(merchant)

    def ask(self, *call: object) -> str:
        """What it was told. Raises Refused."""
        self._send(call)
        assert self._process.stdout
        line = self._process.stdout.readline()
        answer = json.loads(line or '{"error": "the client is gone"}')
        if "error" in answer:
            raise Refused(answer["error"])
        return str(answer["told"])

    def stop(self) -> None:
        self._process.communicate()

    def _send(self, words: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{json.dumps(words)}\n")
        self._process.stdin.flush()


class ProcessClient:
    """`amount` is how the client wants amounts, `wall` how it wants the time."""

    def __init__(self, process: Process, amount: Callable[[int], object], wall: Callable[[datetime], str]) -> None:
        self._process, self._amount, self._wall = process, amount, wall

    def create(self, number: str, fen: int, end: datetime) -> str:
        return self._process.ask("create", number, WHAT, self._amount(fen), self._wall(end))

    def query(self, number: str) -> str:
        return self._process.ask("query", number)

    def close(self, number: str) -> str:
        return self._process.ask("close", number)

    def refund(self, number: str, refund: str, fen: int, total: int) -> str:
        return self._process.ask("refund", number, refund, self._amount(fen), self._amount(total))

    def query_refund(self, number: str, refund: str) -> str:
        return self._process.ask("query_refund", number, refund)

    def hear(self, headers: dict[str, str], body: bytes) -> str:
        return self._process.ask("hear", headers, body.decode())

    def bill(self, day: date) -> str:
        return self._process.ask("bill", f"{day}")


class ProcessWeChat(ProcessClient):
    def __init__(self, process: Process) -> None:
        super().__init__(process, int, lambda end: end.isoformat(timespec="seconds"))

    def send_on(self, refund: str, card: str, name: str) -> str:
        return self._process.ask("send_on", refund, card, name)

    def combine(self, whole: str, parts: dict[str, int], end: datetime) -> str:
        return self._process.ask("combine", whole, WHAT, list(parts.items()), self._wall(end))

    def query_combined(self, whole: str) -> str:
        return self._process.ask("query_combined", whole)

    def close_combined(self, whole: str, parts: list[str]) -> str:
        return self._process.ask("close_combined", whole, parts)


class ProcessAlipay(ProcessClient):
    def __init__(self, process: Process) -> None:
        super().__init__(process, _yuan, _wall)

    def bill(self, day: date) -> str:
        return alipay_rows(b64decode(super().bill(day)))


def php_certificates(folder: str, simulator: WeChatSimulator, merchant: WeChatMerchant) -> dict[str, str]:
    """The platform's certificates, PEM by serial number, as the tool that comes with the client in PHP fetches them."""
    tool = Path(folder, "vendor/wechatpay/wechatpay/bin/CertificateDownloader.php")
    with TemporaryDirectory() as kept:
        key = Path(kept, "key.pem")
        key.write_bytes(merchant.private_key)
        of_us = ["-m", merchant.mchid, "-s", merchant.serial, "-f", f"{key}", "-k", merchant.api_v3_key.decode()]
        asked = [*of_us, "-u", f"{simulator.base_url}/", "-o", kept]
        subprocess.run(["php", tool, *asked], check=True, capture_output=True, timeout=30)
        return {file.stem.removeprefix("wechatpay_"): file.read_text() for file in Path(kept).glob("wechatpay_*")}


def alipay_rows(file: bytes) -> str:
    """What a bill's packed file has of payments and refunds."""
    files = ZipFile(BytesIO(file))
    details = next(name for name in files.namelist() if "汇总" not in name)
    lines = [line for line in files.read(details).decode("gbk").splitlines() if not line.startswith("#")]
    return " ".join(f"{row['商户订单号'].strip()} {row['订单金额（元）']}" for row in csv.DictReader(lines))


def _json(told: tuple[int, str]) -> dict[str, Any]:
    status, text = told
    fields: dict[str, Any] = json.loads(text)
    if status != 200:
        raise Refused(fields["code"])
    return fields


def _each(told: dict[str, Any]) -> str:
    return " ".join(f"{part['out_trade_no']} {part['trade_state']}" for part in told["sub_orders"])


def _good(told: dict[str, Any]) -> dict[str, Any]:
    if told["code"] != "10000":
        raise Refused(told["sub_code"])
    return told


def _cells(names: str, line: str) -> dict[str, str]:
    return dict(zip(names.split(","), line[1:].split(",`"), strict=True))


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"


def _wall(end: datetime) -> str:
    return f"{end.astimezone(HALL_TIME):%Y-%m-%d %H:%M:%S}"
