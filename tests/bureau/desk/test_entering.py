"""The door of the desk: who is let in, how long, and who has to wait."""

import re
from datetime import timedelta

import pyotp
import pytest
from PIL import Image
from sqlalchemy import select
from zxingcpp import read_barcodes

from bureau.desk import first, keys
from bureau.desk.keys import STEP_S
from bureau.desk.who import COOKIE
from domain.desk.member import MemberState, Role
from storage.bureau import desk_sessions, desk_tries
from storage.bureau.desk_rows import SessionRow
from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import ADMIN, LOOKER, PASSPHRASE, WANG, World

WRONG, EARLY = "工号、口令或动态码不对", "这一次没有核对"


def test_who_knows_number_passphrase_and_code_is_let_in_by_a_cookie_of_this_host_alone(browser: Browser) -> None:
    answer = browser.signs_in(WANG)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    said = answer.headers["set-cookie"]
    assert said.startswith("__Host-desk=")
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(said.split("; "))
    assert "工号 0003 王某" in browser.text and "审核、付款和记账" in browser.text.replace("\n", "")
    assert "10:55 前有效" in browser.text


def test_the_store_has_only_the_hash_of_what_the_browser_has(browser: Browser, world: World) -> None:
    browser.signs_in(WANG)
    assert browser.session
    (row,) = world.store.sessions.look(select(SessionRow.__table__))
    assert row.id == desk_sessions.hashed(browser.session) and browser.session not in repr(row)


@pytest.mark.parametrize(
    ("number", "passphrase", "code"),
    [
        (WANG, "不是这一句，别的什么都行", None),
        (WANG, PASSPHRASE, "000000"),
        (WANG, PASSPHRASE, ""),
        (WANG, PASSPHRASE, "四一七九二六"),
        ("9999", PASSPHRASE, "000000"),
        ("", "", ""),
    ],
)
def test_whatever_is_wrong_the_same_is_said(browser: Browser, number: str, passphrase: str, code: str | None) -> None:
    answer = browser.signs_in(number, passphrase, code)
    assert answer.status_code == 422 and WRONG in browser.text and browser.session is None


def test_a_code_is_good_once(room: Room) -> None:
    code = room.world.code(WANG)
    assert room.browser().signs_in(WANG, code=code).status_code == 303
    other = room.browser()
    assert other.signs_in(WANG, code=code).status_code == 422 and WRONG in other.text
    assert room.browser().signs_in(WANG).status_code == 303


