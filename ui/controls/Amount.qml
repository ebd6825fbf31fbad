import QtQuick

/** A sum of money: the figure large, its unit half as large behind it, on one baseline. */
Item {
    id: root

    required property string figure
    property int size: 76
    property color color: Theme.accentInk
    property string before: ""
    /** Names the figure for tests. */
    property string named: ""

    Accessible.name: before + figure + Theme.unit
    Accessible.role: Accessible.StaticText
    baselineOffset: value.y + value.baselineOffset
    implicitHeight: value.implicitHeight
    implicitWidth: unit.x + unit.implicitWidth
    visible: figure !== ""

    Title {
        id: lead

        anchors.baseline: value.baseline
        color: root.color
        font.pixelSize: Math.round(root.size * 0.54)
        text: root.before
    }

    Title {
        id: value

        color: root.color
        font.pixelSize: root.size
        objectName: root.named
        text: root.figure
        x: root.before ? lead.implicitWidth + 14 : 0
    }

    Title {
        id: unit

        anchors.baseline: value.baseline
        color: root.color
        font.pixelSize: Math.max(Theme.small, root.size * 0.52)
        text: Theme.unit
        x: value.x + value.implicitWidth + Math.round(root.size * 0.16)
    }
}
