"""The flow tables themselves: nothing in them can lead nowhere."""

from itertools import pairwise

import pytest

from domain.flows.catalogue import PATHS, SCREENS, TABLES, Path, offered
from domain.flows.channels.alipay.table import SKIN as ALIPAY_SKIN
from domain.flows.engine import ANYWHERE, END, Screen, Table, advance, begin
from domain.flows.h5 import rows
from domain.flows.steps import Closed
from domain.flows.visit import Visit
from domain.payment.order import Network

FLOWS = list(TABLES)
ROWS = [pytest.param(flow, id, screen, id=id) for flow in FLOWS for id, screen in flow.screens.items()]


@pytest.mark.parametrize(("flow", "id", "screen"), ROWS)
def test_every_outcome_of_a_screen_leads_somewhere(flow: Table, id: str, screen: Screen) -> None:
    assert tuple(sorted(screen.to)) == tuple(sorted(screen.step.outcomes))
    assert set(screen.to.values()) <= {*SCREENS, END}


@pytest.mark.parametrize(("flow", "id", "screen"), ROWS)
def test_ids_and_words_are_there(flow: Table, id: str, screen: Screen) -> None:
    assert id.startswith(f"{flow.channel}.")
    assert screen.code and screen.section and screen.step.title


def starts(flow: Table) -> set[str]:
    """Where Home leads: each matter has its own screen."""
    return set(flow.screens) if flow.channel == "matter" else {flow.start}


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.channel)
def test_every_screen_is_reached_from_the_start_and_reaches_the_end(flow: Table) -> None:
    elsewhere = {id for other in FLOWS if other is not flow for id in other.screens}
    leads = {id: set(screen.to.values()) for id, screen in flow.screens.items()}
    closed = {id for id, screen in flow.screens.items() if isinstance(screen.step, Closed)}
    reached, ended = {*flow.starts.values(), *closed}, {END, *elsewhere}
    for _ in leads:
        reached |= {target for id in reached & leads.keys() for target in leads[id]}
        ended |= {id for id, targets in leads.items() if targets & ended}
    assert reached - {END} - elsewhere == set(leads)
    assert ended - {END} - elsewhere == set(leads)


@pytest.mark.parametrize("outcome", ["home", "idle"])
@pytest.mark.parametrize("at", SCREENS)
def test_home_and_idle_end_a_visit_from_everywhere(at: str, outcome: str) -> None:
    assert advance(SCREENS, begin(at), outcome, Visit()) is None


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.channel)
def test_no_row_spells_what_may_happen_everywhere(flow: Table) -> None:
    assert not any(ANYWHERE.keys() & screen.to.keys() for screen in flow.screens.values())


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.id)
def test_a_flow_of_the_guide_is_a_way_through_its_channel(path: Path) -> None:
    for here, there in pairwise(path.screens):
        assert there in SCREENS[here].to.values(), f"{here} does not lead to {there}"


FLOWS_OF_THE_GUIDE = """
wechat.entry.official_account        一(一)1
wechat.entry.city_service            一(一)2
wechat.flexible.declare_base         一(二)
wechat.flexible.tier_records         一(二)
wechat.flexible.pay_self             一(三)1
wechat.flexible.pay_other            一(三)2
wechat.resident.confirm_amount       一(四)
wechat.resident.pay_self             一(五)1
wechat.resident.pay_arrears          一(五)1
wechat.resident.pay_other            一(五)2
wechat.certificate.payment           一(六)
wechat.certificate.tax_first         一(七)1
wechat.certificate.tax_reissue       一(七)2
alipay.entry                         二(一)
alipay.flexible.declare_base         二(二)
alipay.flexible.pay                  二(三)
alipay.flexible.pay_arrears          二(三)
alipay.resident.confirm_amount       二(四)
alipay.resident.pay                  二(五)
alipay.payment_records               二(三)(五)
alipay.certificate.payment           二(六)
alipay.certificate.tax_first         二(七)1
alipay.certificate.tax_reissue       二(七)2
tax_app.entry                        三(一)
tax_app.flexible.declare_base        三(四)
tax_app.flexible.pay                 三(五)
tax_app.flexible.pay_arrears         三(五)
tax_app.resident.confirm_amount      三(六)
tax_app.resident.pay                 三(七)
tax_app.payment_records              三(五)(七)
tax_app.certificate.payment          三(九)
tax_app.certificate.tax_first        三(十)1
tax_app.certificate.tax_reissue      三(十)2
tax_app.bank_account                 三(二)
tax_app.agreement                    三(三)
tax_app.refund.normal                三(八)1
tax_app.refund.special               三(八)2
unionpay.entry.city_service          四(一)1
unionpay.entry.scan                  四(一)2
unionpay.flexible.pay                四(二)
unionpay.resident.pay                四(三)
unionpay.resident.office_mismatch    四(三)
unionpay.closed_for_reconciliation   四(二)
"""


def test_the_flows_of_the_guide_have_their_ids_and_sections() -> None:
    listed = dict(line.split() for line in FLOWS_OF_THE_GUIDE.split("\n") if line)
    assert {path.id: path.section for path in PATHS} == listed


def test_the_app_and_alipay_have_the_same_screens_behind_the_menu() -> None:
    shared = rows.rows(ALIPAY_SKIN)
    for at, screen in shared.items():
        twin = SCREENS[at.replace("alipay.", "tax_app.")]
        assert twin.step == screen.step and twin.code == screen.code


@pytest.mark.parametrize(
    ("networks", "channels"),
    [
        ({"wechat", "alipay", "unionpay"}, {"wechat", "alipay", "tax_app", "unionpay"}),
        ({"wechat"}, {"wechat"}),
        ({"alipay", "unionpay"}, {"alipay", "tax_app", "unionpay"}),
    ],
)
def test_a_channel_is_offered_where_its_network_is_contracted(networks: set[str], channels: set[str]) -> None:
    assert offered(map(Network, networks)) == channels
