"""Refund applications in sentences for staff: how they stand, and why they wait for people."""

from collections.abc import Mapping

from domain.refunds.cases import RefundCase
from domain.refunds.office import MAY_COME_BACK
from domain.refunds.states import RefundState
from domain.repayments.states import RepaymentState
from domain.words import Text

GOES_ON = Text("机器会原路退回，一直问到有结果，不用手工办。")
UNHEARD = Text("支付机构一天以上没有说清退没退。机器不能当作已退，也不能改走别的路。")
OF_BANKS: Mapping[RefundState, Text] = {
    RefundState.SUBMITTED: Text("退不退由工作人员定，先受理再审核。"),
    RefundState.TAKEN: Text("退不退、退给谁，由工作人员核对以后定。"),
    RefundState.APPROVED: Text("退到银行账户，要工作人员转退库，由银行付款。"),
    RefundState.SENDING: Text("银行付没付款，机器看不到，要工作人员查清再记。"),
}
"""No machine may decide, or sees it."""
OF_NETWORKS: Mapping[RepaymentState, Text] = {
    RepaymentState.STOPPED: Text("已经不再要求退。对账单能证明没有收到以前，机器不能改走别的路。"),
    RepaymentState.ABNORMAL: Text("钱已离开商户，支付机构交不到付款人手里，机器不能改走别的路。"),
    RepaymentState.SHORT: Text("商户账户里钱不够，支付机构没有收走。充值以后机器自动再退，也可以改由人工办理。"),
    RepaymentState.CLOSED: Text("支付机构把退款关闭了，没有退。充值以后机器换单号再退，也可以改由人工办理。"),
}
AGAIN = Text("原路没有退成，怎么退由工作人员重新定。")
MAY_COME = Text("银行已经付款，{days} 天以内可能退回来；退回来要在这里记下。")


def happened(case: RefundCase) -> Text:
    """What it is, and how it stands."""
    return Text("{kind}：{standing}", kind=case.application.kind.label, standing=case.standing.label)


def why(case: RefundCase) -> Text:
    """Why it waits for people, or that it does not."""
    state, standing = case.application.state, case.standing
    if state is RefundState.PAID_OUT:
        return MAY_COME.of(days=MAY_COME_BACK.days)
    if case.came_back:
        return AGAIN
    if not case.by_network:
        return OF_BANKS[state]
    if isinstance(standing, RepaymentState) and standing in OF_NETWORKS:
        return OF_NETWORKS[standing]
    return UNHEARD if case.stuck else GOES_ON
