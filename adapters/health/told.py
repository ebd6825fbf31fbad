"""A checkup as it is written down: for programs as JSON, for Prometheus as its text; and read again by who looks in."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from adapters.files import write
from adapters.release import release
from domain.flows import beginnings
from domain.health.checkup import Checkup
from domain.health.device import Can, Device, Kind, Service, State
from domain.health.last_tests import End
from domain.runtime import HALL_TIME
from domain.terminal.suspensions import Suspension

if TYPE_CHECKING:
    from prometheus_client.core import GaugeMetricFamily

NAME, METRICS = "health.json", "kiosk.prom"
FRESH_S = 20.0
"""A file that is older was left by a terminal that does not run any more, or stands still."""
SHARES = {Can.YES: 1.0, Can.DOUBT: 0.5, Can.NO: 0.0}


class ToldTest(BaseModel):
    """How the latest test of a device ended, as staff have seen it."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    end: End
    at: AwareDatetime


class ToldDevice(BaseModel):
    """A device. Words are Chinese; `ends` names the services that it stands in the way of.

    `tested` is its latest test; None where there was none, or an older program tells.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)
    key: str
    kind: Kind
    name: str
    state: State
    word: str
    detail: str
    passes: bool
    since: AwareDatetime
    checked: AwareDatetime
    ends: tuple[Service, ...]
    steps: tuple[str, ...]
    tested: ToldTest | None = None


class ToldSuspension(BaseModel):
    """`what` staff have taken out of service: a channel, a matter or the terminal; `told` is what visitors are."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    what: str
    name: str
    told: str
    since: AwareDatetime
    until: AwareDatetime | None


class Told(BaseModel):
    """`can` says of money, slips and certificates yes, doubt or no: by the devices, whatever is `suspended`."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    at: AwareDatetime
    terminal: str
    release: str
    can: dict[Service, Can]
    devices: tuple[ToldDevice, ...]
    suspended: tuple[ToldSuspension, ...] = ()

    @property
    def takes_money(self) -> bool:
        return self.can[Service.MONEY] is not Can.NO


def told(checkup: Checkup, terminal: str) -> Told:
    """What needs a hand first."""
    every = (*checkup.amiss, *checkup.well)
    return Told(
        at=checkup.at,
        terminal=terminal,
        release=release(),
        can={service: checkup.can(service) for service in Service},
        devices=tuple(_device(checkup, one) for one in every),
        suspended=tuple(_suspension(checkup, one) for one in checkup.suspended),
    )


def _suspension(checkup: Checkup, one: Suspension) -> ToldSuspension:
    return ToldSuspension(
        what=one.what,
        name=str(beginnings.named(one.what)),
        told=str(beginnings.told(one, checkup.at)),
        since=one.since,
        until=one.until,
    )


def _device(checkup: Checkup, one: Device) -> ToldDevice:
    return ToldDevice(
        key=one.key,
        kind=one.kind,
        name=str(one.name),
        state=one.found.state,
        word=str(one.found.word),
        detail=str(one.found.detail),
        passes=one.passes,
        since=one.since.astimezone(HALL_TIME),
        checked=one.checked.astimezone(HALL_TIME),
        ends=checkup.ended_by(one),
        steps=tuple(map(str, one.steps)),
        tested=ToldTest(end=one.tested.end, at=one.tested.at.astimezone(HALL_TIME)) if one.tested else None,
    )


def put(file: Path, text: str) -> None:
    """For everybody to read; the next one comes within seconds. Raises OSError."""
    write(file, text, mode=0o644, lasting=False)


def heard(file: Path, now: datetime) -> Told | None:
    """What a running terminal has written lately; None where none runs."""
    try:
        if not -FRESH_S < now.timestamp() - file.stat().st_mtime < FRESH_S:
            return None
        return Told.model_validate_json(file.read_text("utf-8"))
    except (OSError, ValidationError):
        return None


def metrics(said: Told) -> str:
    """The same in Prometheus' text format, for node_exporter's textfile collector."""
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.registry import Collector

    class _Checkup(Collector):
        def collect(self) -> "Iterator[GaugeMetricFamily]":
            yield from _families(said)

    registry = CollectorRegistry()
    registry.register(_Checkup())
    return generate_latest(registry).decode()


def _families(said: Told) -> "Iterator[GaugeMetricFamily]":
    from prometheus_client.core import GaugeMetricFamily

    where = said.terminal
    about = GaugeMetricFamily("kiosk_info", "The release that runs.", labels=("terminal", "release"))
    about.add_metric((where, said.release), 1)
    looked = GaugeMetricFamily("kiosk_checked_timestamp_seconds", "When this was written.", labels=("terminal",))
    looked.add_metric((where,), said.at.timestamp())
    can = GaugeMetricFamily("kiosk_can", "Whether it can be done: 1, 0.5 in doubt, 0.", labels=("terminal", "service"))
    for service, share in said.can.items():
        can.add_metric((where, service), SHARES[share])
    suspended = GaugeMetricFamily(
        "kiosk_suspended", "1 for what staff have taken out of service.", labels=("terminal", "what")
    )
    for one in said.suspended:
        suspended.add_metric((where, one.what), 1)
    state = GaugeMetricFamily(
        "kiosk_device_state", "1 for the state that a device is in.", labels=("terminal", "device", "kind", "state")
    )
    since = GaugeMetricFamily(
        "kiosk_device_since_timestamp_seconds", "Since when it is in this state.", labels=("terminal", "device", "kind")
    )
    tested = GaugeMetricFamily(
        "kiosk_device_tested_timestamp_seconds",
        "When staff have tested it, and how that ended.",
        labels=("terminal", "device", "kind", "end"),
    )
    for device in said.devices:
        if device.tested:
            tested.add_metric((where, device.key, device.kind, device.tested.end), device.tested.at.timestamp())
        state.add_metric((where, device.key, device.kind, device.state), 1)
        since.add_metric((where, device.key, device.kind), device.since.timestamp())
    yield from (about, looked, can, suspended, state, since, tested)
