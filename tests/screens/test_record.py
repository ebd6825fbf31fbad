"""What is touched in the window is written as a test, which passes when it is played again, and names nobody."""

import ast
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import main
from kit.people import staff
from kit.people.people import DemoPerson
from kit.play.playground import Playground
from kit.play.probe import NotThere
from kit.record.recorder import Recorder
from kit.record.whom import asked_for
from kit.walks import EVERY

ROOT = Path(__file__).parents[2]
USUAL: dict[str, str] = {}


def recorded(ground: Playground, file: Path, does: Callable[[], None]) -> list[str]:
    """The lines of the test that is written while somebody does something."""
    recorder = Recorder(ground, file, USUAL)
    does()
    ground.kiosk.settle()
    recorder.end()
    text = file.read_text("utf-8")
    for person in ground.demo.people:
        assert not [one for one in (person.name, person.number, person.phone) if one in text]
    test = next(node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef))
    return [ast.unparse(line) for line in test.body if not isinstance(line, ast.ImportFrom)]


def walks(ground: Playground, flow: str) -> None:
    for stop in EVERY[flow]:
        ground.reaches(stop)
        for touch in stop.touches:
            ground.touch(touch)


class Replayed:
    """The words that a recorded test says, as the plugin's are: `kiosk`, `phone`, `network` and `clock` in one."""

    def __init__(self, ground: Playground) -> None:
        self.ground, self.kiosk = ground, ground.kiosk

    def person(self, **asked: str) -> DemoPerson:
        """Who is asked for by these words."""
        today, people = self.ground.demo.world.clock().date(), self.ground.demo.people
        return next(one for one in people if asked_for(one, people, today) == asked)

    def touch(self, name: str) -> None:
        self.ground.touch(name)

    def shows(self, screen: str) -> None:
        self.kiosk.shows(screen)

    def types(self, field: str, text: str) -> None:
        self.ground.touch(field)
        self.kiosk.settle()
        typed = all(self.kiosk.has(f"key.{character.lower()}") for character in text)
        (self.kiosk.type if typed else self.kiosk.write)(text)

    def is_given(self, person: DemoPerson) -> None:
        self.ground.touch(f"person:{person.name}")

    def reads_card(self, person: DemoPerson) -> None:
        self.ground.touch(f"card:{person.name}")

    def gets_sms(self) -> None:
        self.ground.touch("sms")

    def does(self, touch: str) -> None:
        self.ground.touch(touch)

    def holds(self, name: str, until: str) -> None:
        self.kiosk.hold(name, until)

    def breaks(self, name: str, how: str) -> None:
        assert (name, how) == ("every", "silent")
        self.ground.touch("dock.lever.network.lose_answer")

    def at(self, moment: str) -> None:
        self.ground.demo.world.pull("clock", moment)

    def pays(self, source: str) -> None:
        assert source == "card"
        self.ground.touch("phone")


def again(filled: Path, tmp_path: Path) -> AbstractContextManager[Playground]:
    """A terminal that nobody has used."""
    return main.playground(main.SIZES["1080x1920"], copytree(filled, Path(mkdtemp(dir=tmp_path)) / "store"))


def play(file: Path, ground: Playground) -> None:
    """Run the recorded test."""
    ground.kiosk.patience_s = 3
    spoken: dict[str, Callable[..., None]] = {}
    exec(compile(file.read_text("utf-8"), file, "exec"), spoken)
    replayed = Replayed(ground)
    asked = spoken["test_recorded"].__code__.co_varnames[: spoken["test_recorded"].__code__.co_argcount]
    spoken["test_recorded"](*(replayed.person if name == "person" else replayed for name in asked))