@pytest.mark.parametrize(("off", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_phone_may_be_off_by_half_a_minute(browser: Browser, world: World, off: int, taken: bool) -> None:
    code = pyotp.TOTP(world.secrets[WANG]).at(world.runtime.now() + timedelta(seconds=off * STEP_S))
    assert (browser.signs_in(WANG, code=code).status_code == 303) is taken


def test_no_code_of_before_the_last_one_is_good(room: Room) -> None:
    earlier = room.world.code(WANG)
    assert room.browser().signs_in(WANG).status_code == 303
    assert room.browser().signs_in(WANG, code=earlier).status_code == 422


def test_wrong_tries_are_slowed_by_person_also_over_a_restart(room: Room) -> None:
    for _ in range(desk_tries.FREE):
        assert room.browser().signs_in(WANG, code="000000").status_code == 422
    now = pyotp.TOTP(room.world.secrets[WANG]).at(room.world.runtime.now())
    early = room.browser()
    assert early.signs_in(WANG, code=now).status_code == 422 and EARLY in early.text
    room.restarts()
    assert early.signs_in(WANG, code=now).status_code == 422 and EARLY in early.text
    room.world.runtime.pass_by(seconds=15)
    assert early.signs_in(WANG, code=now).status_code == 303, "an early try was not counted"


def test_each_wait_is_twice_as_long_until_it_is_a_quarter_of_an_hour() -> None:
    waits = [desk_tries.pause(n).total_seconds() for n in range(-1, 9)]
    assert waits == [0, 15, 30, 60, 120, 240, 480, 900, 900, 900]


def test_wrong_tries_are_slowed_by_address_whoever_is_tried(room: Room) -> None:
    browser = room.browser()
    for n in range(desk_tries.ADDRESS_FREE):
        browser.signs_in(f"{5000 + n}", code="000000")
        assert WRONG in browser.text
    browser.signs_in(WANG, code=pyotp.TOTP(room.world.secrets[WANG]).at(room.world.runtime.now()))
    assert EARLY in browser.text
    assert room.browser().signs_in(WANG).status_code == 303


def test_who_signs_in_all_day_at_one_address_never_waits(room: Room) -> None:
    browser = room.browser()
    for _ in range(desk_tries.ADDRESS_FREE + 2):
        assert browser.signs_in(WANG).status_code == 303


def test_a_session_ends_when_nobody_asks_and_at_the_end_of_a_day(room: Room, wang: Browser) -> None:
    passes = room.world.runtime.pass_by
    for _ in range(3):
        passes(minutes=29)
        wang.opens("/log")
    passes(minutes=31)
    assert wang.asks("/").headers["location"] == "/sign-in"
    wang.signs_in(WANG)
    for _ in range(20):
        passes(minutes=29)
        wang.opens("/log")
    passes(minutes=21)
    assert wang.asks("/").headers["location"] == "/sign-in"


def test_what_a_page_asks_by_itself_keeps_no_session_alive(room: Room, wang: Browser) -> None:
    for _ in range(2):
        room.world.runtime.pass_by(minutes=16)
        answer = wang.asks("/", headers={"x-refresh": "1"})
    assert answer.status_code == 303


def test_signing_out_ends_it_also_for_who_has_kept_the_cookie(wang: Browser) -> None:
    kept = wang.session
    assert kept
    wang.posts("/sign-out")
    assert wang.session is None
    wang.client.cookies.set(COOKIE, kept)
    assert wang.asks("/").headers["location"] == "/sign-in"


def test_who_is_revoked_is_out_at_once_and_never_in_again(room: Room, wang: Browser) -> None:
    admin = room.seats(ADMIN)
    admin.opens("/staff")
    assert admin.posts(f"/staff/{WANG}/revoke", code=admin.code()).status_code == 303
    assert "工号 0003 已停用" in admin.text
    assert wang.asks("/").headers["location"] == "/sign-in"
    assert room.browser().signs_in(WANG).status_code == 422


def test_the_first_time_one_gets_no_further_than_to_a_passphrase_and_a_code_of_ones_own(room: Room) -> None:
    world = room.world
    once = first.add_member(world.store, world.runtime, "0009", "新人", {Role.LOOK})
    new = room.browser()
    assert new.signs_in("0009", once, "").status_code == 303
    assert new.asks("/").headers["location"] == "/sign-in"
    new.opens("/set-up")
    secret = "".join(new.text.split("手工输入密钥：")[1].split("\n")[1].split())
    own = "自己想的很长的一句口令"
    for fields, why in (
        ({"passphrase": "短", "again": "短"}, "口令要 12 到 128 个字"),
        ({"passphrase": "一一一一一一一一一一一一", "again": "一一一一一一一一一一一一"}, "口令太容易猜"),
        ({"passphrase": own + "！！", "again": own}, "两次填的口令不一样"),
        ({"passphrase": once, "again": once}, "不要用收到的这一个"),
        ({"passphrase": own + "！！", "again": own + "！！", "code": "000000"}, "动态码不对"),
    ):
        assert new.posts("/set-up", code=fields.pop("code", "000000"), **fields).status_code == 422
        assert why in new.text
    code = pyotp.TOTP(secret).at(world.runtime.now())
    assert new.posts("/set-up", passphrase=own + "！！", again=own + "！！", code=code).status_code == 303
    assert "工号 0009 新人" in new.text
    found = world.desk.staff.find("0009")
    assert found and found.member.state is MemberState.ACTIVE and found.passphrase.startswith("$argon2id$")
    assert room.browser().signs_in("0009", once, "").status_code == 422
    assert room.browser().signs_in("0009", own + "！！", code).status_code == 422, "the code has been used"
    assert world.desk.staff.problem() is None


def test_the_code_to_scan_says_the_secret() -> None:
    address = keys.address_of("ABCDEFGH" * 4, "0009")
    code = keys.drawn(address)
    picture = Image.new("L", (code.side, code.side), 255)
    for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", code.path):
        picture.putpixel((int(x), int(y)), 0)
    (read,) = read_barcodes(picture.resize((code.side * 4, code.side * 4), Image.Resampling.NEAREST))
    assert read.text == address and "secret=ABCDEFGHABCDEFGHABCDEFGHABCDEFGH" in read.text and "0009" in read.text


def test_a_passphrase_that_is_good_once_is_good_for_a_week(room: Room) -> None:
    world = room.world
    once = first.add_member(world.store, world.runtime, "0009", "新人", {Role.LOOK})
    world.runtime.pass_by(days=7)
    assert room.browser().signs_in("0009", once, "").status_code == 422


@pytest.mark.parametrize(
    ("number", "roles"),
    [("12", {Role.LOOK}), ("abcd", {Role.LOOK}), ("0009", set()), ("0009", {Role.STAFF, Role.PAY})],
)
def test_nobody_is_added_who_could_be_both_of_two(world: World, number: str, roles: set[Role]) -> None:
    with pytest.raises(ValueError, match=r"."):
        first.add_member(world.store, world.runtime, number, "谁", roles)


def test_who_may_do_nothing_else_may_look(room: Room) -> None:
    looker = room.seats(LOOKER)
    for path in ("/", "/waiting", "/refunds", "/reconciliation", "/takings", "/certificates", "/staff", "/log"):
        looker.opens(path)


def test_once_is_read_out_and_cannot_be_guessed(world: World) -> None:
    given = {keys.once(world.runtime) for _ in range(50)}
    assert len(given) == 50 and all(len(one) == 19 and not set(one) & set("01IO") for one in given)
