import QtQuick

/** A sum of money: the figure large, its unit half as large behind it, on one baseline. */
Item {
    id: root

    required property string figure
    property int size: Theme.amount
    /** As wide as it may be: a long figure is written smaller. */
    property real most: Infinity
    property color color: Theme.accentInk
    property string before: ""
    /** Names the figure for tests. */
    property string named: ""

    /** As wide as it would be, with the unit and the space before it. */
    readonly property real wanted: figures + 0.54 * befores + 0.52 * units
    readonly property real figures: natural.advanceWidth + 0.18 * size + (before ? 14 : 0)
    readonly property real befores: beforeNatural.advanceWidth
    readonly property real units: unitNatural.advanceWidth
    readonly property real smaller: Math.floor(size * most / wanted)
    /** The words around it grow no smaller than they may be; then the figure alone does. */
    readonly property real fitting: wanted <= most ? size : 0.52 * smaller >= Theme.small ? smaller : Math.floor((size * most - Theme.small * (befores + units)) / figures)

    Accessible.name: before + figure + Theme.unit
    Accessible.role: Accessible.StaticText
    baselineOffset: value.y + value.baselineOffset
    implicitHeight: value.implicitHeight
    implicitWidth: unit.x + unit.implicitWidth
    visible: figure !== ""

    TextMetrics {
        id: natural

        font.bold: true
        font.family: Theme.family
        font.pixelSize: root.size
        text: root.figure
    }

    TextMetrics {
        id: beforeNatural

        font: natural.font
        text: root.before
    }

    TextMetrics {
        id: unitNatural

        font: natural.font
        text: Theme.unit
    }

    Title {
        id: lead

        anchors.baseline: value.baseline
        color: root.color
        font.pixelSize: Math.max(Theme.small, Math.round(root.fitting * 0.54))
        text: root.before
    }

    Title {
        id: value

        color: root.color
        font.pixelSize: root.fitting
        objectName: root.named
        text: root.figure
        x: root.before ? lead.implicitWidth + 14 : 0
    }

    Title {
        id: unit

        anchors.baseline: value.baseline
        color: root.color
        font.pixelSize: Math.max(Theme.small, root.fitting * 0.52)
        text: Theme.unit
        x: value.x + value.implicitWidth + Math.round(root.fitting * 0.16)
    }
}
