"""A visitor who listens: what is read of a screen and when, by which keys, and what all may hear."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import main
from domain.speech.saying import aloud
from kit.play.playground import Playground
from kit.simulators.ears import Heard
from kit.walks import ASTRAY, WALKS
from kit.walks.money import CARD
from kit.walks.refunds import HEIR

Key = Qt.Key
FLOWS = ("wechat.resident.pay_other", "tax_app.bank_account")


class Listener:
    """Presses keys and hears what is said then."""

    def __init__(self, ground: Playground) -> None:
        self.ground = ground
        self.voice = ground.demo.voice
        self.voice.listen()

    @property
    def heard(self) -> list[Heard]:
        assert self.voice.heard is not None
        return self.voice.heard

    @property
    def last(self) -> str:
        return self.heard[-1].text

    def presses(self, key: Key) -> str:
        """What is said when a key has been pressed."""
        before = len(self.heard)
        QTest.keyClick(self.ground.kiosk.window, key)
        self.ground.kiosk.until(lambda: len(self.heard) > before, "what is said")
        return self.last

    def hears(self, words: str) -> str:
        self.ground.kiosk.until(lambda: any(words in one.text for one in self.heard[-3:]), words)
        return self.last


@pytest.fixture
def listener(ground: Playground) -> Iterator[Listener]:
    yield Listener(ground)


def test_nothing_is_said_to_who_does_not_ask(listener: Listener) -> None:
    kiosk = listener.ground.kiosk
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")
    for key in (Key.Key_F2, Key.Key_F3, Key.Key_F4, Key.Key_F5, Key.Key_Down):
        QTest.keyClick(kiosk.window, key)
    kiosk.settle()
    assert listener.heard == []


def test_a_screen_says_title_place_content_and_what_is_in_focus(listener: Listener) -> None:
    ground = listener.ground
    listener.presses(Key.Key_F1)
    for stop in WALKS["wechat.flexible.pay_self"]:
        ground.reaches(stop)
        if stop.screen == "wechat.flexible_tier":
            break
        for touch in stop.touches:
            ground.touch(touch)
    said = listener.hears("百分之六十档")
    parts = (
        *("缴费档次。第一步，共四步。", "灵活就业，养老保险", "百分之七十档，一千零二十五元四角三分", "没选"),
        *("现在在：", "百分之六十档，八百七十八元九角四分"),
    )
    assert [part in said for part in parts] == [True] * len(parts), said
    assert sorted(parts, key=said.index) == [*parts] and said.startswith(parts[0])


def test_the_focus_is_said_as_it_moves_and_what_became_of_a_choice(listener: Listener) -> None:
    ground = listener.ground
    listener.presses(Key.Key_F1)
    assert listener.presses(Key.Key_Down) == "微信，用微信扫码付款"
    assert listener.presses(Key.Key_Right) == "支付宝，用支付宝扫码付款"
    ground.kiosk.touch("access.open")
    listener.hears("字号、对比度、朗读")
    assert listener.presses(Key.Key_Down).endswith("已选")
    assert listener.presses(Key.Key_Right).endswith("没选")
    listener.presses(Key.Key_Return)
    listener.hears("大，缴费，已选")


def test_its_own_keys(listener: Listener) -> None:
    whole = listener.presses(Key.Key_F1)
    assert listener.presses(Key.Key_Down) != whole
    again = listener.presses(Key.Key_F1)
    assert again.startswith("社会保险费自助缴费")
    assert [listener.presses(key) for key in (Key.Key_F2, Key.Key_F3, Key.Key_F4, Key.Key_F5)] == [
        "音量四",
        "音量五",
        "语速较慢",
        "语速标准",
    ]


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return, Key.Key_Escape, Key.Key_5, Key.Key_F3])
def test_any_key_interrupts(listener: Listener, key: Key) -> None:
    listener.presses(Key.Key_F1)
    before = listener.voice.interrupted
    QTest.keyClick(listener.ground.kiosk.window, key)
    assert listener.voice.interrupted == before + 1


def test_what_is_new_on_a_screen_is_said(listener: Listener) -> None:
    ground = listener.ground
    ground.kiosk.touch("tile.wechat")
    ground.kiosk.shows("wechat.official_account")
    ground.kiosk.touch("next")
    ground.kiosk.shows("wechat.identify")
    listener.presses(Key.Key_F1)
    ground.kiosk.touch("next")
    listener.hears("请输入")


def test_english_is_said_in_english(listener: Listener) -> None:
    listener.presses(Key.Key_F1)
    listener.ground.kiosk.touch("language")
    listener.hears("Now at")


def test_pulled_out_nothing_more_is_said_until_it_is_back(listener: Listener) -> None:
    ground = listener.ground
    ground.kiosk.touch("dock.earphone")
    listener.hears("社会保险费自助缴费")
    ground.kiosk.touch("dock.earphone")
    ground.kiosk.find("speech.silence")
    before = len(listener.heard)
    QTest.keyClick(ground.kiosk.window, Key.Key_Left)
    ground.kiosk.settle()
    assert len(listener.heard) == before
    ground.kiosk.touch("dock.earphone")
    ground.kiosk.until(lambda: len(listener.heard) > before, "what is said")
    assert listener.heard[-1].earphone


def test_behind_a_hidden_picture_one_goes_on_by_keys_and_speech(listener: Listener) -> None:
    ground = listener.ground
    kiosk = ground.kiosk
    kiosk.touch("dock.earphone")
    listener.hears("社会保险费自助缴费")
    for stop in WALKS["wechat.flexible.pay_self"][:3]:
        ground.reaches(stop)
        for touch in stop.touches:
            ground.touch(touch)
    kiosk.shows("wechat.menu")
    listener.hears("张建国")
    assert listener.presses(Key.Key_F6) == "画面已隐藏"
    kiosk.find_shown("curtain")
    kiosk.settle()
    seen = {kiosk.picture().pixelColor(x, y).name() for x in range(0, 1080, 8) for y in range(0, 60, 4)}
    assert seen == {"#000000"}, "neither the header nor a name"
    while "代他人缴费" not in listener.presses(Key.Key_Down):
        pass
    QTest.keyClick(kiosk.window, Key.Key_Return)
    listener.hears("缴费人信息")
    kiosk.touch("curtain.show")
    kiosk.until(lambda: not kiosk.has("curtain"), "the picture")
    kiosk.shows("wechat.payee_flexible")


@pytest.mark.parametrize("earphone", [False, True], ids=["loudspeaker", "earphone"])
def test_a_name_that_is_being_typed_is_not_spelt_to_all(listener: Listener, earphone: bool) -> None:
    kiosk = listener.ground.kiosk
    for touch in ("tile.wechat", "next"):
        kiosk.touch(touch)
    kiosk.shows("wechat.identify")
    kiosk.touch("field.name")
    if earphone:
        kiosk.touch("dock.earphone")
        listener.hears("用户认证")
    else:
        listener.presses(Key.Key_F1)
    for letter in "zhang":
        kiosk.touch(f"letter.{letter}")
    kiosk.until(lambda: kiosk.has("word.0"), "words")
    words = {kiosk.text(f"word.{place}") for place in range(4)}
    for _ in range(12):
        listener.presses(Key.Key_Right)
    said = {piece for one in listener.heard for piece in re.split("[，。]", one.text)}
    assert bool(words & said) is earphone
    assert any("贼德艾尺" in piece for piece in said) is earphone


def secrets(ground: Playground) -> set[str]:
    """What is somebody's, as it is written and as it is said, whole and masked."""
    people = ground.demo.people
    names = {person.name for person in people}
    numbers = {number for person in people for number in (person.number, person.phone) if number}
    parts = set(chain.from_iterable((number[:3], number[-4:]) for number in numbers))
    told = {aloud(number, "zh") for number in numbers} | {f"{aloud('00000' + part, 'zh')[5:]}结尾" for part in parts}
    tail = CARD[-4:]
    cards = {aloud(text, "zh").removeprefix("尾号") for text in (tail, f"尾号 {tail}")}
    return names | numbers | told | cards


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("earphone", [False, True], ids=["loudspeaker", "earphone"])
def test_what_is_somebodys_is_heard_by_them_alone(store: Path, flow: str, earphone: bool) -> None:
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        listener = Listener(ground)
        kiosk = ground.kiosk
        if earphone:
            kiosk.touch("dock.earphone")
        else:
            listener.presses(Key.Key_F1)
        for stop in WALKS[flow]:
            ground.reaches(stop)
            for touch in stop.touches:
                ground.touch(touch)
                listener.presses(Key.Key_F1)
        assert all(one.earphone is earphone for one in listener.heard) and len(listener.heard) > len(WALKS[flow])
        private = secrets(ground)
        said = " ".join(one.text for one in listener.heard)
        leaked = {secret for secret in private if secret in said}
        assert bool(leaked) is earphone, leaked
        assert bool(re.search(r"结尾|\d", said)) is earphone


def test_what_was_typed_before_somebody_began_to_listen_is_theirs_as_well(listener: Listener) -> None:
    """The page that is looked over shows an heir's name, and no field that it was typed into."""
    ground = listener.ground
    for stop in ASTRAY["tax_app.refund.special.to_an_heir"]:
        ground.reaches(stop)
        for touch in stop.touches:
            ground.touch(touch)
        if stop.says == "参保人已故":
            break
    ground.kiosk.until(lambda: ground.kiosk.has("text.tail"), "the look over it")
    assert any(HEIR in text for text in ground.kiosk.texts())
    assert HEIR not in listener.presses(Key.Key_F1)
    listener.hears("尾号")
    assert not any(HEIR in one.text for one in listener.heard)
