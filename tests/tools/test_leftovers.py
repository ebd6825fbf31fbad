"""Once a visitor has gone, nothing that they gave stands in the terminal's memory: another process reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from adapters.memory import WIPING
from adapters.settings import EscPosSettings, Settings
from kit.people.reading import people_from_toml
from kit.play.playground import FIGURES
from kit.simulators.payer import Ending, Source
from kit.simulators.wechat.simulator import WeChatSimulator
from kit.walks import WALKS
from kit.walks.money import CARD
from tests.printing.pty_printer import FakePrinter
from tests.printing.pty_printer import terminal as line_to_printer
from tests.screens.hall import hall
from tests.tools.apart import Apart, apart
from tests.tools.children import children

NUMBER, NAME, AGENCY = "520199197803150119", "张建国", "520102P"
BORN = "19780315"
"""In the number, and between the spaces of one that is shown in groups."""
OTHER_NUMBER, OTHER_NAME = "520199198206220240", "王秀英"
PEOPLE = people_from_toml((main.ASSETS / "demo" / "people.toml").read_text("utf-8"), main.MACHINE.now().date())


@pytest.fixture
def network() -> Iterator[WeChatSimulator]:
    simulator = WeChatSimulator(main.MACHINE.now, main.MACHINE)
    simulator.start()
    yield simulator
    simulator.stop()


def enters(terminal: Apart, number: str, name: str) -> None:
    terminal.do("touch tile.wechat", "shows wechat.official_account", "touch next", "shows wechat.identify")
    terminal.type(number)
    terminal.do("touch key.next")
    terminal.write(name)
    terminal.do("touch next", "shows wechat.menu")


def pays(terminal: Apart, network: WeChatSimulator) -> None:
    form = "shows wechat.confirm_flexible"
    terminal.do("touch item.flexible_self", form, "touch option.pension", "touch select.agency")
    terminal.do(f"touch registered.{AGENCY}", form, "touch select.tier", "touch tier.60", "touch next", form)
    terminal.do("touch next", "shows wechat.pick_method", "touch next", "sees qr")
    assert network.pay(terminal.ask("code"), Source.CARD) is Ending.PAID
    terminal.do("shows wechat.result")


def prints(terminal: Apart) -> None:
    terminal.do("touch item.payment_certificate", "sees captcha", "touch field.captcha")
    terminal.type(FIGURES)
    terminal.do("touch next", "shows wechat.payment_document", "sees paper", "touch next", "says 打印好了")


def test_of_who_paid_and_had_a_certificate_printed(network: WeChatSimulator, tmp_path: Path) -> None:
    with line_to_printer() as (near, far), FakePrinter(near):
        printer = EscPosSettings(kind="escpos", name="80 毫米", width=80, device=Path(far))
        settings = hall(network, tmp_path).model_copy(update={"printers": [printer]})
        with apart(settings, tmp_path, WIPING) as terminal:
            assert not terminal.keeps(NAME, BORN)
            enters(terminal, NUMBER, NAME)
            assert terminal.keeps(NAME) and terminal.keeps(NUMBER)
            pays(terminal, network)
            assert not terminal.is_home_and_keeps(NAME, BORN)
            enters(terminal, NUMBER, NAME)
            prints(terminal)
            assert children(terminal.process.pid)
            assert not terminal.is_home_and_keeps(NAME, BORN)
            assert not children(terminal.process.pid)


def test_of_a_name_in_pinyin(network: WeChatSimulator, tmp_path: Path) -> None:
    with apart(hall(network, tmp_path), tmp_path, WIPING) as terminal:
        terminal.do("touch tile.wechat", "shows wechat.official_account", "touch next", "shows wechat.identify")
        terminal.do("touch field.name", "sees keyboard")
        for letters, character in (("zhang", "张"), ("jian", "建"), ("guo", "国")):
            terminal.do(*(f"touch letter.{letter}" for letter in letters), f"choose {ord(character)}")
        assert terminal.keeps(NAME)
        assert not terminal.is_home_and_keeps(NAME, "zhangjianguo")


def test_of_a_bank_account_and_a_phone(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "demo.sqlite")
    people = tuple(person.name for person in PEOPLE)
    with apart(settings, tmp_path, WIPING, people) as terminal:
        assert not terminal.keeps(CARD)
        terminal.walks(WALKS["tax_app.bank_account"][:-1])
        assert terminal.keeps(CARD)
        assert not terminal.is_home_and_keeps(CARD)
