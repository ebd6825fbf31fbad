import QtQuick
import QtQuick.Shapes
import "controls"

/** The header of Home: what this is, the time, and hills of Guizhou in two tones, the one ornament. */
Rectangle {
    id: root

    required property string title
    required property string subtitle
    required property string time
    required property string date
    required property bool landscape
    /** What the hills in front stand on, where that is not the page. */
    property color ground: "#10366E"

    /** A row of rounded hills along the foot, each reaching over its neighbours: the path of one tone. */
    function hills(step: real, tall: real, shift: real): string {
        let path = "";
        for (let i = 0, x = shift; x < width; ++i, x += step) {
            const top = height - tall * (0.6 + 0.4 * Math.abs(Math.sin(i * 1.7 + shift)));
            const half = step * (0.8 + 0.2 * Math.abs(Math.cos(i * 2.9)));
            path += `M${x - half} ${height} C${x - half * 0.5} ${height} ${x - half * 0.45} ${top} ${x} ${top} `;
            path += `S${x + half * 0.5} ${height} ${x + half} ${height} Z `;
        }
        return path;
    }

    clip: true
    color: Theme.header
    implicitHeight: (root.landscape ? 176 : 272) * (root.landscape ? Theme.titleScale : 1)

    Shape {
        anchors.fill: parent
        visible: !Theme.high

        ShapePath {
            fillColor: "#1E4C90"
            fillRule: ShapePath.WindingFill
            strokeColor: "transparent"

            PathSvg {
                path: root.hills(120, root.landscape ? 56 : 98, 0)
            }
        }

        ShapePath {
            fillColor: root.ground
            fillRule: ShapePath.WindingFill
            strokeColor: "transparent"

            PathSvg {
                path: root.hills(104, root.landscape ? 34 : 60, 52)
            }
        }
    }

    Fitted {
        id: name

        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: clock.left
        anchors.rightMargin: Theme.gap
        color: Theme.inkOnDeep
        font.bold: true
        font.pixelSize: root.landscape ? 60 * Theme.titleScale : Theme.homeTitle
        fontSizeMode: Text.HorizontalFit
        objectName: "title"
        text: root.title
        wrapMode: Text.NoWrap
        y: root.landscape ? 22 : 44
    }

    Fitted {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: day.left
        anchors.rightMargin: Theme.gap
        color: Theme.inkOnDeep
        font.pixelSize: Theme.frameLabel
        height: long_ ? root.height - y - Theme.hair : implicitHeight
        text: root.subtitle
        verticalAlignment: Text.AlignTop
        y: name.y + name.height + (root.landscape ? 0 : 2)
    }

    Title {
        id: clock

        anchors.baseline: name.baseline
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        color: Theme.inkOnDeep
        font.pixelSize: root.landscape ? 72 : 76
        text: root.time
    }

    Fitted {
        id: day

        anchors.right: clock.right
        color: Theme.inkOnDeep
        font.pixelSize: Theme.frameNote
        height: long_ ? root.height - y - Theme.hair : implicitHeight
        horizontalAlignment: Text.AlignRight
        text: root.date
        verticalAlignment: Text.AlignTop
        width: Math.min(Math.ceil(implicitWidth), root.width / 2 - Theme.margin)
        y: name.y + name.height + (root.landscape ? 0 : 2)
    }
}
