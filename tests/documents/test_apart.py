"""Typst works in a process of its own, which is there no longer than it is wanted."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from adapters.documents.typesetter import ROOT, SETTING, TypstTypesetter
from domain.certificates.certificate import CertificateKind
from domain.certificates.paper import Media, TypesettingFailed
from tests.documents.samples import HALL, certificate
from tests.tools.children import children

PAPER = certificate(CertificateKind.TAX)


OTHERS: set[int] = set()
"""Those that typesetters of other tests have kept."""


def at_work() -> list[int]:
    """This process's children that set papers here."""
    return [child for child in children(os.getpid(), SETTING[-1]) if child not in OTHERS]


@pytest.fixture(autouse=True)
def _others(real: TypstTypesetter, sample: TypstTypesetter) -> None:
    real.forget()
    sample.forget()
    OTHERS.clear()
    OTHERS.update(at_work())


def test_from_the_first_paper_until_it_is_to_forget(real: TypstTypesetter) -> None:
    first = real.set(PAPER, 1, Media.A4)
    assert len(at_work()) == 1
    real.set(certificate(CertificateKind.PAYMENT), 1, Media.A4)
    assert len(at_work()) == 1
    real.forget()
    assert not at_work()
    assert real.set(PAPER, 1, Media.A4) == first
    real.forget()


def test_one_that_is_expected_sets_the_first_paper(real: TypstTypesetter) -> None:
    real.expect()
    begun = at_work()
    assert len(begun) == 1
    real.set(PAPER, 1, Media.A4)
    real.expect()
    assert at_work() == begun
    real.forget()


def test_a_trial_leaves_none(sample: TypstTypesetter) -> None:
    sample.warm_up()
    assert not at_work()


def test_it_goes_with_who_wanted_it() -> None:
    typesetter = TypstTypesetter(Path("nowhere"), HALL, sample=False)
    with pytest.raises(TypesettingFailed):
        typesetter.set(PAPER, 1, Media.A4)
    assert at_work()
    del typesetter
    assert not at_work()


def test_one_that_has_been_ended_is_replaced(real: TypstTypesetter) -> None:
    first = real.set(PAPER, 1, Media.A4)
    (process,) = at_work()
    os.kill(process, signal.SIGKILL)
    with pytest.raises(TypesettingFailed, match=r"^tax\.typ cannot be set: Typst has ended$"):
        real.set(PAPER, 1, Media.A4)
    assert real.set(PAPER, 1, Media.A4) == first
    real.forget()


def test_it_ends_with_its_orders() -> None:
    done = subprocess.run(SETTING, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
