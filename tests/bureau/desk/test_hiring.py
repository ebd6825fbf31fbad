"""Who becomes a member of staff, and who says so."""

import pytest

from bureau.desk import first
from domain.desk.member import MemberState, Role
from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import ADMIN, LI_MING, World

SECOND = "0005"
NEW = {"number": "0007", "name": "钱某", "role_decide": "1"}


@pytest.fixture
def admin(room: Room) -> Browser:
    """One of two who manage staff."""
    room.world.hires(SECOND, "周某", Role.STAFF)
    browser = room.seats(ADMIN)
    browser.opens("/staff")
    return browser


@pytest.fixture
def second(room: Room, admin: Browser) -> Browser:
    browser = room.seats(SECOND)
    browser.opens("/staff")
    return browser


def once(browser: Browser, number: str) -> str:
    return browser.text.split(f"工号 {number} 的一次性口令\n")[1].split("\n")[0]


def test_two_managers_add_somebody_and_the_second_hands_out_the_passphrase(
    room: Room, admin: Browser, second: Browser
) -> None:
    assert admin.posts("/staff", code=admin.code(), **NEW).status_code == 303
    assert "等另一位管理人员签字才办" in admin.text and "的一次性口令\n" not in admin.text
    assert room.world.desk.staff.find("0007") is None
    admin.posts("/staff/signatures/1/agree", code=admin.code())
    assert "同一个人不能签两次" in admin.text
    assert "0007 钱某" in second.opens("/staff")
    assert second.posts("/staff/signatures/1/agree", code="000000").status_code == 422
    assert second.posts("/staff/signatures/1/agree", code=second.code()).status_code == 200
    assert room.browser().signs_in("0007", once(second, "0007"), "").status_code == 303
    entries = room.world.desk.staff.entries(20)
    assert next(entry.who for entry in entries if entry.deed.word == "add") == f"{ADMIN}+{SECOND}"
    assert room.world.desk.staff.problem() is None


def test_two_managers_change_what_somebody_may_do(room: Room, admin: Browser, second: Browser) -> None:
    admin.posts(f"/staff/{LI_MING}/grant", role_pay="1", code=admin.code())
    assert second.posts("/staff/signatures/1/agree", code=second.code()).status_code == 303
    found = room.world.desk.staff.find(LI_MING)
    assert found and found.member.roles == {Role.PAY}


def test_nobody_is_second_about_themselves(room: Room, admin: Browser, second: Browser) -> None:
    admin.posts(f"/staff/{SECOND}/grant", role_pay="1", code=admin.code())
    assert second.posts("/staff/signatures/1/agree", code=second.code()).status_code == 422
    assert "不能改自己的" in second.text


def test_the_second_does_not_agree(room: Room, admin: Browser, second: Browser) -> None:
    admin.posts("/staff", code=admin.code(), **NEW)
    second.opens("/staff")
    second.posts("/signatures/1/decline")
    assert second.posts("/staff/signatures/1/agree", code=second.code()).status_code == 422
    assert room.world.desk.staff.find("0007") is None


def test_who_revokes_the_second_is_not_free_to_do_alone(room: Room, admin: Browser) -> None:
    assert admin.posts(f"/staff/{SECOND}/revoke", code=admin.code()).status_code == 303
    assert "请在后台添加一位" in admin.text
    assert admin.posts("/staff", code=admin.code(), **NEW).status_code == 303
    assert room.world.desk.staff.find("0007") is None
    world = room.world
    passphrase = first.add_member(world.store, world.runtime, "0008", "吴某", {Role.STAFF})
    assert room.browser().signs_in("0008", passphrase, "").status_code == 303


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"number": "7"}, "工号是 4 到 8 位数字"),
        ({"number": LI_MING}, "已经有人用过"),
        ({"name": " "}, "请填姓名"),
        ({"role_staff": "1"}, "管理人员的人不能审核"),
        ({"number": ADMIN}, "不能改自己的"),
    ],
)
def test_what_cannot_be_is_not_signed(admin: Browser, fields: dict[str, str], why: str) -> None:
    assert admin.posts("/staff", code=admin.code(), **(NEW | fields)).status_code == 422
    assert why in admin.text and admin.room.world.desk.proposals.get(1) is None


def test_signatures_about_money_are_not_given_by_who_manages_staff(room: Room, li: Browser, second: Browser) -> None:
    path = f"/refunds/{room.world.applied().number}"
    li.opens(path)
    li.posts(f"{path}/sign", act="refund.approve", reason="看过", code=li.code())
    assert second.posts("/staff/signatures/1/agree", code=second.code()).status_code == 404
    assert second.posts("/signatures/1/agree", code=second.code()).status_code == 403


def test_the_console_gives_a_passphrase_anew_to_who_has_lost_theirs(world: World) -> None:
    given = first.renew_member(world.store, world.runtime, ADMIN)
    found = world.desk.staff.find(ADMIN)
    assert found and found.member.state is MemberState.NEW and found.secret is None and len(given) == 19
    with pytest.raises(KeyError):
        first.renew_member(world.store, world.runtime, "9999")