def test_a_payment_is_recorded_and_passes(store: Path, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "test_x.py"
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        lines = recorded(ground, file, lambda: walks(ground, "wechat.flexible.pay_self"))
    assert lines == [
        "somebody = person(enrolled='only flexible pension and flexible medical')",
        "kiosk.shows('home')",
        "kiosk.touch('tile.wechat')",
        "kiosk.shows('wechat.official_account')",
        "kiosk.touch('next')",
        "kiosk.shows('wechat.identify')",
        "kiosk.is_given(somebody)",
        "kiosk.touch('next')",
        "kiosk.shows('wechat.menu')",
        "kiosk.touch('item.flexible_self')",
        "kiosk.shows('wechat.confirm_flexible')",
        "kiosk.touch('option.pension')",
        "kiosk.touch('select.agency')",
        "kiosk.shows('wechat.flexible_agency')",
        "kiosk.touch('option.520100')",
        "kiosk.touch('option.520102P')",
        "kiosk.shows('wechat.confirm_flexible')",
        "kiosk.touch('select.tier')",
        "kiosk.shows('wechat.flexible_tier')",
        "kiosk.touch('tier.60')",
        "kiosk.touch('next')",
        "kiosk.shows('wechat.confirm_flexible')",
        "kiosk.touch('next')",
        "kiosk.shows('wechat.pick_method')",
        "kiosk.touch('next')",
        "kiosk.shows('wechat.pay')",
        "phone.pays('card')",
        "kiosk.shows('wechat.result')",
    ]
    wrong = file.read_text("utf-8").replace("kiosk.is_given(somebody)\n", "pass\n")
    with again(filled, tmp_path) as ground:
        play(file, ground)
        assert [order.state for order in ground.orders()] == ["posted"]
    file.write_text(wrong, "utf-8")
    with again(filled, tmp_path) as ground, pytest.raises(NotThere):
        ground.kiosk.patience_s = 0.5
        play(file, ground)


def identifies(ground: Playground) -> None:
    """Somebody types who they are, at the screen's own keys and at its line."""
    kiosk, one = ground.kiosk, ground.demo.people[1]
    for name in ("tile.wechat", "next"):
        kiosk.touch(name)
    kiosk.shows("wechat.identify")
    kiosk.type(one.number)
    kiosk.touch("field.name")
    kiosk.write(one.name)
    kiosk.touch("board.done")
    kiosk.touch("next")
    kiosk.shows("wechat.menu")


def lays_a_card(ground: Playground) -> None:
    kiosk = ground.kiosk
    for name in ("tile.wechat", "next"):
        kiosk.touch(name)
    kiosk.shows("wechat.identify")
    ground.touch("card:何家辉")
    for name in ("dock.lever.network.lose_answer", "dock.lever.clock.5", "dock.clock"):
        kiosk.touch(name)
    for key in "2026-12-31 22:49":
        QTest.keyClick(kiosk.window, Qt.Key(ord(key)))
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    kiosk.touch("next")
    kiosk.shows("wechat.menu")


def opens_the_door(ground: Playground) -> None:
    ground.touch("hold:staff.door:staff.pin")
    for touch in (f"type:{staff.DEMO_NUMBER}", "key.next", f"type:{staff.DEMO_PIN}", "next"):
        ground.touch(touch)
    ground.kiosk.shows("staff.refunds")


SOMEBODY = "somebody = person(enrolled='only {}')"
CASES: dict[str, tuple[Callable[[Playground], None], list[str]]] = {
    "typed": (
        identifies,
        [
            SOMEBODY.format("flexible pension"),
            "kiosk.types('field.number', somebody.number)",
            "kiosk.types('field.name', somebody.name)",
        ],
    ),
    "a card": (
        lays_a_card,
        [
            SOMEBODY.format("resident pension and resident medical', paid='nothing', owes='nothing"),
            "kiosk.reads_card(somebody)",
            "network.breaks('every', 'silent')",
            "clock.at('2026-12-31 22:49:00')",
        ],
    ),
    "staff": (
        opens_the_door,
        [
            "kiosk.holds('staff.door', 'staff.pin')",
            "kiosk.types('field.number', DEMO_NUMBER)",
            "kiosk.types('field.pin', DEMO_PIN)",
        ],
    ),
    "a message": (
        lambda ground: walks(ground, "tax_app.bank_account"),
        [
            SOMEBODY.format("flexible pension and flexible medical"),
            "kiosk.is_given(somebody)",
            "kiosk.gets_sms()",
            "kiosk.types('field.account', CARD.replace(' ', ''))",
        ],
    ),
    "a captcha": (
        lambda ground: walks(ground, "wechat.certificate.payment"),
        [
            SOMEBODY.format("flexible pension and flexible medical"),
            "kiosk.is_given(somebody)",
            "kiosk.does('captcha')",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_all_that_can_be_done_is_recorded_and_passes(store: Path, filled: Path, tmp_path: Path, case: str) -> None:
    does, words = CASES[case]
    file = tmp_path / "test_x.py"
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        lines = recorded(ground, file, lambda: does(ground))
    assert [line for line in lines if not line.startswith(("kiosk.touch", "kiosk.shows"))] == words
    with again(filled, tmp_path) as ground:
        play(file, ground)


def test_what_nobody_of_the_demonstration_has_is_not_kept(ground: Playground, tmp_path: Path) -> None:
    def types() -> None:
        for name in ("tile.wechat", "next"):
            ground.kiosk.touch(name)
        ground.kiosk.shows("wechat.identify")
        ground.kiosk.type("110101199003074258")
        ground.kiosk.touch("field.name")
        ground.kiosk.write("李大伟")
        ground.kiosk.touch("board.done")

    lines = recorded(ground, file := tmp_path / "test_x.py", types)
    text = file.read_text("utf-8")
    assert "1101011990" not in text and "李大伟" not in text
    assert [line for line in lines if "types" in line] == [
        f"kiosk.types('field.{name}', NOT_KEPT)" for name in ("number", "name")
    ]


def test_what_is_not_a_tap_is_not_recorded(ground: Playground, tmp_path: Path) -> None:
    kiosk = ground.kiosk

    def slips_off() -> None:
        tile = kiosk.find("tile.wechat")
        away = kiosk.middle(kiosk.find("tile.alipay"))
        QTest.touchEvent(kiosk.window, kiosk.finger).press(0, kiosk.middle(tile), kiosk.window).commit()
        QTest.touchEvent(kiosk.window, kiosk.finger).move(0, away, kiosk.window).commit()
        QTest.touchEvent(kiosk.window, kiosk.finger).release(0, away, kiosk.window).commit()

    assert recorded(ground, tmp_path / "test_x.py", slips_off) == ["kiosk.shows('home')"]


def test_the_first_of_rows_is_called_so(ground: Playground, tmp_path: Path) -> None:
    lines = recorded(ground, tmp_path / "test_x.py", lambda: walks(ground, "alipay.certificate.payment"))
    assert "kiosk.does('row:do')" in lines


def test_what_was_done_is_there_already_when_it_is_cut_off(ground: Playground, tmp_path: Path) -> None:
    """By a mouse and a keyboard as well as by a finger."""
    kiosk, file = ground.kiosk, tmp_path / "test_x.py"
    Recorder(ground, file, {"size": "1920x1080"})
    assert file.read_text("utf-8").endswith('def test_recorded(kiosk):\n    kiosk.shows("home")\n')
    assert '@pytest.mark.kiosk(size="1920x1080")' in file.read_text("utf-8")
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, pos=kiosk.middle(kiosk.find("tile.wechat")))
    kiosk.shows("wechat.official_account")
    ground.by_keys()
    ground.kiosk.touch("next")
    ground.kiosk.shows("wechat.identify")
    ground.kiosk.settle()
    assert file.read_text("utf-8").splitlines()[-4:] == [
        f"    kiosk.{line}"
        for line in (
            'touch("tile.wechat")',
            'shows("wechat.official_account")',
            'touch("next")',
            'shows("wechat.identify")',
        )
    ]
    ground.kiosk.finger_on(ground.kiosk.find("key.5"))
    ground.kiosk.settle()
    assert file.read_text("utf-8").endswith('    kiosk.types("field.number", NOT_KEPT)\n')
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_everybody_can_be_asked_for(ground: Playground) -> None:
    today, people = ground.demo.world.clock().date(), ground.demo.people
    asked = [asked_for(one, people, today) for one in people]
    assert None not in asked and len({str(one) for one in asked}) == len(people)


def test_the_command_records_until_it_is_ended(tmp_path: Path) -> None:
    file = tmp_path / "test_x.py"
    command = [sys.executable, "main.py", "record", "--out", str(file), "--language", "en"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as kiosk:
        assert kiosk.stdout is not None
        assert kiosk.stdout.readline() == f"kiosk: what is touched is written to {file}\n"
        kiosk.terminate()
    assert kiosk.returncode == 0
    assert 'language="en"' in file.read_text("utf-8")
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (again.returncode, again.stderr) == (1, f"kiosk: {file} is there already\n")
