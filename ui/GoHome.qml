import QtQuick
import Kiosk.ViewModels
import "controls"

/** 首页 was touched: what has been filled in would be lost. */
LeaveSheet {
    id: root

    required property GoingHomeViewModel going

    caption: going.caption
    kept: going.kept
    leaveName: "home.leave"
    leaveText: going.leaveText
    lost: going.lost
    objectName: "go_home"
    question: going.question
    stayName: "home.stay"
    stayText: going.stayText
    unpaid: going.unpaid

    onAway: going.stay()
    onEnded: going.leave()
    onStayed: going.stay()

    Disc {
        anchors.centerIn: parent
        color: Theme.tint
        icon: "home"
        implicitHeight: Math.min(400, parent.height)
        ink: Theme.accentInk
        weight: 3.6
    }
}
