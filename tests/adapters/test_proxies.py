"""Nothing that the environment says of proxies stands between the terminal and whom it speaks to."""

from collections.abc import Callable, Iterator

import pytest

from adapters.payments.line import Line, NoReply
from adapters.printing.ipp import Operation
from adapters.printing.ipp_http import IppClient
from domain.printing.printer import PrinterFault
from kit.simulators.loopback import Loopback
from tests.adapters.stand import Script

NAMED = ("http_proxy", "https_proxy", "all_proxy")


def address(server: Loopback) -> str:
    return f"http://127.0.0.1:{server.port}"


def asks_a_network(url: str) -> None:
    line = Line("wechat", url, timeout=2.0)
    line.call(lambda client: client.build_request("GET", f"{url}/v3/pay"), lambda response: NoReply("heard"))
    line.disconnect()


def asks_a_printer(url: str) -> None:
    with pytest.raises(PrinterFault):
        IppClient(2.0, secure=False).ask(url.replace("http://", "ipp://"), Operation.GET_PRINTER_ATTRIBUTES)


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Script]:
    """Somebody's, who writes down what passes."""
    script = Script()
    server = Loopback(script.handle)
    for name in NAMED:
        monkeypatch.setenv(name, address(server))
        monkeypatch.setenv(name.upper(), address(server))
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield script
    server.stop()


@pytest.mark.parametrize("asks", [asks_a_network, asks_a_printer])
def test_a_proxy_hears_of_nothing(proxy: Script, asks: Callable[[str], None]) -> None:
    there = Script()
    server = Loopback(there.handle)
    asks(address(server))
    server.stop()
    assert there.heard and not proxy.heard
