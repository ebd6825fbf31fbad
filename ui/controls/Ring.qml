import QtQuick
import QtQuick.Shapes

/** Time that runs out: an arc that is redrawn when `part` changes, once a second. */
Item {
    id: root

    /** What is left, 0 to 1. */
    property real part: 1
    property string text: ""
    property string caption: ""
    property int stroke: 16
    property int size: 60 * Theme.titleScale
    property int captionSize: Theme.frameSmall
    property color captionInk: Theme.ink2

    implicitHeight: 232 * Theme.titleScale
    implicitWidth: 232 * Theme.titleScale

    Shape {
        anchors.fill: parent

        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.line
            strokeWidth: root.stroke

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - root.stroke / 2
                radiusY: root.height / 2 - root.stroke / 2
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: Theme.accent
            strokeWidth: root.stroke

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - root.stroke / 2
                radiusY: root.height / 2 - root.stroke / 2
                startAngle: -90
                sweepAngle: -360 * Math.max(0, Math.min(1, root.part))
            }
        }
    }

    Column {
        anchors.centerIn: parent

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            font.bold: true
            font.pixelSize: root.size
            objectName: "text.seconds_left"
            text: root.text
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.captionInk
            font.bold: root.captionSize > Theme.frameSmall
            font.pixelSize: root.captionSize
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: Theme.least
            text: root.caption
            width: Math.min(implicitWidth, 0.72 * root.width)
        }
    }
}
