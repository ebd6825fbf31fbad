import QtQuick
import QtQuick.Layouts
import "../controls"

/** What follows below it, and at the right or beside it a remark; without room the remark stands below. */
GridLayout {
    id: root

    required property string text
    property string remark: ""
    property bool remarkAtRight: true
    property alias size: title.font.pixelSize

    /** Never the last on a page. */
    readonly property bool heads: true

    Layout.fillWidth: true
    // As wide as what it stands in, however little its words need.
    Layout.maximumWidth: Infinity
    columnSpacing: 20
    columns: title.implicitWidth + columnSpacing + said.implicitWidth > width ? 1 : 2
    rowSpacing: 0
    visible: text !== ""

    Title {
        id: title

        Accessible.role: Accessible.Heading
        Layout.alignment: Qt.AlignBaseline
        Layout.fillWidth: root.columns === 1
        text: root.text
        wrapMode: root.columns === 1 ? Text.Wrap : Text.NoWrap
    }

    Label {
        id: said

        Layout.alignment: Qt.AlignBaseline
        Layout.fillWidth: true
        color: Theme.ink2
        horizontalAlignment: root.remarkAtRight && root.columns > 1 ? Text.AlignRight : Text.AlignLeft
        text: root.remark
        visible: text !== ""
        wrapMode: root.columns === 1 ? Text.Wrap : Text.NoWrap
    }
}
