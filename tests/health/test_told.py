"""Where health is told: the terminal's own file, Prometheus, `./kiosk doctor`; beside a terminal and without one."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

import main
from adapters.health.reports import Reports
from adapters.health.told import METRICS, NAME, Told, heard, metrics, put, told
from adapters.health.watch import HealthWatch
from adapters.release import release
from adapters.settings import Settings
from domain.health.device import Check, Finding, Kind, Service, State
from domain.health.last_tests import End
from domain.terminal.suspensions import WHOLE, Message, Suspension
from domain.words import Text
from kit.demo import Demo
from kit.simulators.runtime import SimulatedRuntime
from tests.health.sample import checkup
from tests.payment.hall import NOON
from viewmodels.worker import Worker


@pytest.fixture
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "demo.sqlite"))
    yield


def test_as_json_what_needs_a_hand_comes_first() -> None:
    said = json.loads(told(checkup(printer_a4=State.OUT, clock=State.WRONG), "T0107").model_dump_json())
    assert (said["terminal"], said["release"]) == ("T0107", release())
    assert said["can"] == {"money": "no", "slips": "doubt", "certificates": "doubt"}
    assert [one["key"] for one in said["devices"][:2]] == ["clock", "printer.a4"]
    first = said["devices"][0]
    assert (first["state"], first["passes"], first["ends"]) == ("wrong", False, ["money"])
    assert first["steps"] == ["请系统管理员校准时间", "再查一次"]


def test_as_prometheus_has_it() -> None:
    families = {
        one.name: one for one in text_string_to_metric_families(metrics(told(checkup(printer_a4=State.OUT), "T1")))
    }
    can = {one.labels["service"]: one.value for one in families["kiosk_can"].samples}
    assert can == {"money": 1.0, "slips": 0.5, "certificates": 0.5}
    states = {one.labels["device"]: one.labels["state"] for one in families["kiosk_device_state"].samples}
    assert (states["printer.a4"], states["store"]) == ("out", "ok")
    assert {one.labels["terminal"] for one in families["kiosk_device_since_timestamp_seconds"].samples} == {"T1"}
    assert families["kiosk_checked_timestamp_seconds"].samples[0].value == NOON.timestamp()


def test_what_staff_have_closed_is_said_and_is_no_fault() -> None:
    closed = Suspension(WHOLE, Message.MAINTENANCE, NOON, NOON + timedelta(hours=1), "0001")
    said = told(replace(checkup(), suspended=(closed,)), "T0107")
    assert said.takes_money and Told.model_validate_json(said.model_dump_json()) == said
    (one,) = said.suspended
    assert (one.what, one.name, one.told) == (WHOLE, "本机", "暂停，设备检修，13:00 恢复")
    families = {one.name: one for one in text_string_to_metric_families(metrics(said))}
    assert families["kiosk_suspended"].samples[0].labels == {"terminal": "T0107", "what": WHOLE}


class TestFiles:
    def test_they_are_there_while_the_terminal_runs(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        reports = Reports(checkup, "T0001", tmp_path, tmp_path / "metrics", SimulatedRuntime(NOON))
        (tmp_path / "metrics").mkdir()
        reports.write()
        reports.write_metrics()
        assert json.loads((tmp_path / NAME).read_text("utf-8"))["can"]["money"] == "yes"
        assert "kiosk_info" in (tmp_path / "metrics" / METRICS).read_text("utf-8")
        assert {one.name for one in tmp_path.rglob("*.new")} == set(), "nobody sees half of one"
        reports.stop()
        assert not (tmp_path / NAME).exists() and not (tmp_path / "metrics" / METRICS).exists()
        assert caplog.messages == []

    def test_nothing_is_told_before_all_has_been_looked_at(self, tmp_path: Path) -> None:
        begun = replace(checkup(), complete=False)
        reports = Reports(lambda: begun, "T0001", tmp_path, tmp_path, SimulatedRuntime(NOON))
        reports.write()
        reports.write_metrics()
        assert list(tmp_path.iterdir()) == []

    def test_where_none_can_be_written_it_is_logged_once(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        reports = Reports(checkup, "T0001", tmp_path / "gone", None, SimulatedRuntime(NOON))
        reports.write()
        reports.write()
        assert caplog.messages == ["health.json could not be written: No such file or directory"]

    @pytest.mark.parametrize(("age", "counts"), [(1, True), (19, True), (21, False), (-21, False)])
    def test_an_old_one_does_not_count(self, tmp_path: Path, age: int, counts: bool) -> None:
        put(tmp_path / NAME, told(checkup(), "T0001").model_dump_json())
        then = NOON.timestamp() - age
        os.utime(tmp_path / NAME, (then, then))
        assert (heard(tmp_path / NAME, NOON) is not None) is counts
        assert heard(tmp_path / "none", NOON) is None
        put(tmp_path / NAME, "{}")
        os.utime(tmp_path / NAME, (NOON.timestamp(), NOON.timestamp()))
        assert heard(tmp_path / NAME, NOON) is None


class TestTheWatch:
    """Over one device, which is as `state` says, or raises."""

    state: State | Exception = State.OK

    def _look(self) -> Finding:
        if isinstance(self.state, Exception):
            raise self.state
        return Finding(self.state, Text("缺纸"))

    def test_it_knows_since_when(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level("INFO")
        runtime = SimulatedRuntime(NOON)
        watch = HealthWatch((Check("printer.1", Kind.PRINTER, Text("A4 打印机"), self._look),), runtime.now, runtime)
        assert watch.checkup().devices == ()
        assert watch.look_at("printer.1") == watch.checkup().of("printer.1")
        with pytest.raises(KeyError):
            watch.look_at("printer.2")
        found = []
        for self.state in (State.OK, State.OUT, State.OUT, ValueError("520199197803150119"), ValueError(), State.OK):
            (device,) = watch.look().devices
            found.append((device.found.state, (device.since - NOON).seconds, (device.checked - NOON).seconds))
            runtime.pass_by(seconds=5)
        unknown = State.UNKNOWN
        assert found == [
            (State.OK, 0, 0),
            (State.OUT, 5, 5),
            (State.OUT, 5, 10),
            (unknown, 15, 15),
            (unknown, 15, 20),
            (State.OK, 25, 25),
        ]
        assert caplog.messages == [
            "printer.1 is out",
            "printer.1 could not be looked at",
            "printer.1 is unknown",
            "printer.1 is ok",
        ]

    def test_each_goes_its_own_round(self) -> None:
        runtime = SimulatedRuntime(NOON, until=NOON + timedelta(seconds=30))
        quick = [Check(f"printer.{n}", Kind.PRINTER, Text("A4 打印机"), self._look) for n in range(3)]
        slow = Check("network.x", Kind.NETWORK, Text("微信支付"), self._look, every_s=6.0, waits=True)
        watch = HealthWatch((*quick, slow), runtime.now, runtime)
        watch.start()
        assert list(runtime.started) == ["health 5", "health network.x"]
        runtime.started["health 5"]()
        assert [one.key for one in watch.checkup().devices] == ["printer.0", "printer.1", "printer.2"]
        assert not watch.checkup().complete
        assert runtime.slept == [5.0] * 6


@pytest.mark.usefixtures("_own_store")
def test_doctor_says_what_the_running_terminal_has_found(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With real threads and networks on loopback: what is broken is there within ten seconds."""
    backend = main.open_backend(Settings(store=tmp_path / "demo.sqlite"), Worker())
    demo = backend.pretended
    assert isinstance(demo, Demo)
    runtime = main.MACHINE

    def comes(*amiss: str) -> Told:
        until, rest = runtime.uptime() + 10.0, runtime.sleep()
        while runtime.uptime() < until:
            said = heard(tmp_path / NAME, runtime.now())
            if said and len(said.devices) == 13 and {one.key for one in said.devices if one.state != "ok"} == {*amiss}:
                return said
            rest.rest(0.2)
        raise AssertionError(said)

    try:
        assert comes().takes_money
        assert main.main(["doctor"]) == 0
        first, second, *_ = capsys.readouterr().out.splitlines()
        assert first.startswith("T0001  ") and second == "收款 可以  凭条 可以  证明 可以"
        closed = backend.parts.desk.door.suspensions
        closed.suspend("wechat", Message.UPGRADE, None, "0001")
        assert main.main(["doctor"]) == 0
        capsys.readouterr()
        demo.world.pull("network", "down")
        demo.world.pull("printer", "no_paper")
        comes("network.wechat", "network.alipay", "network.unionpay", "printer.a4")
        assert main.main(["doctor", "--json"]) == 1
        said = json.loads(capsys.readouterr().out)
        assert said["can"] == {"money": "no", "slips": "doubt", "certificates": "doubt"}
        assert main.main(["doctor"]) == 1
        assert "没有通过  printer.a4" in capsys.readouterr().out
        backend.health.tested("sound", End.FAILED, "0001")
    finally:
        backend.close()
    assert not (tmp_path / NAME).exists()
    assert main.main(["doctor"]) == 1, "the demonstration's networks are gone with it"
    said = capsys.readouterr().out
    assert "业务账本 正常" in said
    assert "人工停用  wechat             微信 暂停，系统升级" in said, "it outlasts the program"
    assert "通过  sound              doubted  声音 没有人听到" in said
    assert "      测试没有通过  20" in said, "and so does this"
    main.main(["doctor", "--json"])
    (sound,) = (one for one in json.loads(capsys.readouterr().out)["devices"] if one["key"] == "sound")
    assert (sound["state"], sound["tested"]["end"]) == ("doubted", "failed")


def test_settings_by_which_no_terminal_starts_take_no_money(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(
        f'store = "{tmp_path / "hall.sqlite"}"\nterminal = "T0007"\nhall = "大厅"\ncity = "贵阳市"\n', "utf-8"
    )
    for json_too in ([], ["--json"]):
        assert main.main(["doctor", "--profile", "hall", "--config", str(config), *json_too]) == 1
    out, err = capsys.readouterr()
    assert "a hall needs a bureau" in err and json.loads(out)["can"] == {"money": "no"}
    assert Service.MONEY.label
