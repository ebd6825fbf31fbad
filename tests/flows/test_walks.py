"""Walking through the tables, without any screen: going on, coming back, counting steps."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.flows.catalogue import PATHS, SCREENS, STARTS, Path
from domain.flows.channels.wechat.table import TABLE as WECHAT
from domain.flows.engine import END, Session, admitted, advance, back, begin, channel_of, closes, position
from domain.flows.visit import Identity, Visit
from domain.identity import DocumentKind
from domain.people.person import Person


def walk(*outcomes: str) -> list[str]:
    """The screens on the way, from the start."""
    session: Session | None = begin(WECHAT.start)
    seen = [WECHAT.start]
    for outcome in outcomes:
        assert session is not None
        session = advance(SCREENS, session, outcome, session.visit)
        seen.append(session.at if session else END)
    return [screen.removeprefix("wechat.") for screen in seen]


TO_MENU = ("enter", "identified")


@pytest.mark.parametrize(
    ("outcomes", "screens"),
    [
        (("other", "enter"), ["official_account", "city_service", "identify"]),
        ((*TO_MENU, "tier_records", "done"), ["official_account", "identify", "menu", "tier_records", "menu"]),
        (
            (*TO_MENU, "flexible_self", "pick_tier", "picked", "pay", "next", "paid", "done"),
            "official_account identify menu confirm_flexible flexible_tier confirm_flexible "
            "pick_method pay result end".split(),
        ),
        (
            (*TO_MENU, "resident_other", "identified", "arrears", "pay", "next", "cancelled"),
            "official_account identify menu payee_resident confirm_resident arrears "
            "pick_method pay pick_method".split(),
        ),
        (
            (*TO_MENU, "flexible_self", "stop", "done"),
            "official_account identify menu confirm_flexible declared end".split(),
        ),
    ],
)
def test_the_way_through(outcomes: tuple[str, ...], screens: list[str]) -> None:
    assert walk(*outcomes) == screens


def test_back_restores_what_was_given() -> None:
    start = begin(WECHAT.start)
    identify = advance(SCREENS, start, "enter", start.visit)
    assert identify
    typed = Visit().with_answers("visitor", {"number": "520199197203121234", "name": "张建国"})
    menu = advance(SCREENS, identify, "identified", typed)
    assert menu and menu.visit == typed
    again = back(SCREENS, menu)
    assert again and again.at == "wechat.identify" and again.visit == typed
    assert back(SCREENS, start) is None


@pytest.mark.parametrize(("known", "kept"), [(True, {"bank_account": {"holder": "张建国"}}), (False, {})])
def test_back_keeps_what_was_typed_by_somebody_who_is_known(known: bool, kept: dict[str, object]) -> None:
    zhang = Person(1, DocumentKind.RESIDENT_ID, "520199197803150119", "张建国") if known else None
    session = begin("tax_app.menu")
    here = advance(SCREENS, session, "accounts", Visit("tax_app", who=Identity(zhang)))
    assert here is not None
    before = back(SCREENS, here, {"bank_account": {"holder": "张建国"}})
    assert before is not None and before.at == "tax_app.menu"
    assert before.visit.filled == kept


def test_back_takes_nothing_into_another_channel() -> None:
    zhang = Person(1, DocumentKind.RESIDENT_ID, "520199197803150119", "张建国")
    here = Session("alipay.identify", Visit("alipay"), Session("tax_app.menu", Visit("tax_app", who=Identity(zhang))))
    before = back(SCREENS, here, {"visitor": {"name": "李桂兰"}})
    assert before is not None and before.visit.filled == {}


def test_a_picker_is_not_behind_the_form_that_it_came_back_to() -> None:
    session = begin(WECHAT.start)
    for outcome in (*TO_MENU, "flexible_self", "pick_agency", "picked"):
        following = advance(SCREENS, session, outcome, session.visit)
        assert following
        session = following
    before = back(SCREENS, session)
    assert session.at == "wechat.confirm_flexible"
    assert before and before.at == "wechat.menu"


@pytest.mark.parametrize(
    ("outcomes", "x_of_n"),
    [
        ((), None),
        (TO_MENU, None),
        ((*TO_MENU, "flexible_self"), (1, 4)),
        ((*TO_MENU, "flexible_self", "pick_tier"), (1, 4)),
        ((*TO_MENU, "flexible_self", "pay"), (2, 4)),
        ((*TO_MENU, "flexible_self", "pay", "next", "paid"), (4, 4)),
        ((*TO_MENU, "resident_other"), (1, 5)),
        ((*TO_MENU, "resident_self", "arrears"), None),
        ((*TO_MENU, "resident_self", "arrears", "pay"), (2, 4)),
        ((*TO_MENU, "flexible_self", "stop"), None),
        ((*TO_MENU, "flexible_self", "stop", "pay"), (2, 4)),
    ],
)
def test_steps_are_counted(outcomes: tuple[str, ...], x_of_n: tuple[int, int] | None) -> None:
    session = begin(WECHAT.start)
    for outcome in outcomes:
        following = advance(SCREENS, session, outcome, session.visit)
        assert following
        session = following
    assert position(SCREENS, session) == x_of_n


@pytest.mark.parametrize("path", PATHS, ids=[path.id for path in PATHS])
def test_the_count_of_a_way_does_not_change(path: Path) -> None:
    """From the first counted step on there are as many steps as it said, one after the other."""
    session, counts = begin(path.screens[0]), []
    for target in path.screens[1:]:
        outcome = next(name for name, to in SCREENS[session.at].to.items() if to == target)
        following = advance(SCREENS, session, outcome, session.visit)
        assert following
        session = following
        counts += [x_of_n] if (x_of_n := position(SCREENS, session)) else []
    steps = dict.fromkeys(x for x, _ in counts)
    assert len({n for _, n in counts}) <= 1
    assert list(steps) == list(range(1, len(steps) + 1))


@given(st.data())
def test_no_walk_gets_lost(data: st.DataObject) -> None:
    """Any outcomes in any order, with Back between: the way back is always as long as the way is deep, and true."""
    session: Session | None = begin(data.draw(st.sampled_from(sorted({*STARTS.values()}))))
    marks = 0
    for _ in range(data.draw(st.integers(0, 40))):
        assert session is not None
        screen = SCREENS[session.at]
        if screen.step.back and data.draw(st.booleans()):
            session = back(SCREENS, session)
        else:
            marks += 1
            visit = replace(session.visit, who=Identity(wanted=str(marks)))
            previous = session
            session = advance(SCREENS, session, data.draw(st.sampled_from(screen.step.outcomes)), visit)
            if session is not None:
                same = channel_of(session.at) == channel_of(previous.at)
                assert session.visit == (visit if same else Visit(channel_of(session.at)))
                assert len(session.behind()) <= len(previous.behind()) + 1
        if session is None:
            return
        assert session.at in SCREENS
        assert len({behind.at for behind in session.behind()} | {session.at}) == len(session.behind()) + 1
        x_of_n = position(SCREENS, session)
        assert x_of_n is None or 1 <= x_of_n[0] <= x_of_n[1]


def at_once(start: str, *outcomes: str) -> list[str]:
    """The screens from a start on."""
    session: Session | None = begin(start)
    seen = [start]
    for outcome in outcomes:
        assert session is not None
        session = advance(SCREENS, session, outcome, session.visit)
        seen.append(session.at if session else END)
    return seen


@pytest.mark.parametrize(
    ("start", "outcomes", "last"),
    [
        ("matter.pay", ("unionpay",), "unionpay.city_service"),
        ("matter.declare", ("tax_app", "enter", "flexible_first", "identified", "next", "stop"), "tax_app.declared"),
        ("alipay.city_hall", ("enter", "identified", "resident", "next", "picked", "again"), "alipay.resident_agency"),
        ("unionpay.city_service", ("enter", "resident_medical", "mismatch", "done"), "unionpay.identify_resident"),
        ("unionpay.closed", ("alipay",), "alipay.city_hall"),
        ("unionpay.closed", ("done",), END),
        ("tax_app.download", ("enter", "payment_records_first", "menu"), "tax_app.menu"),
    ],
)
def test_the_way_through_other_channels(start: str, outcomes: tuple[str, ...], last: str) -> None:
    assert at_once(start, *outcomes)[-1] == last


class TestClosingTime:
    """云闪付 at night: whatever would begin something gives way, what tells how it ended does not."""

    @pytest.mark.parametrize(
        ("at", "leads"),
        [
            ("unionpay.city_service", "unionpay.closed"),
            ("unionpay.summary_flexible", "unionpay.closed"),
            ("unionpay.pay_flexible", "unionpay.closed"),
            ("unionpay.result", "unionpay.result"),
            ("unionpay.closed", "unionpay.closed"),
            ("wechat.pay", "wechat.pay"),
        ],
    )
    def test_while_it_is_closed(self, at: str, leads: str) -> None:
        session = Session(at, Visit(), begin("matter.pay"))
        admitted_to = admitted(SCREENS, session, lambda channel: channel == "unionpay")
        assert admitted_to.at == leads
        assert admitted_to.before == session.before

    def test_while_it_is_open(self) -> None:
        session = begin("unionpay.pay_flexible")
        assert admitted(SCREENS, session, lambda channel: False) is session

    @pytest.mark.parametrize(
        ("at", "gives_way"),
        [
            ("unionpay.city_service", True),
            ("unionpay.summary_flexible", True),
            ("unionpay.pay_flexible", False),
            ("unionpay.result", False),
            ("unionpay.closed", False),
            ("wechat.menu", False),
        ],
    )
    def test_what_is_shown_when_it_closes(self, at: str, gives_way: bool) -> None:
        session = Session(at, Visit(), begin("matter.pay"))
        assert closes(SCREENS, session, lambda channel: channel == "unionpay") is gives_way
        closed = advance(SCREENS, session, "closing", session.visit)
        assert closed and closed.before == session.before
        assert closed.at == f"{channel_of(at)}.closed"
