"""Puts a teacher beside a terminal."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl

from domain.runtime import Uptime
from kit.demo import Demo
from kit.dock.place import handset_of, people_of
from kit.guide.words import Guide
from kit.teaching.doing import Doing
from kit.teaching.teacher import TeacherViewModel
from ui.terminal import Terminal
from viewmodels.backend import Backend

HERE = Path(__file__).parent
AWAKE_MS = 1000
"""Whoever thinks, or listens to a teacher, is there: a lesson has patience of its own."""
OVER, BESIDE = (QUrl.fromLocalFile(HERE / name) for name in ("Lesson.qml", "LessonBeside.qml"))


def place(terminal: Terminal, backend: Backend, guide: Guide, uptime: Uptime) -> TeacherViewModel:
    """Where the world behind the screens is pretended, and nowhere else."""
    demo, shell, window = backend.pretended, terminal.shell, terminal.window
    assert isinstance(demo, Demo)
    doing = Doing(handset_of(terminal, backend, demo), people_of(terminal, demo), demo)
    voice = backend.parts.aloud.voice
    teacher = TeacherViewModel(shell.language, shell.navigation, window.terminal, doing, guide, voice, uptime, shell)
    awake = QTimer(teacher, interval=AWAKE_MS)
    awake.timeout.connect(shell.touched)
    awake.start()
    window.lay_over(OVER, teacher)
    if window.root.property("landscape"):
        window.show_beside(BESIDE, teacher)
    return teacher
