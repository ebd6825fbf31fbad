"""What no page does: take a form from elsewhere, let anybody do what is not theirs, or tell who people are."""

import logging
import re
from collections.abc import AsyncIterator
from urllib.parse import unquote

import pytest
from fastapi.routing import APIRoute
from starlette.applications import Starlette
from starlette.routing import Mount

from bureau.desk.app import ROUTES
from bureau.desk.guard import LARGEST
from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import ADMIN, LI_MING, LOOKER, PASSPHRASE, WANG, furnish
from tests.payment.hall import LI, ZHANG, ZHOU

OPEN = {"/sign-in", "/language"}
"""What is asked by who has not signed in."""


def routes() -> list[APIRoute]:
    found = [route for module in ROUTES for route in module.router.routes]
    return [route for route in found if isinstance(route, APIRoute)]


def methods(route: APIRoute) -> set[str]:
    return set(route.methods or ()) - {"HEAD"}


def path_of(route: APIRoute) -> str:
    some = {"number": "1", "act": "revoke", "network": "wechat", "kind": "payment", "reference:path": "1"}
    some["terminal"] = "T0001"
    return re.sub(r"\{(.+?)\}", lambda found: some[found[1]], route.path)


def test_nobody_is_shown_or_may_do_anything_before_they_have_signed_in(browser: Browser) -> None:
    asked = 0
    for route in routes():
        for method in methods(route):
            if route.path in OPEN:
                continue
            answer = browser.asks(path_of(route), method, data={"token": "x"} if method == "POST" else None)
            asked += 1
            assert (answer.status_code, answer.headers.get("location")) in {(303, "/sign-in"), (403, None)}, route.path
            assert method == "POST" or answer.status_code == 303
    assert asked > 25


def test_no_form_is_taken_that_was_not_made_for_who_sends_it(room: Room, wang: Browser, li: Browser) -> None:
    wang.opens("/log")
    li.opens("/log")
    before = len(room.world.desk.staff.entries(100))
    for route in routes():
        if "POST" in methods(route) and route.path not in {*OPEN, "/set-up"}:
            for token in ("", "0" * 64, li.token):
                assert wang.asks(path_of(route), "POST", data={"token": token}).status_code == 403, route.path
    assert len(room.world.desk.staff.entries(100)) == before
    assert wang.asks("/").status_code == 200, "nobody was signed out either"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.test"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_no_form_is_taken_from_elsewhere_not_even_to_sign_in(browser: Browser, headers: dict[str, str]) -> None:
    data = {"number": WANG, "passphrase": PASSPHRASE, "code": browser.room.world.code(WANG)}
    assert browser.asks("/sign-in", "POST", data=data, headers=headers).status_code == 403
    here = {"Origin": "https://desk.test", "Sec-Fetch-Site": "same-origin"}
    assert browser.asks("/sign-in", "POST", data=data, headers=here).status_code == 303


def test_a_form_that_is_too_large_or_whose_end_is_not_known_is_not_read(browser: Browser) -> None:
    assert browser.asks("/sign-in", "POST", data={"number": "1" * LARGEST}).status_code == 413

    async def pieces() -> AsyncIterator[bytes]:
        yield b"number=1"

    assert browser.asks("/sign-in", "POST", content=pieces()).status_code == 411
    assert browser.asks("/sign-in", "POST", data={"number": "1" * 2000}).status_code == 403
    both = b"number=1&number=2"
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert browser.asks("/sign-in", "POST", content=both, headers=kind).status_code == 403


@pytest.mark.parametrize(
    "path", ["/sign-in", "/", "/static/desk.css", "/nowhere", "/orders/1", "/reconciliation?day=x"]
)
def test_every_answer_says_what_a_browser_may_do_with_it(wang: Browser, path: str) -> None:
    answer = wang.asks(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy and "data:" not in policy
    assert answer.headers["cache-control"] == "no-store" and answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    page = answer.text
    assert (
        "style=" not in page and not re.search(r"\son\w+=", page) and "<script>" not in page and "http://" not in page
    )


PATHS = {
    "ask": "/orders/{order}/ask",
    "sign": "/orders/{order}/sign",
    "refuse": "/refunds/{refund}/refuse",
    "send": "/refunds/{refund}/send",
    "account": "/refunds/{refund}/account",
    "add": "/staff",
    "revoke": "/staff/0002/revoke",
}


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (LOOKER, set()),
        (ADMIN, {"add", "revoke"}),
        (WANG, {"ask", "sign", "refuse", "send"}),
    ],
)
def test_who_may_do_what(room: Room, who: str, may: set[str]) -> None:
    """`account` is only for what is to be paid to a bank, which this application is not, whoever asks."""
    order, refund = room.world.doubtful(), room.world.applied()
    browser = room.seats(who)
    browser.opens("/log")
    token = browser.token
    for name, path in PATHS.items():
        if name == "ask":
            room.world.networks[order.network].will(("query", None))
        where = path.format(order=order.number, refund=refund.number)
        fields = {"token": token, "act": "order.posted", "proof": "52000001", "reason": "看过", "code": browser.code()}
        answer = browser.asks(where, "POST", data=fields)
        assert (answer.status_code != 403) is (name in may), (name, answer.status_code)
        room.world.networks[order.network].script.clear()


