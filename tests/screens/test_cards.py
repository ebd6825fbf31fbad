"""The visitor's path by card: put down on the dock, read, taken away; and a reader that types."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit.play.playground import Playground
from kit.play.probe import Kiosk
from tests.screens.visitor import Visitor

ZHANG = "520199197803150119"


def comes_to_identify(kiosk: Kiosk) -> None:
    kiosk.touch("tile.wechat")
    kiosk.touch("next")
    kiosk.shows("wechat.identify")


def is_read(kiosk: Kiosk) -> None:
    kiosk.until(lambda: kiosk.text("text.read") == "身份证读好了", "a card that was read")


def test_who_puts_down_a_card_types_nothing(ground: Playground, kiosk: Kiosk) -> None:
    comes_to_identify(kiosk)
    assert kiosk.text("text.read") == "也可以把身份证放在读卡区"
    card = ground.person("张建国").replace("person", "card")
    kiosk.touch(card)
    is_read(kiosk)
    assert "520***********0119" in kiosk.texts() and "张建国" in kiosk.texts()
    kiosk.touch("next")
    kiosk.shows("wechat.menu")
    # It lies there still, and was read for whom it was put down.
    kiosk.touch("item.flexible_other")
    kiosk.shows("wechat.payee_flexible")
    asked = ground.demo.board.asked
    kiosk.until(lambda: ground.demo.board.asked > asked + 2, "the reader's next look")
    kiosk.settle()
    assert kiosk.text("text.read") == "也可以把身份证放在读卡区"
    kiosk.touch(card)
    kiosk.touch(ground.person("王秀英").replace("person", "card"))
    is_read(kiosk)
    kiosk.until(lambda: kiosk.says("王秀英"), "whose card it is")


def test_what_was_read_goes_with_the_visitor(ground: Playground, kiosk: Kiosk) -> None:
    comes_to_identify(kiosk)
    kiosk.touch(ground.person("张建国").replace("person", "card"))
    is_read(kiosk)
    kiosk.goes_home()
    kiosk.shows("home")
    comes_to_identify(kiosk)
    asked = ground.demo.board.asked
    kiosk.until(lambda: ground.demo.board.asked > asked + 2, "the reader's next look")
    kiosk.settle()
    assert "张建国" not in kiosk.texts(), "the card was forgotten there"


def test_typing_is_there_all_the_same(kiosk: Kiosk) -> None:
    comes_to_identify(kiosk)
    kiosk.type(ZHANG)
    kiosk.touch("key.next")
    kiosk.write("张建国")
    kiosk.touch("next")
    kiosk.shows("wechat.menu")


def test_a_reader_that_types_fills_in_and_never_gets_into_a_field(ground: Playground, kiosk: Kiosk) -> None:
    from domain.readers.reading import Scanned

    readings = ground.backend.parts.readers.readings
    ground.terminal.window.inputs.hear(lambda text: readings.put(Scanned(text)))
    comes_to_identify(kiosk)
    kiosk.type("52")
    for character in ZHANG:
        QTest.keyClick(kiosk.window, Qt.Key(ord(character)))
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    kiosk.until(lambda: kiosk.text("text.read") == "证件号码读好了，请输入姓名", "a number that was read")
    assert "520***********0119" in kiosk.texts()


def test_a_paper_is_checked_at_the_terminal(visitor: Visitor, ground: Playground, kiosk: Kiosk) -> None:
    visitor.walks("wechat.certificate.payment", "wechat.payment_document")
    ground.touch("print")
    certificate = ground.papers[-1].certificate
    kiosk.goes_home()
    kiosk.shows("home")
    kiosk.touch("help")
    kiosk.touch("help.check")
    kiosk.shows("check.paper")
    kiosk.touch("field.paper")
    kiosk.write(certificate.number)
    kiosk.touch("field.check_code")
    kiosk.write(certificate.code.lower())
    kiosk.touch("next")
    kiosk.shows("check.found")
    kiosk.until(lambda: kiosk.says(certificate.number), "the certificate")
    assert kiosk.says("这张证明是本机开具的")
    kiosk.touch("next")
    kiosk.shows("check.paper")
    kiosk.touch("field.paper")
    kiosk.write(certificate.number)
    kiosk.touch("field.check_code")
    kiosk.write("22222222")
    kiosk.touch("next")
    kiosk.until(lambda: kiosk.says("没有查到"), "that it is none of ours")
