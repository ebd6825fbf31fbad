import QtQuick
import "../controls"

/** A button on the phone. */
Button {
    property bool filled: true

    activeFocusOnTab: false
    border.color: Theme.wechat.accent
    border.width: filled ? 0 : 2
    color: filled ? (pressed ? Theme.wechat.deep : Theme.wechat.accent) : pressed ? Theme.wechat.tint : Theme.surface
    implicitHeight: 84
    ink: filled ? "#FFFFFF" : Theme.wechat.accentInk
    radius: 16
    size: 32
}
