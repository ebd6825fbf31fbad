"""登录 and 注册 of the APP (guide 三(一)): a phone, proved by a code that is sent to it.

A code instead of a password: nobody has to remember one, and nobody who looks over a shoulder can use it again.
"""

import re
from dataclasses import replace

from domain.accounts.cards import masked_phone
from domain.flows.visit import Identity
from domain.forms import identity
from domain.forms.asking import Onward, Wrong
from domain.forms.desks import IdentityDesk
from domain.forms.fields import Answers, Given, SmsCode, digits
from domain.people.person import Person
from domain.words import Text

LENGTH = 11
NOT_PROVED = Text("验证码不对或已过期，请核对后重新输入，也可以重新获取。")
NO_ACCOUNT = Text("验证码不对，或者这个手机号码还没有注册。请核对，或点【注册】。")
"""The same for both: nobody can find out whose phone is registered."""
TAKEN = Text("这个证件号码或者手机号码已经注册过了，请直接登录。")


def phone_problem(text: str, given: Given) -> Text | None:
    """What is wrong with a mobile phone's number: 11 digits that begin with 13 to 19."""
    if not (text.isascii() and text.isdecimal()):
        return Text("手机号码只有数字，请检查")
    if len(text) < LENGTH:
        return Text("已输入 {count} 位，还差 {missing} 位", count=len(text), missing=LENGTH - len(text))
    return None if re.fullmatch(r"1[3-9]\d{9}", text) else Text("手机号码不对，请检查")


PHONE = replace(
    digits("phone", Text("手机号码"), LENGTH, phone_problem, hint=Text("11 位手机号码")),
    grouped=lambda text, answers: " ".join(filter(None, (text[:3], text[3:7], text[7:]))),
    masked=masked_phone,
)
CODE = SmsCode("code", Text("短信验证码"), "phone")


def log_in(desk: IdentityDesk, who: Identity, answers: Answers) -> Onward[Identity] | Wrong:
    """The holder of a registered phone."""
    proved = desk.codes.proves(answers["phone"], answers["code"])
    person = desk.tax.account_of(answers["phone"]) if proved else None
    if person is None:
        return Wrong(NO_ACCOUNT, use="code")
    desk.codes.spend(answers["phone"])
    return _logged_in(desk, who, person)


def register(desk: IdentityDesk, who: Identity, answers: Answers) -> Onward[Identity] | Wrong:
    """An account for who proves both a person's number and name, and the phone."""
    person = identity.find(desk, answers)
    if person is None:
        return Wrong(identity.NOT_FOUND, use="number")
    if not desk.codes.proves(answers["phone"], answers["code"]):
        return Wrong(NOT_PROVED, use="code")
    opened = desk.tax.open_account(person.id, answers["phone"])
    desk.codes.spend(answers["phone"])
    return _logged_in(desk, who, person) if opened else Wrong(TAKEN)


def _logged_in(desk: IdentityDesk, who: Identity, person: Person) -> Onward[Identity]:
    given = replace(who, visitor=person, logged_in=True)
    return Onward("menu", given, caution=identity.caution(desk, person))
