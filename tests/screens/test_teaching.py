"""跟我学 at a real window: three flows from the list to the report, a wrong touch, Back, and trying alone."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import perf_counter

import pytest

import main
from kit.guide.words import Guide
from kit.play.playground import Playground
from kit.play.taught import play
from kit.play.walkthrough import Look
from kit.simulators.ears import Overheard
from kit.teaching.classroom import Classroom
from kit.teaching.place import place
from kit.teaching.teacher import TeacherViewModel
from ui.terminal import Beside, Terminal
from viewmodels.backend import Backend

GUIDE = Guide(main.ASSETS / "guide")
TAUGHT = {
    "wechat.flexible.pay_self": "1080x1920",
    "tax_app.bank_account": "1920x1080",
    "wechat.certificate.payment.to_the_phone": "1080x1920",
}
"""A payment, the longest form, and a paper that goes to the phone."""


@contextmanager
def lesson(store: Path, flow: str) -> Iterator[tuple[Playground, TeacherViewModel]]:
    teachers: list[TeacherViewModel] = []

    def beside(terminal: Terminal, backend: Backend) -> None:
        teachers.append(place(terminal, backend, GUIDE, perf_counter))

    with main.playground(main.SIZES["1080x1920"], store, beside) as ground:
        assert isinstance(ground.demo.voice, Overheard)
        ground.demo.voice.listen()
        ground.kiosk.touch(f"lesson.flow.{flow}")
        ground.kiosk.until(lambda: bool(teachers[0].state.name), "a ring")
        yield ground, teachers[0]


@pytest.mark.parametrize("flow", TAUGHT)
def test_who_touches_what_is_ringed_learns_a_flow(store: Path, tmp_path: Path, flow: str) -> None:

    def make(
        size: tuple[int, int] | None, *, beside: Beside | None = None, bureau: bool = False
    ) -> AbstractContextManager[Playground, bool | None]:
        return main.playground(size, store, beside)

    assert play([flow], tmp_path, Look(main.SIZES[TAUGHT[flow]]), make, GUIDE) == 0


def test_a_wrong_touch_is_told_kindly_and_leads_nowhere(store: Path) -> None:
    with lesson(store, "wechat.flexible.pay_self") as (ground, teacher):
        ground.kiosk.tap(ground.kiosk.find("tile.alipay"))
        ground.kiosk.until(lambda: teacher.state.wrong, "a word")
        assert ground.kiosk.text("lesson.detail") == "这一步不点这里，没关系"
        assert ground.kiosk.has("home"), "the touch was passed on"
        ground.kiosk.touch("tile.wechat")
        ground.kiosk.shows("wechat.official_account")
        assert not teacher.state.wrong
        ground.kiosk.touch("back")
        ground.kiosk.shows("home")
        ground.kiosk.until(lambda: teacher.state.name == "tile.wechat", "the ring where it was")
        assert teacher.state.lesson is not None and teacher.state.lesson.errors == 1


def test_who_tries_alone_sees_no_ring_and_is_told_how_it_went(store: Path) -> None:
    with lesson(store, "wechat.entry.official_account") as (ground, teacher):
        teacher.again(True)
        ground.kiosk.touch("tile.alipay")
        ground.kiosk.shows("alipay.city_hall")
        ground.kiosk.until(lambda: teacher.wrong, "a word")
        ground.kiosk.touch("back")
        for touch in ("tile.wechat", "next"):
            ground.kiosk.touch(touch)
        ground.kiosk.shows("wechat.identify")
        assert not teacher.state.name and teacher.state.ring.isNull()
        teacher.help()
        ground.kiosk.touch("next")
        ground.kiosk.shows("wechat.menu")
        assert ground.kiosk.text("lesson.outcome") == "自己做完了！"
        assert ground.kiosk.text("lesson.took").endswith("点错 1 次")


def test_who_thinks_for_long_is_not_sent_home(store: Path) -> None:
    with lesson(store, "wechat.flexible.pay_self") as (ground, _):
        idle = ground.terminal.shell.idle
        ground.kiosk.touch("tile.wechat")
        ground.kiosk.shows("wechat.official_account")
        for _ in range(idle.state.limit_s // 2):
            idle.tick(held=False)
        ground.kiosk.until(lambda: idle.state.alone_s == 0, "patience")
        assert ground.kiosk.has("wechat.official_account")


def test_what_is_to_be_done_is_said_aloud(store: Path) -> None:
    with lesson(store, "wechat.flexible.pay_self") as (ground, _):
        voice = ground.demo.voice
        assert isinstance(voice, Overheard)
        ground.kiosk.until(lambda: bool(voice.heard), "a sentence")
        said = len(voice.heard or ())
        ground.kiosk.touch("lesson.hear")
        ground.kiosk.until(lambda: len(voice.heard or ()) > said, "the same once more")
        assert voice.heard is not None and {one.text for one in voice.heard[-2:]} == {voice.heard[-1].text}


def test_nothing_is_pretended_where_all_is_real(store: Path) -> None:
    with main.playground(main.SIZES["1080x1920"], store) as ground:
        help_ = ground.terminal.shell.help
        told: list[str] = [help_.teachText]
        help_.offer(lambda: None)
        told.append(help_.teachText)
        ground.touch("tile.wechat")
        ground.kiosk.shows("wechat.official_account")
        assert [*told, help_.teachText] == ["", "跟我学，练一练", ""], "where there is a teacher, and nobody is served"


def test_a_class_sees_the_terminal_the_finger_and_what_to_touch(store: Path) -> None:
    with lesson(store, "wechat.flexible.pay_self") as (ground, teacher):
        room = Classroom(ground.terminal.window, teacher)
        ground.kiosk.touch("tile.wechat")
        ground.kiosk.shows("wechat.official_account")
        ground.kiosk.until(lambda: teacher.state.name == "next", "what to touch")
        before = room.pictures
        ground.kiosk.until(lambda: room.pictures > before + 1, "a picture of the terminal")
        seen = {item.property("text") for item in ground.kiosk.below(room.window.contentItem())}
        assert {"跟我学", "请点【社保缴费】", "到现在点错 0 次"} <= seen
        now = [row for row in teacher.stations if row["now"]]
        assert [(row["number"], row["title"]) for row in now] == [("2", "公众号进入")]
        room.close()
