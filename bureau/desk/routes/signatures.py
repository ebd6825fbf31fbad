"""What takes two, as every page has it: two boxes side by side, and below them what whoever looks may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk.pages import goes_to
from bureau.desk.signing import Matter, Signing, waits
from bureau.desk.waiting import path_of
from bureau.desk.who import AtWork, Fields, Form, NotThere, Serial, Worker
from bureau.desk.words.acts import Choice, choice
from bureau.desk.words.common import time
from domain.desk.proposals import Act, Proposal, ProposalState
from domain.money import yuan
from domain.words import Text, joined

router = APIRouter()
SIGNED = Text("您签了“{end}” {amount} 元，等第二个人签字才办")
DONE = Text("已记为“{end}”，{amount} 元，两人都签了字")
TAKEN_BACK = Text("没有办，这一件又可以重新签了")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`waits` for its second person; `mine` if whoever looks has signed it, `second` if they may sign it.

    `choices` are what whoever looks may propose; all that could be done is in `matter`. `ended` is what came of the
    last. The form goes to `path`, with the `reference` where that is not in the path.
    """

    matter: Matter
    choices: tuple[Choice, ...]
    proof: Text
    waits: Proposal | None
    mine: bool
    second: bool
    first_name: str
    since: Text
    until: Text
    ended: Proposal | None
    ended_names: str
    path: str
    reference: str

    @classmethod
    def of(
        cls,
        at_work: Worker,
        matter: Matter,
        names: Mapping[str, str],
        path: str,
        reference: str = "",
        more: tuple[Choice, ...] = (),
    ) -> "Sheet":
        """`more` is what can be chosen besides and takes one."""
        desk, member = at_work.desk, at_work.member
        every = desk.proposals.about(matter.subject)
        waiting = waits(desk.proposals.open(desk.now()), matter.subject)
        mine = waiting is not None and waiting.first == member.number
        second = waiting is not None and not mine and member.may(waiting.act.role)
        done = [one for one in every if one.state is ProposalState.DONE]
        ended = done[-1] if done and not waiting else None
        acts = () if waiting else tuple(act for act in matter.acts if member.may(act.role))
        proofs = dict.fromkeys(act.proof for act in acts if act.proof)
        return cls(
            matter,
            () if waiting else (*map(choice, acts), *more),
            joined(Text("或"), proofs),
            waiting,
            mine,
            second,
            names.get(waiting.first, "") if waiting else "",
            time(waiting.at) if waiting else Text(),
            time(waiting.until) if waiting else Text(),
            ended,
            "、".join(f"{one} {names.get(one, '')}" for one in (ended.first, ended.second)) if ended else "",
            path,
            reference,
        )


def signed(at_work: Worker, matter: Matter, fields: Form) -> Text | None:
    """Sign as the first what a form says; why not, if not."""
    try:
        act = Act(fields.get("act", ""))
    except ValueError:
        return Text("请选择怎么办")
    proof, reason = fields.get("proof", "").strip(), fields.get("reason", "").strip()
    problem = Signing(at_work).proposes(matter, act, proof, reason, fields.get("code", ""))
    if problem is None:
        at_work.say(SIGNED.of(end=act.label, amount=yuan(matter.fen)))
    return problem


@router.post("/signatures/{number}/agree")
def agree(at_work: AtWork, number: Serial, fields: Fields) -> Response:
    """What comes of it is told on the page of the matter."""
    proposal = _open(at_work, number)
    problem = Signing(at_work).agrees(proposal, partial(matter_of, at_work, proposal), fields.get("code", ""))
    at_work.say(problem or DONE.of(end=proposal.act.label, amount=yuan(proposal.fen)), problem is not None)
    return goes_to(at_work.request, path_of(proposal.act, proposal.subject))


@router.post("/signatures/{number}/decline")
def decline(at_work: AtWork, number: Serial, fields: Fields) -> Response:
    proposal = _open(at_work, number)
    problem = Signing(at_work).declines(proposal)
    at_work.say(problem or TAKEN_BACK, problem is not None)
    return goes_to(at_work.request, path_of(proposal.act, proposal.subject))


def matter_of(at_work: Worker, proposal: Proposal) -> Matter:
    """What it is about, as it is now."""
    desk, subject = at_work.desk, proposal.subject
    found: Matter | None = None
    match proposal.act.of:
        case "order" if order := desk.orders(at_work.number).case(subject):
            found = Matter.order(order)
        case "refund" if refund := desk.refunds(at_work.number).case(subject):
            found = Matter.refund(refund)
        case "case" if case := desk.cases(at_work.number).case(subject):
            found = Matter.case(case)
    if found is None:
        raise NotThere
    return found


def _open(at_work: Worker, number: int) -> Proposal:
    proposal = at_work.desk.proposals.get(number)
    if proposal is None:
        raise NotThere
    return proposal
