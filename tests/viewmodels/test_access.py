"""How a visitor wants the screens: chosen at any moment, and as it was before for the next one."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Signal

from adapters.assets.words import catalogues
from commands.places import ASSETS
from domain.flows.engine import Screen
from domain.flows.visit import Visit
from tests.alone import HOME_S
from tests.payment.hall import NOON
from viewmodels.parts import Finish, Parts
from viewmodels.shell.access import Access, AccessViewModel, Size
from viewmodels.shell.shell import ShellViewModel
from viewmodels.step import StepViewModel
from viewmodels.words.language import CHINESE, Language

CHOICES: dict[str, Callable[[AccessViewModel], None]] = {
    "size": lambda access: access.chooseSize("largest"),
    "contrast": lambda access: access.chooseContrast("dark"),
    "reach": lambda access: access.reach("on"),
    "language": AccessViewModel.speakOther,
}


def chosen(access: AccessViewModel) -> tuple[Access, str]:
    return access.state, access.language.tag


STANDARD = (Access(), CHINESE)


class Blank(StepViewModel):
    """A step that shows nothing."""

    changed = Signal()


@pytest.fixture
def shell(parts: Parts) -> ShellViewModel:
    return opened(parts)


def opened(parts: Parts) -> ShellViewModel:
    language = Language(catalogues(ASSETS / "words"))

    def make(screen: Screen, visit: Visit, finish: Finish) -> StepViewModel:
        return Blank(language)

    shell = ShellViewModel(lambda: NOON, demo=False, language=language)
    shell.open(make, "示范办税服务厅", parts)
    return shell


def test_what_is_chosen_is_chosen(shell: ShellViewModel) -> None:
    access = shell.access
    assert (access.scale, access.contrast, access.low) == (1.0, "normal", False)
    access.chooseSize("larger")
    access.chooseContrast("high")
    access.reach("on")
    assert (access.scale, access.contrast, access.low) == (1.3, "high", True)
    for rows, one in ((access.sizes, "larger"), (access.contrasts, "high"), (access.reaches, "on")):
        assert [row["id"] for row in rows if row["chosen"]] == [one]
    access.reach("off")
    assert not access.low


def test_the_strip_names_the_language_that_is_not_spoken(shell: ShellViewModel) -> None:
    access = shell.access
    assert (access.otherLanguage, access.openText) == ("English", "字号")
    access.speakOther()
    assert (access.otherLanguage, access.openText) == ("中文", "Text size")
    assert [row["title"] for row in access.languages if row["chosen"]] == ["English"]
    access.speakOther()
    assert access.language.tag == CHINESE


@pytest.mark.parametrize("choice", CHOICES)
def test_a_visitor_takes_it_along_and_leaves_nothing_of_it(shell: ShellViewModel, choice: str) -> None:
    access = shell.access
    CHOICES[choice](access)
    assert chosen(access) != STANDARD
    shell.navigation.begin("wechat")
    for _ in range(HOME_S + 1):
        shell.touched()
        shell.tick()
    assert chosen(access) != STANDARD
    shell.navigation.home()
    assert chosen(access) == STANDARD


@pytest.mark.parametrize("choice", CHOICES)
def test_a_fault_that_ends_the_visit_ends_it_too(shell: ShellViewModel, choice: str) -> None:
    shell.navigation.begin("wechat")
    CHOICES[choice](shell.access)
    shell.navigation.break_off()
    assert chosen(shell.access) == STANDARD


@pytest.mark.parametrize("choice", CHOICES)
def test_who_chose_at_home_and_went_away_is_not_the_next(shell: ShellViewModel, choice: str) -> None:
    CHOICES[choice](shell.access)
    wanted = chosen(shell.access)[1]
    for _ in range(HOME_S - 1):
        shell.tick()
    shell.touched()
    assert (shell.access.language.tag == wanted and shell.access.state != Access()) or choice == "language"
    for _ in range(HOME_S):
        shell.tick()
    assert chosen(shell.access) == STANDARD


def test_where_the_panel_hangs_high_all_that_is_needed_is_low_for_everybody(parts: Parts) -> None:
    """From the start, and again after whoever wanted it otherwise: who left, and who chose at Home and went away."""
    shell = opened(replace(parts, premises=replace(parts.premises, high=True)))
    access = shell.access
    assert access.state == Access(low=True)
    for _ in range(2 * HOME_S):
        shell.tick()
    assert access.state == Access(low=True)
    shell.navigation.begin("wechat")
    access.reach("off")
    assert access.state == Access()
    shell.navigation.home()
    assert access.state == Access(low=True)
    access.reach("off")
    for _ in range(HOME_S):
        shell.tick()
    assert access.state == Access(low=True)
    access.reach("off")
    access.standard()
    assert access.state == Access(low=True)


def test_all_is_taken_back_at_once_and_one_goes_on_choosing(shell: ShellViewModel) -> None:
    shell.sheets.toggle("access")
    for choose in CHOICES.values():
        choose(shell.access)
    shell.access.standard()
    assert chosen(shell.access) == STANDARD and shell.sheets.shown == "access"


def test_one_sheet_lies_over_the_screen_and_is_gone_on_another(shell: ShellViewModel) -> None:
    sheets = shell.sheets
    shell.access.chooseSize("large")
    for touched, shown in (("access", "access"), ("access", ""), ("help", "help"), ("access", "access")):
        sheets.toggle(touched)
        assert sheets.shown == shown
    sheets.close()
    assert sheets.shown == ""
    sheets.toggle("help")
    shell.navigation.begin("wechat")
    assert sheets.shown == "" and shell.access.state == Access(size=Size.LARGE)


def test_sizes_are_shown_as_large_as_they_are(shell: ShellViewModel) -> None:
    assert [row["scale"] for row in shell.access.sizes] == [1.0, 1.15, 1.3, 1.5]
