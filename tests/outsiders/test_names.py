"""What `./kiosk names` says of a screen: each name once, with what it is to who touches and to who listens."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

import main
from domain.flows.catalogue import SCREENS
from kit.names.fivelines import five_lines
from kit.names.listing import errand_to, met, play
from kit.names.reading import Verb
from kit.names.rows import rows
from kit.names.sheet import DISC, Sheet, covered, free
from kit.play.walkthrough import Look
from kit.testing.ways import shortest
from kit.walks.stops import Stop
from tests.outsiders.run import run

UPRIGHT = Look(main.SIZES["1080x1920"])
IDENTIFY = """
wechat.identify  用户认证  W01
  header
    back                             push button    touch  返回
    home                             push button    touch  首页
    title                            heading        says   用户认证
    text.guidance                    label          says   请对照证件填写，带 * 的必须填
  content
    text.read                        label          says   也可以把身份证放在读卡区
    select.kind                      push button    touch  证件类型，居民身份证
    text.error.kind                  alert message  says   only if something is wrong
    field.number                     text           types  证件号码
    text.error.number                alert message  says   only if something is wrong
    field.name                       text           types  姓名
    text.error.name                  alert message  says   only if something is wrong
  keyboard
    text.counted                     label          says   已输入 0 位，共 18 位
    key.1 … x                        push button    touch  1，2，3，4，5，6，7，8，9，0，X
    key.delete                       push button    touch  删除
    key.clear                        push button    touch  清空
    key.next                         push button    touch  下一项
  footer and strip
    next                             push button    touch  确定
    hide                             push button    touch  隐藏
    help                             push button    touch  帮助
    access.open                      push button    touch  字号
    language                         push button    touch  English

    def test_wechat_identify(kiosk, person):
        kiosk.opens("wechat.identify")
        kiosk.is_given(person("张建国"))
        kiosk.touch("next")
        kiosk.shows("wechat.menu")
""".lstrip()
WALKED = ("wechat.confirm_flexible", "wechat.pay", "staff.pin")
"""By touch, by phone, by holding and typing."""
FIELDS = Stop("tax_app.account", ("field.account", "type:62", "field.code", "sms", "type:1", "next"))

UNREACHED = next(screen for screen in SCREENS if shortest(screen) is None)


def seen(screen: str, look: Look = UPRIGHT) -> Sheet:
    [sheet] = met(errand_to(screen), look, main.playground)
    return sheet


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    pass


def test_a_screen_is_listed_and_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert play("wechat.identify", tmp_path, UPRIGHT, main.playground) == 0
    said = capsys.readouterr().out
    # The printer says how it is once it has been asked; the card says what is in it in one.
    assert re.sub(r"    (text\.printer|read) .*\n", "", said).rstrip() == IDENTIFY.rstrip()
    assert [picture.name for picture in tmp_path.iterdir()] == ["wechat.identify.png"]


@pytest.mark.parametrize(
    ("screen", "code", "said"),
    [
        ("wechat.identfy", 2, "there is no screen “wechat.identfy”; did you mean “wechat.identify”?"),
        (UNREACHED, 1, f"no walk reaches {UNREACHED}"),
    ],
)
def test_what_cannot_be_listed_is_said(screen: str, code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert play(screen, None, UPRIGHT, main.playground) == code
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("size", ["1080x1920", "1920x1080"])
@pytest.mark.parametrize("screen", ["home", "wechat.confirm_flexible"])
def test_no_disc_lies_on_a_word_or_another(screen: str, size: str) -> None:
    sheet = seen(screen, Look(main.SIZES[size]))
    frames = [row.box for _, those in rows(sheet.names) for row in those]
    whole = QRectF(sheet.picture.rect()).adjusted(-DISC, -DISC, DISC, DISC)
    scale = 562 / 1080
    small = [QRectF(box.topLeft() * scale, box.size() * scale) for box in frames]
    words = [QRectF(box.topLeft() * scale, box.size() * scale) for box in sheet.words]
    discs = free(small, words, whole)
    for at, disc in enumerate(discs):
        beside = [QRectF(other.x() - DISC / 2, other.y() - DISC / 2, DISC, DISC) for other in discs[:at]]
        assert covered(disc, [*words, *beside], whole) < DISC**2 / 8, rows(sheet.names)


def test_names_are_the_same_in_every_language_and_layout() -> None:
    usual = {one.name for one in seen("wechat.confirm_flexible").names if one.verb is not Verb.SAYS}
    other = seen("wechat.confirm_flexible", Look(main.SIZES["1920x1080"], "en"))
    assert {one.name for one in other.names if one.verb is not Verb.SAYS} == usual


def test_a_field_and_what_is_typed_are_one_line() -> None:
    assert five_lines("tax_app.account", "", FIELDS, "")[1:] == [
        '    kiosk.opens("tax_app.account")',
        '    kiosk.types("field.account", "62")',
        '    kiosk.touch("field.code")',
        "    kiosk.gets_sms()",
    ]


def test_the_five_lines_of_a_screen_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for screen in WALKED:
        assert play(screen, None, UPRIGHT, main.playground) == 0
    lines = re.findall(
        r"^    (def test_.*|    kiosk\..*|    phone\..*|    assert .*)$", capsys.readouterr().out, re.MULTILINE
    )
    assert sum(line.startswith("def") for line in lines) == len(WALKED)
    assert len(lines) <= 5 * len(WALKED)
    (tmp_path / "test_listed.py").write_text("\n".join(lines), "utf-8")
    done = run(tmp_path)
    assert f"{len(WALKED)} passed" in done.stdout, done.stdout
