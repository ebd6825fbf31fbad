"""Moving through the tables: a session is a value, going on makes a new one, Back is the one before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from domain.flows.steps import ENDED_WHILE_CLOSED, SHOWN_WHILE_CLOSED, Menu, Step
from domain.flows.visit import Identity, Visit
from domain.forms.fields import Answers

END = "end"
"""Where a flow stops: Home, with nothing left behind."""

NOTHING: Mapping[str, Answers] = {}
CLOSED = "closed"
"""The channel's own screen of that name, which says that it takes no business now."""
ANYWHERE: Mapping[str, str] = {"home": END, "idle": END, "closing": CLOSED}
"""What may happen on every screen, declared once: 首页 is touched, nobody touches anything, the channel closes."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One row: what is shown, where each outcome leads (the usual one first), and where it stands in the guide.

    `code` is the screen's code in the flows' description (W10); `section` the guide's (一(三)1);
    `counts` says whether it is one of the steps that 第 x 步 counts.
    """

    step: Step
    to: Mapping[str, str]
    code: str
    section: str
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow of the guide, within its channel: its screens are worked out from the table (`catalogue.way`).

    It takes the usual way, but for `choices`: outcomes with spaces between them, in their order. `begin` is the screen
    where it begins; empty for the channel's first.
    """

    name: str
    section: str
    choices: str = ""
    begin: str = "menu"


@dataclass(frozen=True, slots=True)
class Table:
    """A channel's screens by id. Every outcome of every step has a row in `to`; a fork names all its targets.

    A visit begins on `start`; on any of the screens if each is a start. `flows` are those of the guide that lead
    through it.
    """

    channel: str
    start: str
    screens: Mapping[str, Screen]
    flows: tuple[Flow, ...] = ()
    each_is_a_start: bool = False

    @property
    def starts(self) -> Mapping[str, str]:
        """Where a visit begins, by what is asked for: the channel, or one of these screens."""
        return {at: at for at in self.screens} if self.each_is_a_start else {self.channel: self.start}


@dataclass(frozen=True, slots=True)
class Session:
    """Where a visitor is, what they have given, and the session before (None at the start)."""

    at: str
    visit: Visit
    before: "Session | None" = None

    def behind(self) -> "tuple[Session, ...]":
        """The sessions before this one, nearest first."""
        return (self.before, *self.before.behind()) if self.before else ()


Screens = Mapping[str, Screen]
"""The rows of all channels by id: a way may lead from one channel into another."""


def begin(at: str, matter: str = "") -> Session:
    """The start of a visit on a screen, with nothing given yet but the matter that one came for."""
    return Session(at, Visit(channel_of(at), matter=matter))


def channel_of(at: str) -> str:
    """The channel that a screen belongs to: the first part of its id."""
    return at.partition(".")[0]


def advance(screens: Screens, session: Session, outcome: str, visit: Visit) -> Session | None:
    """The session after `outcome`; None at the end. Raises KeyError if the screen has no such outcome.

    A target that is already behind is returned to, not stacked: a picker comes back to the form that asked.
    Another channel knows who the visitor is and what they came for, and nothing else that was given in this one.
    """
    target = {**screens[session.at].to, **ANYWHERE}[outcome]
    if target == END:
        return None
    if target == CLOSED:
        return _closed(session)
    earlier = next((behind for behind in session.behind() if behind.at == target), None)
    if earlier:
        done = isinstance(screens[target].step, Menu)
        return replace(earlier, visit=replace(visit, matter="") if done else visit)
    if channel_of(target) != channel_of(session.at):
        return _elsewhere(target, visit, session)
    return Session(target, visit, replace(session, visit=visit))


def admitted(screens: Screens, session: Session, closed: Callable[[str], bool]) -> Session:
    """The session; or what `closing` leads to where its screen would begin business and its channel takes none now."""
    if not closed(channel_of(session.at)) or isinstance(screens[session.at].step, SHOWN_WHILE_CLOSED):
        return session
    return _closed(session)


def closes(screens: Screens, session: Session, closed: Callable[[str], bool]) -> bool:
    """Whether `closing` happens on the screen that is shown: a payment that has begun comes to its end first."""
    return closed(channel_of(session.at)) and not isinstance(screens[session.at].step, ENDED_WHILE_CLOSED)


def _closed(session: Session) -> Session:
    """The channel's own screen that says so. Behind it is what was before the channel, such as a matter."""
    channel = channel_of(session.at)
    outside = next((behind for behind in session.behind() if channel_of(behind.at) != channel), None)
    return _elsewhere(f"{channel}.{CLOSED}", session.visit, outside)


def _elsewhere(at: str, visit: Visit, before: Session | None) -> Session:
    """On a screen of another channel, where nobody has logged in."""
    return Session(at, Visit(channel_of(at), who=Identity(visit.who.visitor), matter=visit.matter), before)


def back(screens: Screens, session: Session, filled: Mapping[str, Answers] = NOTHING) -> Session | None:
    """The session before, as it was left, with what has been `filled` in here, by form: it is there on the next way.

    Not so while nobody has proved who they are, as a screen that looks like the start is the next visitor's, nor in
    another channel. None (Home) at the start and where the step allows no way back.
    """
    before = session.before if screens[session.at].step.back else None
    if before is None or before.visit.who.visitor is None or channel_of(before.at) != channel_of(session.at):
        return before
    return replace(before, visit=replace(before.visit, filled={**before.visit.filled, **filled}))


def position(screens: Screens, session: Session) -> tuple[int, int] | None:
    """(x, n) of 第 x 步，共 n 步: the counted screens behind and here, and those still ahead on the usual way.

    What is not counted and leads back, as a picker does, belongs to the step that it comes back to. What leads on or
    ends there is beside the way: nothing is counted on it, for the count of a way must not change.
    """
    here, behind = screens[session.at], session.behind()
    counted = [s.at for s in (session, *behind) if screens[s.at].counts]
    leads_back = next(iter(here.to.values()), END) in {s.at for s in behind}
    if not counted or not (here.counts or leads_back):
        return None
    ahead, at = 0, screens[counted[0]]
    seen = {s.at for s in (session, *session.behind())}
    while (following := next(iter(at.to.values()), END)) != END and following not in seen:
        seen.add(following)
        at = screens[following]
        ahead += at.counts
    return len(counted), len(counted) + ahead
