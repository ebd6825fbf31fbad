"""Where Alipay says that a day's bill lies: by TLS, or at the very host that is asked everything else."""

from datetime import date

import pytest

from adapters.payments.download import is_fit
from domain.reconciliation.bill import Broken, Silent
from tests.adapters.alipay.stand import Stand

GATEWAY = "http://127.0.0.1:8086/gateway.do"
ANSWER, DAY = "alipay_data_dataservice_bill_downloadurl_query_response", date(2026, 11, 22)


@pytest.mark.parametrize(
    ("address", "fit"),
    [
        ("https://dwbillcenter.alipay.com/downloadBillFile.resource?bizType=trade", True),
        ("http://127.0.0.1:8086/file", True),
        ("http://127.0.0.1:8087/file", False),
        ("http://dwbillcenter.alipay.com/downloadBillFile.resource", False),
        ("ftp://127.0.0.1:8086/file", False),
        ("file:///etc/passwd", False),
        ("https:///file", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_which_addresses_are_asked(address: str, fit: bool) -> None:
    assert is_fit(address, GATEWAY) == fit


def told(address: str) -> dict[str, str]:
    return {"code": "10000", "msg": "Success", "bill_download_url": address}


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1:1/file", "an address that is not to be asked"),
        ("https://127.0.0.1:1/file", "ConnectError"),
    ],
)
def test_another_host_is_asked_by_tls_only(stand: Stand, address: str, why: str) -> None:
    stand.say(ANSWER, told(address))
    assert stand.client.bill(DAY) == Silent(why)
    assert len(stand.script.heard) == 1


def test_who_asks_for_a_file_says_what_it_is(stand: Stand) -> None:
    stand.say(ANSWER, told(stand.base_url.replace("/gateway.do", "/file")))
    assert isinstance(stand.client.bill(DAY), Broken)
    asked, fetched = stand.script.heard
    assert (fetched.method, fetched.target) == ("GET", "/file")
    for one in (asked, fetched):
        assert (one.headers["user-agent"], one.headers["accept-encoding"]) == ("shebao-kiosk", "identity")


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_has_bounds(stand: Stand, monkeypatch: pytest.MonkeyPatch, more: int) -> None:
    """What stands at the address is the answer itself: too long by a byte, or no bill."""
    stand.say(ANSWER, told(stand.base_url.replace("/gateway.do", "/file")))
    monkeypatch.setattr("adapters.payments.download.MOST", len(stand.script.body) - more)
    answer = stand.client.bill(DAY)
    assert answer == Silent("too long") if more else isinstance(answer, Broken)
