"""A flow as somebody learns it: who touches what is ringed, and has the teacher do what is somebody else's to do."""

from pathlib import Path
from time import perf_counter

from kit.guide.words import Guide
from kit.play.playground import Playground, PlaygroundMaker
from kit.play.probe import NotThere
from kit.play.walkthrough import Look, Played, wrong
from kit.simulators.ears import Overheard
from kit.teaching.lesson import is_taught
from kit.teaching.place import place
from kit.teaching.teacher import TeacherViewModel
from kit.teaching.words import taught
from kit.walks import EVERY
from ui.terminal import Terminal
from viewmodels.backend import Backend

MOST = 120
"""No flow has more to do."""


def play(flows: list[str], out: Path, look: Look, make: PlaygroundMaker, guide: Guide) -> int:
    """Learn flows so, with a picture of each thing to do in the folder `out`: 0 if all end well, 1 if not.

    If none is named: all that the guide teaches. 2 for a wrong name.
    """
    if unknown := [flow for flow in flows if not is_taught(flow)]:
        print(f"kiosk: {', '.join(unknown)} is not taught; ./kiosk flows lists flows")
        return 2
    out.mkdir(parents=True, exist_ok=True)
    played = [_play(flow, out, look, make, guide) for flow in flows or taught(guide)]
    return int(any(one.error for one in played))


def _play(flow: str, out: Path, look: Look, make: PlaygroundMaker, guide: Guide) -> Played:
    played, learner = Played(flow), Learner()

    def beside(terminal: Terminal, backend: Backend) -> None:
        learner.teacher = place(terminal, backend, guide, perf_counter)

    try:
        with make(look.size, beside=beside) as ground:
            ground.speak(look.language)
            ground.enlarge(look.scale)
            learner.learns(flow, ground, out)
            played.orders = ground.orders()
            played.error = wrong(EVERY[flow], played.orders)
    except NotThere as missing:
        played.error = str(missing)
        if missing.picture is not None:
            missing.picture.save(str(out / f"{flow}-failed.png"))
    print(f"{'FAILED' if played.error else 'ok':7} {flow:48} {learner.done:3} things  {played.error}".rstrip())
    return played


class Learner:
    """Somebody who sees the ring, reads the sentence, and does both. `done` counts the things that they did."""

    teacher: TeacherViewModel

    def __init__(self) -> None:
        self.done = 0

    def learns(self, flow: str, ground: Playground, out: Path) -> None:
        """Begin a flow, and do what is said until it is over. Raises NotThere where nothing leads on."""
        teacher, kiosk = self.teacher, ground.kiosk
        if isinstance(voice := ground.demo.voice, Overheard):
            voice.listen()
        kiosk.find_shown("lesson.list")
        teacher.begin(flow)
        while self.done < MOST:
            kiosk.until(self._knows, "something to do")
            kiosk.rest()
            if teacher.state.over:
                kiosk.find_shown("lesson.report")
                return
            if not self._knows():
                continue
            kiosk.picture().save(str(out / f"{flow}-{self.done + 1:02d}.png"))
            self.done += 1
            kiosk.touch(str(teacher.state.name) or "lesson.help")
            kiosk.settle()
        raise NotThere(f"{flow} has not ended after {MOST} things")

    def _knows(self) -> bool:
        return self.teacher.state.over or bool(self.teacher.state.name) or bool(self.teacher.helpText)
