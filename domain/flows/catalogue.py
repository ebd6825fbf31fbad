"""Every flow that the terminal has: its id, its section of the guide, and its screens in order (flows 0.1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.flows import alipay, tax_app
from domain.flows.alipay import ALIPAY
from domain.flows.engine import Flow, Screen
from domain.flows.matters import MATTERS
from domain.flows.skin import Skin
from domain.flows.staff import STAFF
from domain.flows.steps import PayByQr
from domain.flows.tax_app import TAX_APP
from domain.flows.unionpay import UNIONPAY
from domain.flows.wechat import WECHAT
from domain.payment.order import Network
from domain.policy.error import PolicyError

CHANNELS: dict[str, Flow] = {flow.channel: flow for flow in (WECHAT, ALIPAY, TAX_APP, UNIONPAY)}
TABLES: tuple[Flow, ...] = (MATTERS, *CHANNELS.values(), STAFF)
STARTS: dict[str, str] = {start: at for table in TABLES for start, at in table.starts.items()}
"""The screen on which a visit begins, by what a visitor has chosen on Home."""
SCREENS: dict[str, Screen] = {id: screen for table in TABLES for id, screen in table.screens.items()}


def check_closing(channels: Iterable[str]) -> None:
    """Raises PolicyError if one of these channels closes, and has no screen that says so."""
    told = {channel for channel, flow in CHANNELS.items() if f"{channel}.closed" in flow.screens}
    if unknown := sorted(set(channels) - told):
        raise PolicyError(f"hours.toml: {', '.join(unknown)} cannot close; {', '.join(sorted(told))} can")


def offered(networks: Iterable[Network]) -> frozenset[str]:
    """The channels that can be paid in where these networks are contracted."""
    known = set(networks)
    paid_by = {
        channel: {screen.step.network for screen in flow.screens.values() if isinstance(screen.step, PayByQr)}
        for channel, flow in CHANNELS.items()
    }
    return frozenset(channel for channel, wanted in paid_by.items() if wanted <= known)


@dataclass(frozen=True, slots=True)
class Path:
    """A flow of the guide: the way through a channel's screens, pickers left out."""

    id: str
    section: str
    screens: tuple[str, ...]

    @property
    def channel(self) -> str:
        return self.id.partition(".")[0]


def _path(flow: str, section: str, screens: str) -> Path:
    """`screens` are names within the channel, with spaces between."""
    channel = flow.partition(".")[0]
    return Path(flow, section, tuple(f"{channel}.{screen}" for screen in screens.split()))


def _h5(skin: Skin, records: str) -> tuple[Path, ...]:
    """What 支付宝 and the APP have in common; `records` are the sections that speak of 缴费记录."""
    channel = skin.channel
    query, found = "menu query_flexible flexible_tier", "menu query_resident resident_agency resident_enrolment"
    paying = "summary_flexible pay_flexible result"
    return (
        _path(f"{channel}.flexible.declare_base", skin.declare, f"{query} declared"),
        _path(f"{channel}.flexible.pay", skin.flexible, f"{query} {paying}"),
        _path(f"{channel}.flexible.pay_arrears", skin.flexible, f"{query} {paying}"),
        _path(f"{channel}.resident.confirm_amount", skin.confirm, f"{found} resident_tier confirmed"),
        _path(f"{channel}.resident.pay", skin.resident, f"{found} resident_tier summary_resident pay_resident result"),
        _path(f"{channel}.payment_records", records, "menu payment_records"),
        _path(f"{channel}.certificate.payment", skin.proof, "menu proof_year proof_payments payment_document"),
        _path(f"{channel}.certificate.tax_first", f"{skin.tax}1", "menu tax_first first_payments tax_document"),
        _path(f"{channel}.certificate.tax_reissue", f"{skin.tax}2", "menu tax_reissue reissue_found tax_document"),
    )


PAYING = "pick_method pay result"
REFUNDING = ("", "_found", "_form", "_saved")

PATHS: tuple[Path, ...] = (
    _path("wechat.entry.official_account", "一(一)1", "official_account identify menu"),
    _path("wechat.entry.city_service", "一(一)2", "city_service identify menu"),
    _path("wechat.flexible.declare_base", "一(二)", "menu confirm_flexible declared"),
    _path("wechat.flexible.tier_records", "一(二)", "menu tier_records"),
    _path("wechat.flexible.pay_self", "一(三)1", f"menu confirm_flexible {PAYING}"),
    _path("wechat.flexible.pay_other", "一(三)2", f"menu payee_flexible confirm_flexible {PAYING}"),
    _path("wechat.resident.confirm_amount", "一(四)", "menu confirm_resident confirmed"),
    _path("wechat.resident.pay_self", "一(五)1", f"menu confirm_resident {PAYING}"),
    _path("wechat.resident.pay_arrears", "一(五)1", f"menu confirm_resident arrears {PAYING}"),
    _path("wechat.resident.pay_other", "一(五)2", f"menu payee_resident confirm_resident {PAYING}"),
    _path("wechat.certificate.payment", "一(六)", "menu payment_certificate payment_document"),
    _path("wechat.certificate.tax_first", "一(七)1", "menu tax_certificate tax_document"),
    _path("wechat.certificate.tax_reissue", "一(七)2", "menu tax_reissue reissue_document"),
    _path("alipay.entry", "二(一)", "city_hall identify menu"),
    *_h5(alipay.SKIN, "二(三)(五)"),
    _path("tax_app.entry", "三(一)", "download login register menu"),
    *_h5(tax_app.SKIN, "三(五)(七)"),
    _path("tax_app.bank_account", "三(二)", "menu account_query accounts account accounts"),
    _path("tax_app.agreement", "三(三)", "menu agreement_query agreements agreement_account agreement agreements"),
    *(
        _path(f"tax_app.refund.{kind}", section, "menu " + " ".join(f"refund_{kind}{at}" for at in REFUNDING))
        for kind, section in (("normal", "三(八)1"), ("special", "三(八)2"))
    ),
    _path("unionpay.entry.city_service", "四(一)1", "city_service menu"),
    _path("unionpay.entry.scan", "四(一)2", "scan menu"),
    _path(
        "unionpay.flexible.pay",
        "四(二)",
        "menu identify_flexible query_flexible flexible_tier summary_flexible pay_flexible result",
    ),
    _path(
        "unionpay.resident.pay",
        "四(三)",
        "menu identify_resident confirm_agency query_resident resident_tier check summary_resident pay_resident result",
    ),
    _path("unionpay.resident.office_mismatch", "四(三)", "menu identify_resident wrong_agency identify_resident"),
    _path("unionpay.closed_for_reconciliation", "四(二)", "closed"),
)
