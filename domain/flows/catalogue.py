"""Every flow that the terminal has: its id, its section of the guide, and its screens in order (flows 0.1)."""

from dataclasses import dataclass

from domain.flows.engine import Flow, Screen
from domain.flows.wechat import WECHAT

CHANNELS: dict[str, Flow] = {flow.channel: flow for flow in (WECHAT,)}
SCREENS: dict[str, Screen] = {id: screen for flow in CHANNELS.values() for id, screen in flow.screens.items()}


@dataclass(frozen=True, slots=True)
class Path:
    """A flow of the guide: the way through a channel's screens, pickers left out."""

    id: str
    section: str
    screens: tuple[str, ...]

    @property
    def channel(self) -> str:
        return self.id.partition(".")[0]


def _wechat(flow: str, section: str, *screens: str) -> Path:
    return Path(f"wechat.{flow}", section, tuple(f"wechat.{screen}" for screen in screens))


PAYING = ("pick_method", "pay", "result")

PATHS: tuple[Path, ...] = (
    _wechat("entry.official_account", "一(一)1", "official_account", "identify", "menu"),
    _wechat("entry.city_service", "一(一)2", "city_service", "identify", "menu"),
    _wechat("flexible.declare_base", "一(二)", "menu", "confirm_flexible", "declared"),
    _wechat("flexible.tier_records", "一(二)", "menu", "tier_records"),
    _wechat("flexible.pay_self", "一(三)1", "menu", "confirm_flexible", *PAYING),
    _wechat("flexible.pay_other", "一(三)2", "menu", "payee_flexible", "confirm_flexible", *PAYING),
    _wechat("resident.confirm_amount", "一(四)", "menu", "confirm_resident", "confirmed"),
    _wechat("resident.pay_self", "一(五)1", "menu", "confirm_resident", *PAYING),
    _wechat("resident.pay_arrears", "一(五)1", "menu", "confirm_resident", "arrears", *PAYING),
    _wechat("resident.pay_other", "一(五)2", "menu", "payee_resident", "confirm_resident", *PAYING),
)
