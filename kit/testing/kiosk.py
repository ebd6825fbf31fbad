"""The fixture `kiosk`: a finger at the terminal, and eyes; each call waits until what it is about is there."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from domain.flows.catalogue import SCREENS
from domain.payment.order import Order
from domain.readers.reading import Card
from kit.names.reading import Named, names_on
from kit.play.probe import Kiosk
from kit.testing.sentences import NotSo, no_such
from kit.testing.someone import Someone
from kit.testing.told import told
from kit.testing.venue import Venue
from kit.testing.ways import HOME, is_screen, way_to
from kit.walks.stops import CARD, PERSON, SMS
from viewmodels.steps.form import FormViewModel
from viewmodels.words.sentences import LOADING

if TYPE_CHECKING:
    from PIL.Image import Image

LEAVE = "home.leave"
"""What is touched where the terminal asks whether one wants to go Home."""


class TestedKiosk:
    """Each call raises NotSo when patience is over, with a sentence for the tester."""

    __test__ = False  # pytest would take it for a class of tests
    called = "kiosk"

    def __init__(self, venue: Venue) -> None:
        self.venue = venue

    def __repr__(self) -> str:
        return f"<kiosk on {self.screen}>" if self.venue.is_open else "<kiosk, not open yet>"

    @property
    def probe(self) -> Kiosk:
        """For who wants to know more of the window than the names say."""
        return self.venue.ground.kiosk

    @property
    def screen(self) -> str:
        """The id of the screen that is shown now."""
        return str(self.venue.ground.terminal.shell.navigation.screen)

    @property
    def texts(self) -> list[str]:
        """Every text on the terminal now."""
        return self.probe.texts()

    @property
    def orders(self) -> Sequence[Order]:
        """What was to be paid so far, oldest first: `orders[-1].fen`, `orders[-1].state`."""
        return self.venue.ground.orders()

    def names(self) -> tuple[Named, ...]:
        """Everything on this page of the screen that has a name."""
        return names_on(self.probe)

    @told
    def shows(self, screen: str) -> None:
        """Wait for a screen, until it has loaded what it shows."""
        if not is_screen(screen) and not self.probe.has(screen):
            raise NotSo(no_such("screen", screen, SCREENS))
        self.probe.shows(screen)
        self._rests()

    @told
    def touch(self, name: str = "", *, role: str = "", label: str = "") -> None:
        """A finger on a control: by its name, by what it shows, or by role and label as they are read out."""
        wanted = name or label
        if not wanted:
            raise NotSo("say what is to be touched: a name, what it shows, or its label")
        self._rests()
        probe = self.probe
        probe.touch(probe.wait(lambda: self._control(name, role, label), f"“{wanted}”" if label else wanted))

    @told
    def says(self, words: str, part: str = "") -> str:
        """Wait for a text, by a part of it or by its name, and then for a `part` of it; all of it.

        Of a field: what was typed.
        """
        what = f"“{words}”{f' with “{part}” in it' if part else ''}"
        return self.probe.wait(lambda: self._said(words, part), what)

    @told
    def types(self, field: str, text: str) -> None:
        """Touch a field, and each key on the screen; what its keys do not have comes as from an input method."""
        self.touch(field)
        self.probe.settle()
        if all(self.probe.has(f"key.{character.lower()}") for character in text):
            self.probe.type(text)
        else:
            self.probe.write(text)

    @told
    def holds(self, name: str, until: str) -> None:
        """A finger stays on a control until a screen is shown."""
        self.probe.hold(name, until)

    @told
    def is_given(self, person: Someone) -> None:
        """Where the terminal asks who one is: number and name are typed."""
        ground = self.venue.ground
        if person.invented in ground.demo.people:
            ground.touch(f"{PERSON}{person.name}")
            return
        form, one = ground.terminal.shell.navigation.step, person.invented
        answers = {"kind": one.kind, "number": one.number, "name": one.name, "phone": one.phone}
        if not isinstance(form, FormViewModel) or not form.fill(answers):
            raise NotSo(f"{self.screen} asks for nobody: this is for screens that ask who one is")

    @told
    def reads_card(self, person: Someone) -> None:
        """Their identity card lies on the reader until it was read."""
        board, form, one = self.venue.demo.board, self.venue.ground.terminal.shell.navigation.step, person.invented
        if not isinstance(form, FormViewModel):
            raise NotSo(f"{self.screen} asks for nobody: this is for screens that ask who one is")
        board.put(Card(one.kind, one.number, one.name))
        self.probe.until(lambda: form.read.outcome == "read", "a card that was read")
        board.take_away()

    @told
    def gets_sms(self) -> None:
        """A code is sent to the phone, and typed."""
        self.venue.ground.touch(SMS)

    @told
    def does(self, touch: str) -> None:
        """One touch of a walk by its own word (`kit/walks/stops.py`): `captcha`, `print`, `row:do` …"""
        self.venue.ground.touch(touch)

    @told
    def opens(self, screen: str, person: Someone | None = None) -> None:
        """Go there from Home by the shortest known walk, as its usual person or another."""
        ground = self.venue.ground
        way = way_to(screen, ground.demo.people, person)
        self._goes_home()
        for stop in way[:-1]:
            ground.reaches(stop)
            for touch in stop.touches:
                if person is not None and touch == f"{PERSON}{person.name}":
                    self.is_given(person)
                elif person is not None and touch == f"{CARD}{person.name}":
                    self.reads_card(person)
                else:
                    ground.touch(touch)
        self.shows(screen)

    def picture(self, file: str | Path | None = None) -> "Image":
        """The terminal's picture, once all on it stands still; kept as `file` if one is named."""
        from PIL import Image

        self._rests()
        self.probe.rest()
        image = self.probe.picture().convertToFormat(QImage.Format.Format_RGB888)
        size, stride = (image.width(), image.height()), image.bytesPerLine()
        picture = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", stride, 1).copy()
        if file is not None:
            picture.save(file)
        return picture

    def png(self) -> bytes:
        """The same as a file's content."""
        from io import BytesIO

        content = BytesIO()
        self.picture().save(content, "png")
        return content.getvalue()

    def _rests(self) -> None:
        loading = self.venue.ground.terminal.language.say(LOADING)
        self.probe.until(lambda: not self.probe.says(loading), "what is being loaded")

    def _goes_home(self) -> None:
        if self.screen != HOME:
            self.touch("home")
            self.probe.until(lambda: self.screen == HOME or self.probe.has(LEAVE), HOME)
            if self.screen != HOME:
                self.touch(LEAVE)
        self.shows(HOME)

    def _control(self, name: str, role: str, label: str) -> str | None:
        """What a control is called, on this page or the next that is turned to; None as long as it is not there."""
        if name and (self.probe.has(name) or ("." in name and self.probe.turn_to(name))):
            return name
        found = [one for one in self.names() if one.touched and one.is_called(name or label, role)]
        exact = [one for one in found if one.label == (name or label)]
        found = exact or found
        if len(found) > 1:
            called = ", ".join(one.name for one in found)
            raise NotSo(f"{len(found)} controls say “{name or label}”: touch one of {called} by its name")
        if not found:
            self._turn()
            return None
        return found[0].name

    def _turn(self) -> None:
        for turn in ("page.next", "page.previous"):
            if self.probe.has(turn) and self.probe.find_shown(turn).isEnabled():
                self.probe.tap(self.probe.find(turn))
                self.probe.settle()
                return

    def _said(self, words: str, part: str) -> str | None:
        named = next((one for one in self.names() if one.name == words and one.shown), None)
        if named is not None:
            said = named.value if named.typed else named.says
            return said if part in said else None
        return next((text for text in self.texts if words in text), None) if self.probe.says(words) else None
