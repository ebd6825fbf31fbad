"""Each of the dock's faults is seen within ten seconds, and its end as well: with the real clients and watches."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from adapters.health import machine
from adapters.health.watch import HealthWatch
from adapters.payments.line import GREETING_S
from adapters.printing.streams import Stream, StreamBroken
from adapters.printing.watch import PrinterWatch
from adapters.readers.sam import SamReader
from domain.health import looks
from domain.health.device import Check, Service, State
from domain.payment.clocks import Clocks
from domain.readers.reader import Readers
from domain.readers.readings import Readings
from domain.words import NOTHING
from kit.dock.levers import LEVERS
from kit.simulators.faults import Fault
from kit.simulators.networks import DemoNetworks
from kit.simulators.printers import demo_printers
from kit.simulators.runtime import SimulatedRuntime
from kit.simulators.tax import BreakableTaxSystem
from kit.simulators.wechat.certificates import LASTS, certified
from kit.simulators.world import DemoWorld
from tests.payment.hall import NOON, Hall
from tests.payment.script import WECHAT
from tests.payment.simulated import Day

SEEN_S = 10.0
PRINTERS_S = 3.0
"""How often the printers are asked (`PrinterWatch`)."""


class Terminal:
    """Its devices on a pretended machine. `seen` looks at all that is due within ten seconds."""

    def __init__(self, hall: Hall, folder: Path) -> None:
        self.runtime = SimulatedRuntime(NOON)
        self.world = world = DemoWorld(self.runtime)
        clients = DemoNetworks(world.clock, world.runtime, world.network).clients(in_process=True)
        self.installed = demo_printers(folder, world.printer_trouble, self.runtime.uptime, 3.0)
        self.watch = PrinterWatch(self.installed, self.runtime)
        self.reader = SamReader("读卡器", self._line, Readings(self.runtime.uptime), self.runtime)
        self.off = timedelta(0)
        self.clocks = Clocks(clients, lambda: self.runtime.now() + self.off)
        tax = BreakableTaxSystem(hall.store.tax, hall.store.tax, world.tax_fault)
        self.checks: tuple[Check, ...] = (
            looks.clock(self.clocks),
            *looks.networks(clients, looks.SHOWN_S),
            looks.bureau(tax.greet, lambda: NOTHING, looks.SHOWN_S),
            *looks.printers(self.installed, self.watch),
            *looks.readers(Readers(Readings(self.runtime.uptime), (self.reader,))),
        )
        self.health = HealthWatch(self.checks, self.runtime.now, self.runtime)

    def _line(self) -> Stream:
        raise StreamBroken("pulled out")

    def seen(self) -> dict[str, State]:
        """What is not well once each device has been looked at as often as it is."""
        for key, printer in self.installed.items():
            self.watch._look(key, printer)
        self.runtime.pass_by(seconds=max(check.every_s for check in self.checks))
        return {one.key: one.found.state for one in self.health.look().amiss}


@pytest.fixture
def terminal(hall: Hall, tmp_path: Path) -> Terminal:
    return Terminal(hall, tmp_path)


NETWORKS = ("network.wechat", "network.alipay", "network.unionpay")
SEEN = {
    ("network", "down"): dict.fromkeys(NETWORKS, State.OFFLINE),
    ("network", "lose_answer"): dict.fromkeys(NETWORKS, State.OFFLINE),
    ("printer", "low"): {"printer.a4": State.LOW},
    ("printer", "no_paper"): {"printer.a4": State.OUT},
    ("printer", "jam"): {"printer.a4": State.JAM},
    ("printer", "cover_open"): {"printer.a4": State.COVER},
    ("printer", "offline"): {"printer.a4": State.OFFLINE},
    ("tax", "down"): {"bureau": State.OFFLINE},
}
ANSWERED_ONLY = {
    *(("network", position) for position in ("bad_signature", "wrong_amount")),
    *(("tax", position) for position in ("refuse_posting", "medical_elsewhere")),
    *(("printer", position) for position in ("midway", "silent")),
    *(("refund", position) for position in LEVERS["refund"][1]),
    *(("bank", position) for position in LEVERS["bank"][1]),
}
"""What no device tells of itself: it comes out when somebody pays, prints or applies."""


def test_every_position_of_the_dock_is_known_here() -> None:
    well = {(lever, next(iter(positions))) for lever, (_, positions) in LEVERS.items()}
    every = {(lever, position) for lever, (_, positions) in LEVERS.items() for position in positions}
    assert every == {*SEEN, *ANSWERED_ONLY} | well


@pytest.mark.parametrize(("lever", "position"), SEEN)
def test_a_fault_is_seen_and_its_end_too(terminal: Terminal, lever: str, position: str) -> None:
    assert terminal.seen() == {}
    terminal.world.pull(lever, position)
    assert terminal.seen() == SEEN[lever, position]
    before = {one.key: one.since for one in terminal.health.checkup().amiss}
    terminal.seen()
    assert {one.key: one.since for one in terminal.health.checkup().amiss} == before, "it has lasted since then"
    terminal.world.pull(lever, next(iter(LEVERS[lever][1])))
    assert terminal.seen() == {}


def test_who_wants_to_know_now_asks_the_printer_itself(terminal: Terminal) -> None:
    assert terminal.seen() == {}
    terminal.world.pull("printer", "no_paper")
    assert terminal.health.look().amiss == (), "nobody has asked it yet"
    found = terminal.health.look_at("printer.a4")
    assert (found.found.state, found.printer, found.passes) == (State.OUT, "a4", False)
    assert terminal.health.look_at("bureau").printer == ""


def test_ten_seconds_are_enough(terminal: Terminal, tmp_path: Path) -> None:
    """However the rounds fall: the longest time between two looks, and how long a look may last."""
    for check in (*terminal.checks, machine.disk(tmp_path), machine.screen(), machine.sound()):
        lasts = GREETING_S if check.waits else 0.0
        before = PRINTERS_S if check.key.startswith("printer.") else 0.0
        assert before + check.every_s + lasts <= SEEN_S, check.key


def test_a_reader_that_was_pulled_out(terminal: Terminal) -> None:
    assert terminal.seen() == {}
    terminal.reader._round()
    assert terminal.seen() == {"reader.1": State.OFFLINE}


def test_a_clock_that_strays_and_one_that_is_wrong(terminal: Terminal) -> None:
    assert terminal.seen() == {}
    terminal.off = timedelta(seconds=40)
    assert terminal.seen() == {"clock": State.STRAYED}
    terminal.off = timedelta(minutes=-6)
    assert terminal.seen() == {"clock": State.WRONG}
    (clock,) = terminal.health.checkup().amiss
    assert str(clock.found.word).startswith("慢了 6 分")
    assert not terminal.health.checkup().takes_money


def test_an_answer_that_is_not_believed_is_in_doubt_until_one_is(hall: Hall) -> None:
    day = Day(hall)
    order = day.starts(WECHAT)
    client = day.cashier.networks[WECHAT]
    health = HealthWatch(tuple(looks.networks({WECHAT: client})), day.runtime.now, day.runtime)
    assert health.look().amiss == ()
    day.faults.switch(Fault.BAD_SIGNATURE)
    client.query(order)
    (doubted,) = health.look().amiss
    assert doubted.found.state is State.DOUBTED and health.checkup().can(Service.MONEY) == "doubt"
    day.faults.switch(Fault.NONE)
    assert health.look().amiss, "that it answers says nothing of what it signs by"
    client.query(order)
    assert health.look().amiss == ()


class TestTheMachine:
    def test_a_certificate_is_told_of_before_its_end(self, tmp_path: Path) -> None:
        key, pem = tmp_path / "store.key", tmp_path / "pass.pem"
        key.write_text("secret")
        key.chmod(0o600)
        states = []
        for days in (400, 20, -1):
            pem.write_bytes(certificate(until=NOON + timedelta(days=days)))
            found = machine.keys((pem, key), (key,), lambda: NOON).look()
            states.append((found.state, str(found.word)))
        assert states == [(State.OK, "正常"), (State.LOW, "证书快到期"), (State.WRONG, "证书过期")]

    @pytest.mark.parametrize("broken", ["gone", "open", "nonsense"])
    def test_a_key_that_cannot_be_used(self, tmp_path: Path, broken: str) -> None:
        key, pem = tmp_path / "store.key", tmp_path / "pass.pem"
        if broken != "gone":
            key.write_text("secret")
            key.chmod(0o644 if broken == "open" else 0o600)
        pem.write_text("-----BEGIN CERTIFICATE-----\n")
        assert machine.keys((pem,), (key,), lambda: NOON).look().state is State.WRONG

    def test_a_disk(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        found = []
        for free in (100 * 10**9, 10**9, 10**8):
            monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: SimpleNamespace(free=free))
            finding = machine.disk(tmp_path / "made later").look()
            found.append((finding.state, str(finding.detail)))
        assert found == [(State.OK, "剩 100 GB"), (State.LOW, "剩 1.0 GB"), (State.OUT, "剩 0.1 GB")]

    def test_a_screen_is_a_display_and_something_to_touch(self, tmp_path: Path) -> None:
        look = machine.screen(tmp_path).look
        assert look().state is State.OFFLINE
        put(tmp_path / "input" / "event0" / "device" / "properties", "0\n")
        assert str(look().word) == "没有找到触摸屏"
        put(tmp_path / "input" / "event1" / "device" / "properties", "2\n")
        assert look().state is State.OK
        put(tmp_path / "drm" / "card0-HDMI-A-1" / "status", "disconnected\n")
        assert str(look().word) == "没有接显示器"
        put(tmp_path / "drm" / "card0-DP-1" / "status", "connected\n")
        assert look().state is State.OK

    def test_a_sound_card(self, tmp_path: Path) -> None:
        cards = tmp_path / "cards"
        assert machine.sound(cards).look().state is State.OFFLINE
        put(cards, "--- no soundcards ---\n")
        assert machine.sound(cards).look().state is State.OFFLINE
        put(cards, " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n")
        assert machine.sound(cards).look().state is State.OK


def certificate(until: datetime) -> bytes:
    return certified(generate_private_key(65537, 2048), until - LASTS, 1).pem


def put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
