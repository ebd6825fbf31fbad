"""The paper on the screen: pages of the PDF that the shown step holds."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtQuick import QQuickImageProvider

from viewmodels.shell.navigation import NavigationViewModel


class PageImages(QQuickImageProvider):
    """`image://page/<paper's serial>/<page, from 0>/<page's width>/<strip's top>/<strip's height>`, in pixels.

    Nothing is kept: the step draws it, and once it is left there is nothing to be seen.
    """

    def __init__(self, navigation: NavigationViewModel) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._navigation = navigation

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        from viewmodels.steps.paper import PaperViewModel

        step = self._navigation.step
        _, *place = (int(part) for part in id.split("/"))
        image = step.draw(*place) if isinstance(step, PaperViewModel) else _blank()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def requestPixmap(self, id: str, size: QSize, requested: QSize) -> QPixmap:
        return QPixmap.fromImage(self.requestImage(id, size, requested))


def _blank() -> QImage:
    """In the place of a page that is gone."""
    white = QImage(1, 1, QImage.Format.Format_Grayscale8)
    white.fill(255)
    return white
