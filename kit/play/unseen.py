"""A walk with the screen dark: only keys, and what was spoken. What is done by hand is done once it was asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit.play.playground import MakePlayground, Playground
from kit.play.probe import NotThere
from kit.play.walkthrough import Look, Played, wrong
from kit.simulators.ears import Heard
from kit.walks import EVERY
from kit.walks.stops import CARD, PHONE
from kit.walks.unseen import UNSEEN, WAIT, Errand
from viewmodels.words import speech

NEXT, OK = Qt.Key.Key_Right, Qt.Key.Key_Return
MOST = 100
"""Nobody presses keys more often for one thing."""
NOT_NOW = str(speech.NOT_NOW)
NEXT_PAGE = "下一页"


def play(flows: list[str], out: Path, look: Look, make: MakePlayground) -> int:
    """Play flows so, and write into the folder `out` what was heard: 0 if all end well, 1 if not, 2 for a wrong name.

    If none is named: all that can be played so.
    """
    if unknown := [flow for flow in flows if flow not in UNSEEN]:
        print(f"kiosk: nobody goes through {', '.join(unknown)} unseen, but through {', '.join(UNSEEN)}")
        return 2
    out.mkdir(parents=True, exist_ok=True)
    played = [_play(flow, out, look, make) for flow in flows or UNSEEN]
    return int(any(one.error for one in played))


def _play(flow: str, out: Path, look: Look, make: MakePlayground) -> Played:
    played = Played(flow)
    with make(look.size) as ground:
        listener = Listener(ground)
        try:
            listener.runs(UNSEEN[flow])
            played.orders = ground.orders()
            played.error = wrong(EVERY[flow], played.orders)
        except NotThere as missing:
            played.error = str(missing)
        said = "".join(f"{one.text}\n" for one in listener.heard)
        (out / f"{flow}.txt").write_text(said, "utf-8")
        how = f"{listener.presses:3} keys  {len(listener.heard):3} times spoken"
        print(f"{'FAILED' if played.error else 'ok':7} {flow:32} {how}  {played.error}".rstrip())
    return played


class Listener:
    """Hears all that is said, and knows nothing else. Raises NotThere, with what was heard last."""

    def __init__(self, ground: Playground) -> None:
        self._ground = ground
        voice = ground.demo.voice
        voice.listen()
        assert voice.heard is not None
        self.heard: list[Heard] = voice.heard
        self.presses = self._known = 0

    def runs(self, errand: Errand) -> None:
        """All of it, from an earphone that is plugged in at Home to the last word."""
        self._ground.touch("dock.earphone")
        for part in errand:
            self._waits(part.hears, lambda said, title=part.hears: said.startswith(f"{title}。"))  # type: ignore[misc]
            for want in part.wants:
                self._gets(want)

    def _gets(self, want: str) -> None:
        if want.startswith(WAIT):
            words = want.removeprefix(WAIT)
            self._waits(words, lambda said: words in said)
        elif want.startswith((CARD, PHONE)):
            self._known = len(self.heard)
            self._ground.touch(want)
        else:
            self._finds(want)

    def _finds(self, words: str) -> None:
        """From control to control until it is said, then OK. What was not said in a round may be on the next page."""
        passed: set[str] = set()
        for _ in range(MOST):
            said = self._hears(NEXT)
            if _names(said, words):
                self._known = len(self.heard)
                self._presses(OK)
                return
            if _names(said, NEXT_PAGE) and said in passed:
                passed.clear()
                self._hears(OK)
            passed.add(said)
        raise NotThere(f"nobody said “{words}”; {self._last}")

    def _presses(self, key: Qt.Key) -> None:
        self.presses += 1
        QTest.keyClick(self._ground.kiosk.window, key)

    def _hears(self, key: Qt.Key) -> str:
        """What is said when a key is pressed."""
        before = len(self.heard)
        self._presses(key)
        self._until(lambda: len(self.heard) > before, "anything")
        return self.heard[before].text

    def _waits(self, words: str, wanted: Callable[[str], bool]) -> None:
        """Until it is said; what was said before the last thing was done does not count."""
        self._until(lambda: any(wanted(one.text) for one in self.heard[self._known :]), f"“{words}”")

    def _until(self, condition: Callable[[], bool], what: str) -> None:
        try:
            self._ground.kiosk.until(condition, what)
        except NotThere as missing:
            raise NotThere(f"nobody said {what}; {self._last}") from missing

    @property
    def _last(self) -> str:
        return f"heard last: {' | '.join(one.text for one in self.heard[-3:])}"


def _names(said: str, words: str) -> bool:
    """Whether a control that can be used was said by these words."""
    return NOT_NOW not in said and f"，{words}，" in f"，{said}，"
