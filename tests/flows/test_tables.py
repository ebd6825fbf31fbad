"""The flow tables themselves: nothing in them can lead nowhere."""

from itertools import pairwise

import pytest

from adapters.payments.networks import CONTRACTS
from domain.flows.catalogue import PATHS, SCREENS, TABLES, Path, offered, way
from domain.flows.channels import CHANNELS
from domain.flows.channels.alipay.table import SKIN as ALIPAY_SKIN
from domain.flows.channels.channel import Channel
from domain.flows.engine import ANYWHERE, END, Screen, Table, advance, begin
from domain.flows.h5 import rows
from domain.flows.steps import Closed, Entrance, PayByQr
from domain.flows.visit import Visit
from domain.payment.order import Network
from kit.walks import ASTRAY, WALKS

ROWS = [pytest.param(table, id, screen, id=id) for table in TABLES for id, screen in table.screens.items()]


@pytest.mark.parametrize(("table", "id", "screen"), ROWS)
def test_every_outcome_of_a_screen_leads_somewhere(table: Table, id: str, screen: Screen) -> None:
    assert tuple(sorted(screen.to)) == tuple(sorted(screen.step.outcomes))
    assert set(screen.to.values()) <= {*SCREENS, END}


@pytest.mark.parametrize(("table", "id", "screen"), ROWS)
def test_ids_and_words_are_there(table: Table, id: str, screen: Screen) -> None:
    assert id.startswith(f"{table.channel}.")
    assert screen.code and screen.section and screen.step.title


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.channel)
def test_every_screen_is_reached_from_the_start_and_reaches_the_end(table: Table) -> None:
    elsewhere = {id for other in TABLES if other is not table for id in other.screens}
    leads = {id: set(screen.to.values()) for id, screen in table.screens.items()}
    closed = {id for id, screen in table.screens.items() if isinstance(screen.step, Closed)}
    reached, ended = {*table.starts.values(), *closed}, {END, *elsewhere}
    for _ in leads:
        reached |= {target for id in reached & leads.keys() for target in leads[id]}
        ended |= {id for id, targets in leads.items() if targets & ended}
    assert reached - {END} - elsewhere == set(leads)
    assert ended - {END} - elsewhere == set(leads)


@pytest.mark.parametrize("outcome", ["home", "idle"])
@pytest.mark.parametrize("at", SCREENS)
def test_home_and_idle_end_a_visit_from_everywhere(at: str, outcome: str) -> None:
    assert advance(SCREENS, begin(at), outcome, Visit()) is None


@pytest.mark.parametrize("flow", TABLES, ids=lambda flow: flow.channel)
def test_no_row_spells_what_may_happen_everywhere(flow: Table) -> None:
    assert not any(ANYWHERE.keys() & screen.to.keys() for screen in flow.screens.values())


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.id)
def test_a_flow_of_the_guide_is_a_way_through_its_channel(path: Path) -> None:
    for here, there in pairwise(path.screens):
        assert there in SCREENS[here].to.values(), f"{here} does not lead to {there}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.id)
def test_a_flow_of_the_guide_has_a_walk_along_its_screens(path: Path) -> None:
    ahead = iter(stop.screen for stop in WALKS[path.id])
    assert [screen for screen in path.screens if screen not in ahead] == []


def test_nothing_else_is_walked() -> None:
    ids = [path.id for path in PATHS]
    assert sorted(WALKS) == sorted(ids)
    assert [astray for astray in ASTRAY if not any(astray.startswith(f"{id}.") for id in ids)] == []


@pytest.mark.parametrize(
    ("channel", "chapter"), [("wechat", "一"), ("alipay", "二"), ("tax_app", "三"), ("unionpay", "四")]
)
def test_each_channel_is_a_chapter_of_the_guide(channel: str, chapter: str) -> None:
    table = CHANNELS[channel].table()
    sections = {screen.section for screen in table.screens.values()} | {flow.section for flow in table.flows}
    assert all(section.startswith(f"{chapter}(") for section in sections)


def test_a_flow_that_never_comes_to_its_choice_is_a_mistake() -> None:
    with pytest.raises(ValueError, match=r"wechat\.menu does not come to mismatch"):
        way(SCREENS, "wechat.menu", ["flexible_self", "mismatch"])


@pytest.mark.parametrize("channel", CHANNELS.values(), ids=lambda channel: channel.id)
def test_what_a_channel_says_of_itself_is_true_of_its_screens(channel: Channel) -> None:
    table = channel.table()
    steps = [screen.step for screen in table.screens.values()]
    assert (channel.id, channel.start) == (table.channel, table.start)
    assert {step.link for step in steps if isinstance(step, Entrance)} - {""} == set(channel.links)
    assert bool(channel.closed) == any(isinstance(step, Closed) for step in steps)


@pytest.mark.parametrize("channel", CHANNELS.values(), ids=lambda channel: channel.id)
def test_a_channel_is_paid_by_networks_that_there_are(channel: Channel) -> None:
    steps = [screen.step for screen in channel.table().screens.values()]
    assert {step.network for step in steps if isinstance(step, PayByQr)} <= set(CONTRACTS)


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
