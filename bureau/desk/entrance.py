"""The way in: who somebody is, by number, passphrase and a code of their phone; and what they sign by another code."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bureau.desk import keys
from bureau.desk.parts import Desk
from domain.desk.deeds import Mistaken, SignedIn
from domain.desk.member import Keys, MemberState
from domain.lives.events import Impossible
from domain.logs import bureau as events
from domain.logs.event import Sentence
from domain.logs.log import Log
from domain.times import lasting
from domain.words import Text
from storage.bureau.desk_sessions import DeskSession

log = Log("bureau.desk")
WRONG = Text("工号、口令或动态码不对，请检查。")
WRONG_CODE = Text("动态码不对，或者已经用过了。请等手机上换一个再填。")
EARLY = Text("连续输错太多次。请等{wait}再试，这一次没有核对。")
OVER = Text("已经有人登记过，请重新登录")
DIFFERENT = Text("两次填的口令不一样")
SAME = Text("请换一个口令，不要用收到的这一个")


@dataclass(frozen=True, slots=True)
class Entrance:
    """Its methods take their time. A try counts as a wrong one before it is looked at."""

    desk: Desk

    def admits(self, number: str, passphrase: str, code: str, address: str) -> str | Text:
        """What the browser of who is admitted is to have; else why nobody is, the same whatever was wrong."""
        desk, now = self.desk, self.desk.now()
        if wait := desk.tries.count(number, address, now):
            log.warning(events.SignInEarly())
            return early(wait)
        found = desk.staff.find(number)
        right = keys.is_passphrase(passphrase, found.passphrase if found else None)
        if not (found and right and self._proved(found, code, now)):
            self._mistaken(found)
            return WRONG
        desk.tries.right(number, address, now)
        enters = found.member.state is MemberState.NEW
        if not enters:
            desk.staff.did(number, SignedIn(), now)
        log.info(events.SignedIn(number))
        return desk.sessions.begin(number, now, enters)

    def signs(self, number: str, code: str, address: str) -> Text | None:
        """Whether this is a code of theirs that is good now; None if it is, and then it is used up. Else why not."""
        desk, now = self.desk, self.desk.now()
        if wait := desk.tries.count(number, address, now):
            return early(wait)
        found = desk.staff.find(number)
        if not (found and found.member.state is MemberState.ACTIVE and self._proved(found, code, now)):
            self._mistaken(found)
            return WRONG_CODE
        desk.tries.right(number, address, now)
        return None

    def secret(self, session: DeskSession) -> str:
        """That of the second factor which is being set up, the same until it is proved."""
        if session.secret:
            return session.secret
        secret = keys.new_secret(self.desk.parts.runtime)
        self.desk.sessions.keep_secret(session.id, secret)
        return secret

    def binds(self, session: DeskSession, passphrase: str, again: str, code: str) -> str | Text:
        """A passphrase and a second factor of one's own: what the browser is to have from now on. Else why not."""
        desk, now, number = self.desk, self.desk.now(), session.member
        found = desk.staff.find(number)
        if found is None or session.secret is None:
            return OVER
        if problem := keys.problem_of(passphrase, number) or (DIFFERENT if passphrase != again else None):
            return problem
        if keys.is_passphrase(passphrase, found.passphrase):
            return SAME
        step = keys.step_of(session.secret, code, now)
        if step is None:
            return WRONG_CODE
        try:
            desk.staff.bind(number, keys.passphrase_hash(passphrase), session.secret, step, now)
        except Impossible:
            return OVER
        desk.sessions.end(session.id)
        desk.staff.did(number, SignedIn(), now)
        return desk.sessions.begin(number, now)

    def _proved(self, found: Keys, code: str, now: datetime) -> bool:
        """Who has no second factor yet has a passphrase for some days; all others have a code that was not used."""
        match found.member.state:
            case MemberState.NEW:
                return found.until is not None and now < found.until
            case MemberState.ACTIVE if found.secret:
                step = keys.step_of(found.secret, code, now)
                return step is not None and self.desk.staff.spend(found.member.number, step)
        return False

    def _mistaken(self, found: Keys | None) -> None:
        """Who is on the roll is named; what somebody else typed may be anything."""
        log.warning(events.SignInWrong(Sentence(found.member.number if found else "a number that nobody has")))
        if found:
            self.desk.staff.did(found.member.number, Mistaken(), self.desk.now())


def early(wait: timedelta) -> Text:
    """How long to wait, in whole minutes or seconds."""
    seconds = int(wait.total_seconds()) + 1
    told = lasting(wait + timedelta(seconds=59)) if seconds > 60 else Text(" {seconds} 秒", seconds=seconds)
    return EARLY.of(wait=told)