@pytest.mark.parametrize(
    "path",
    [
        "/log?before=99999999999999999999999",
        "/log?before=x",
        "/orders/%00",
        "/orders/1",
        "/refunds/TF1",
        "/cases/wechat/nothing/1",
        "/cases/wechat/payment/1",
        "/reconciliation?bucket=nothing",
        "/takings?day=x",
    ],
)
def test_what_is_not_there_is_said_not_to_be(wang: Browser, path: str) -> None:
    assert wang.asks(path).status_code == 404


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_no_day_is_too_far(wang: Browser, day: str) -> None:
    for path in (f"/reconciliation?day={day}", f"/takings?day={day}", f"/takings?by=month&day={day}"):
        wang.opens(path)


def test_a_form_with_what_no_text_has_is_no_form(browser: Browser) -> None:
    assert browser.asks("/sign-in", "POST", data={"number": "00\x003"}).status_code == 403


def test_it_may_be_mounted_anywhere(room: Room) -> None:
    furnish(room.world)
    room.app = Starlette(routes=[Mount("/desk", room.app)])
    browser = room.browser()
    data = {"number": WANG, "passphrase": PASSPHRASE, "code": room.world.code(WANG)}
    assert browser.asks("/desk/sign-in", "POST", data=data).headers["location"] == "/desk/"
    page = browser.asks("/desk/?terminal=T0001").text
    assert 'href="/desk/static/desk.css"' in page and 'name="back" value="/?terminal=T0001"' in page
    assert browser.asks("/desk/static/desk.css").status_code == 200
    assert everything(browser, "/desk/").count("<h1>") > 15


def everything(browser: Browser, *more: str) -> str:
    """All pages that can be reached from the menu, with their addresses."""
    seen: dict[str, str] = {}
    wanted = [*(more or ("/",))]
    while wanted:
        path = wanted.pop()
        if path in seen:
            continue
        answer = browser.asks(path)
        assert answer.status_code == 200, (path, answer.status_code)
        seen[path] = answer.text
        wanted += [
            one.replace("&amp;", "&") for one in re.findall(r'href="(/[^"]*)"', answer.text) if "static" not in one
        ]
        wanted = [one for one in wanted if one not in seen and "day=" not in one]
    return "\n".join(f"{unquote(path)}\n{page}" for path, page in seen.items())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nobody_is_named_on_any_page_nor_in_addresses_or_the_log(
    room: Room, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    furnish(room.world)
    wang = room.seats(WANG)
    with caplog.at_level(logging.DEBUG):
        wang.posts("/language", language=language, back="/")
        all_of_it = everything(wang, "/", "/takings?by=month") + caplog.text
    assert "GZT0001" in all_of_it and "TF2026000001" in all_of_it and "周**" in all_of_it
    for who in (ZHANG, LI, ZHOU):
        assert who.name not in all_of_it and who.number not in all_of_it
    assert "6299000000004073" not in all_of_it and "13985012345" not in all_of_it and PASSPHRASE not in all_of_it


def test_english_pages_have_nothing_chinese_but_names(room: Room) -> None:
    furnish(room.world)
    wang = room.seats(LI_MING)
    wang.posts("/language", language="en", back="/log")
    assert "Log" in wang.text
    said = re.sub(r"<[^>]*>", "\n", everything(wang, "/", "/takings?by=month"))
    names = "中文|示范\\S+|赵某|李某|王某|孙某|[张李周]\\*+|手机上又缴了一次|.银行|中国工商银行|[微支税云]"
    left = re.sub(names, "", said)
    assert not {line.strip() for line in left.splitlines() if re.search("[\u4e00-\u9fff]", line)}


@pytest.mark.parametrize(
    "back", ["https://elsewhere.test", "//elsewhere.test", "/\\elsewhere.test", "javascript:1", ""]
)
def test_the_language_leads_nowhere_else(browser: Browser, back: str) -> None:
    assert browser.asks("/language", "POST", data={"language": "en", "back": back}).headers["location"] == "/"


def test_what_is_typed_into_the_search_is_in_no_address(wang: Browser, room: Room) -> None:
    order = room.world.doubtful()
    for typed, leads in ((order.number, f"/orders/{order.number}"), (ZHANG.number, "/"), ("<b>", "/")):
        wang.opens("/log")
        assert wang.posts("/find", number=typed).headers["location"] == leads
    assert "没有找到这个编号" in wang.text
