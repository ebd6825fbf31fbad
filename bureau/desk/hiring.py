"""Adding members, changing what they may do, and giving passphrases anew: by two who manage staff, where there are two.

Else one of them could make two people up, and be both of those that money takes. Revoking takes one, for it has to be
quick; but whoever is left alone by that does nothing alone: then the console helps (`bureau.desk.first`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bureau.desk import first
from bureau.desk.parts import Desk
from bureau.desk.signing import ALREADY, GONE, MOVED_ON, OVER, SAME, told
from bureau.desk.who import Worker
from domain.desk.deeds import Agreed, Hindered, Proposed
from domain.desk.member import (
    Member,
    MemberState,
    Role,
    problem_of_number,
    problem_of_roles,
    roles_of,
    roles_told,
)
from domain.desk.proposals import Act, AlreadyProposed, NotOpen, Proposal
from domain.lives.events import Impossible
from domain.money import NONE
from domain.words import Text
from storage.bureau.staff import NumberTaken

NAME_MOST = 20
NO_NAME = Text("请填姓名，不超过{most}个字", most=NAME_MOST)
TAKEN = Text("这个工号已经有人用过，工号不再给别人")
ONESELF = Text("不能改自己的，请另一位管理人员来办")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to become of whom. `name` and `roles` are only for who is added, `roles` also for who gets others."""

    act: Act
    number: str
    name: str = ""
    roles: frozenset[Role] = frozenset()

    @classmethod
    def of(cls, proposal: Proposal) -> "Wish":
        """What was signed."""
        return cls(proposal.act, number_of(proposal), proposal.reason, roles_of(proposal.proof))

    @property
    def subject(self) -> str:
        return f"member {self.number}"


@dataclass(frozen=True, slots=True)
class Done:
    """It is done. `once` is a passphrase that is good once, where one was given."""

    once: str = ""


@dataclass(frozen=True, slots=True)
class Hiring:
    """Its methods answer with what was done; None where that waits for the second; or why not."""

    at_work: Worker

    @property
    def desk(self) -> Desk:
        return self.at_work.desk

    @property
    def takes_two(self) -> bool:
        """Whether somebody else manages staff as well, or did until they were revoked."""
        return any(self._others())

    @property
    def has_second(self) -> bool:
        """Whether there is somebody who could be the second now."""
        return any(one.state is MemberState.ACTIVE for one in self._others())

    def _others(self) -> Iterator[Member]:
        return (one for one in self.desk.staff.all() if one.number != self.at_work.number and one.may(Role.STAFF))

    def asks(self, wish: Wish, code: str) -> Done | Text | None:
        """The first of two; or the only one, who does it."""
        if problem := self._unfounded(wish) or self.at_work.signs(code):
            return problem
        if not self.takes_two:
            return self._does(wish, self.at_work.number)
        number, now = self.at_work.number, self.desk.now()
        roles = roles_told(wish.roles)
        try:
            self.desk.proposals.add(wish.act, wish.subject, NONE, number, now, roles, wish.name, wish.subject)
        except AlreadyProposed:
            return ALREADY
        self.at_work.did(Proposed(detail=told(wish.act, NONE)), wish.subject)
        return None

    def agrees(self, proposal: Proposal, code: str) -> Done | Text:
        """The second of two: whoever is given a passphrase gets it from this one."""
        keys = self.desk.staff.find(proposal.first)
        if proposal.first == self.at_work.number:
            return SAME
        if keys is None or keys.member.state is not MemberState.ACTIVE or not keys.member.may(Role.STAFF):
            return GONE
        if problem := self.at_work.signs(code):
            return problem
        wish, number, now = Wish.of(proposal), self.at_work.number, self.desk.now()
        try:
            self.desk.proposals.agree(proposal.number, number, now)
        except NotOpen:
            return OVER
        self.at_work.did(Agreed(detail=told(wish.act, NONE)), wish.subject)
        made = ONESELF if wish.number == number else self._does(wish, f"{proposal.first}+{number}")
        if isinstance(made, Text):
            self.desk.proposals.wait_again(proposal.number)
            self.at_work.did(Hindered(detail=wish.act), wish.subject)
            return made
        self.desk.proposals.done(proposal.number, number, now)
        return made

    def _unfounded(self, wish: Wish) -> Text | None:
        if wish.number == self.at_work.number:
            return ONESELF
        known = self.desk.staff.find(wish.number)
        if wish.act is not Act.MEMBER_ADD:
            problem = None if known else MOVED_ON
        elif known:
            problem = TAKEN
        else:
            problem = problem_of_number(wish.number) or (None if 0 < len(wish.name) <= NAME_MOST else NO_NAME)
        return problem or (None if wish.act is Act.MEMBER_RENEW else problem_of_roles(wish.roles))

    def _does(self, wish: Wish, who: str) -> Done | Text:
        staff, runtime = self.desk.staff, self.desk.parts.runtime
        try:
            match wish.act:
                case Act.MEMBER_ADD:
                    return Done(first.added(staff, runtime, wish.number, wish.name, wish.roles, who))
                case Act.MEMBER_RENEW:
                    return Done(first.renewed(staff, runtime, wish.number, who))
            staff.grant(wish.number, wish.roles, self.desk.now(), who)
            return Done()
        except NumberTaken:
            return TAKEN
        except Impossible:
            return MOVED_ON


def number_of(proposal: Proposal) -> str:
    """Whom it is about."""
    return proposal.subject.removeprefix("member ")
