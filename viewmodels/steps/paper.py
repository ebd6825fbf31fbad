"""A screen that shows a paper, page by page, as it is printed."""

from typing import ClassVar

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from domain.words import NOTHING, Text
from viewmodels.paging import Paging
from viewmodels.parts import Pages
from viewmodels.step import StepViewModel
from viewmodels.steps.large import LargeViewModel
from viewmodels.typed import Property
from viewmodels.words.language import Language, said

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE_BY_PAGE = Paging(size=1)
A4 = 2**0.5
"""Height over width of a page that is not there yet."""


@QmlElement
class PaperViewModel(StepViewModel):
    """`demo`: what is shown is a sample. What is shown, and which page of it, each screen says, by `changed`."""

    changed: SignalInstance
    leafed = Signal()
    NOTIFIES: ClassVar[tuple[str, ...]] = (*StepViewModel.NOTIFIES, "leafed")

    def __init__(self, demo: bool, language: Language, parent: QObject | None = None) -> None:
        super().__init__(language, parent)
        self._demo = demo
        self._large = LargeViewModel(language, self)
        self.changed.connect(self.leafed)

    @property
    def shown(self) -> Pages | None:
        """The paper; None while there is none."""
        raise NotImplementedError

    @property
    def papers(self) -> int:
        """Counts papers from 1, so that pictures are made anew; 0 while there is none to be seen."""
        raise NotImplementedError

    @property
    def paging(self) -> Paging:
        """Of its pages, one shown at a time."""
        raise NotImplementedError

    @Property(int, notify=leafed)
    def serial(self) -> int:
        return self.papers

    @Property(int, notify=leafed)
    def page(self) -> int:
        return self.paging.page + 1

    @Property(int, notify=leafed)
    def pages(self) -> int:
        return self.paging.pages

    @Property(float, notify=leafed)
    def tallness(self) -> float:
        """Height of the page shown over its width."""
        return self.shown.tallness(self.paging.page) if self.shown else A4

    @Property(str, notify=leafed)
    @said
    def pageText(self) -> Text:
        return self.paging.text if self.papers else NOTHING

    @Property(str, notify=leafed)
    @said
    def sampleText(self) -> Text:
        """That it is a sample; empty outside the demonstration."""
        return Text("样张") if self._demo else NOTHING

    @Property(str, notify=leafed)
    @said
    def sampleRemark(self) -> Text:
        """What that means."""
        return Text("仅供演示，\n没有法律效力") if self._demo else NOTHING

    @Property(LargeViewModel, constant=True)
    def large(self) -> LargeViewModel:
        return self._large

    def draw(self, page: int, width: int, top: int, height: int) -> QImage:
        """The picture of a strip of a page, as `Pages` says."""
        return self.shown.draw(page, width, top, height) if self.shown else QImage()
