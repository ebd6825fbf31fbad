"""A question to the tax system, as the visitor is told of it while it goes on."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject

from domain.ports import Unreachable
from viewmodels.asking import Asking, TaxQuestion
from viewmodels.parts import Parts
from viewmodels.words.sentences import LOADING, TAX_UNREACHABLE

Until = Callable[[Callable[[], bool]], None]


def test_a_long_wait_is_spoken_of_and_the_answer_counts(parts: Parts, until: Until) -> None:
    stands, answers, go, owner = list[Asking](), list[str](), threading.Event(), QObject()
    question = TaxQuestion(parts.worker, owner, stands.append)

    def job() -> str:
        assert go.wait(10)
        return "enrolled"

    question.ask(job, answers.append)
    assert stands == [Asking.ASKED]
    assert (stands[-1].loading, stands[-1].says) == (True, "")
    until(lambda: len(stands) == 2)
    assert (stands[-1], stands[-1].loading, stands[-1].says) == (Asking.SLOW, True, LOADING)
    go.set()
    until(lambda: bool(answers))
    assert (answers, len(stands)) == (["enrolled"], 2)


def test_silence_is_told_and_asked_about_again(parts: Parts, until: Until) -> None:
    stands, answers, owner = list[Asking](), list[str](), QObject()
    question = TaxQuestion(parts.worker, owner, stands.append)

    def silent() -> str:
        raise Unreachable

    question.ask(silent, answers.append)
    until(lambda: len(stands) == 2)
    assert (stands[-1].silent, stands[-1].loading, stands[-1].says) == (True, False, TAX_UNREACHABLE)
    question.ask(lambda: "enrolled", answers.append)
    assert stands[-1] is Asking.ASKED
    until(lambda: answers == ["enrolled"])


def test_what_was_answered_says_nothing() -> None:
    answered = Asking.ANSWERED
    assert (answered.loading, answered.silent, answered.says) == (False, False, "")
