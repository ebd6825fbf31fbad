"""Bank card numbers: what is wrong with one, and how screens show it (facts 3.4). Debit cards only."""

from domain.accounts.banks import Banks, CardType, Issue
from domain.words import Text, joined

SHORTEST, LONGEST = 16, 19
NOT_RECOGNISED = Text("没有认出开户银行，请核对卡号，并选择开户银行")
DOUBTFUL = Text("卡号的校验位不符，请对照卡片逐位核对")
CREDIT = Text("这是{bank}的信用卡，不能使用，请换一张借记卡（储蓄卡）")


def luhn(number: str) -> bool:
    """Whether a number of digits ends with its check digit (ISO/IEC 7812-1)."""
    doubled = (int(c) * 2 for c in number[-2::-2])
    return (sum(d - 9 if d > 9 else d for d in doubled) + sum(int(c) for c in number[::-2])) % 10 == 0


def tidy(number: str) -> str:
    """A number without the spaces between its groups."""
    return "".join(number.split())


def card_problem(number: str, banks: Banks) -> Text | None:
    """What is wrong with a card's number, as a sentence for the field; None if nothing is.

    A code that is none of ours is no reason to refuse: banks have more of them than we know.
    """
    if not (number.isascii() and number.isdecimal()):
        return Text("银行卡号只有数字，请检查")
    issues = banks.issues(number)
    if problem := _length_problem(number, issues):
        return problem
    issue = banks.issue(number)
    if issue and issue.bin.type is CardType.CREDIT:
        return CREDIT.of(bank=issue.bank.name)
    return None


def card_doubt(number: str) -> Text | None:
    """What is unlikely about a number that is not wrong; None if nothing is.

    Some banks have issued debit cards whose last digit is no check digit: whether it is right the bank says.
    """
    return None if luhn(number) else DOUBTFUL


def card_hint(number: str, banks: Banks) -> str:
    """What is said beside a number that has nothing wrong: its bank, or that nobody knows which."""
    bank = banks.bank_of(number)
    return bank.name if bank else NOT_RECOGNISED


def bank_problem(number: str, bank: str, banks: Banks) -> Text | None:
    """What is wrong with the bank that was chosen for a number, by the bank's code; None if nothing is."""
    if banks.find(bank) is None:
        return Text("请选择开户银行")
    issuer = banks.bank_of(number)
    if issuer and issuer.code != bank:
        return Text("这张卡是{issuer}的，与所选的开户银行不一致", issuer=issuer.name)
    return None


def grouped(number: str) -> str:
    """Groups of four as on the card, also half typed."""
    return " ".join(number[i : i + 4] for i in range(0, len(number), 4))


def masked(number: str) -> str:
    """`6217 **** **** 4072`: the first and last four, of whatever length it is; stars alone where that is too much."""
    return f"{number[:4]} **** **** {number[-4:]}" if len(number) >= SHORTEST else "*" * len(number)


def tail(number: str) -> str:
    """尾号: the last four digits, by which its holder knows a card."""
    return number[-4:]


def masked_phone(number: str) -> str:
    """`138****1234`: the first three and last four digits."""
    return f"{number[:3]}****{number[-4:]}" if len(number) == 11 else "*" * len(number)


def _length_problem(number: str, issues: tuple[Issue, ...]) -> Text | None:
    lengths = sorted({issue.bin.length for issue in issues})
    length = len(number)
    if length in lengths or (not lengths and SHORTEST <= length <= LONGEST):
        return None
    if not lengths:
        return Text(
            "银行卡号是 {shortest} 到 {longest} 位，已输入 {length} 位",
            shortest=SHORTEST,
            longest=LONGEST,
            length=length,
        )
    expected = joined("或 ", (Text("{n} 位", n=n) for n in lengths))
    return Text(
        "{bank}的这种卡是 {expected}，已输入 {length} 位", bank=issues[0].bank.name, expected=expected, length=length
    )
