import QtQuick
import QtQuick.Shapes
import "../../ui/controls"

/** A ring around what is to be touched, and a hand whose fingertip is on it. Both let every touch through. */
Item {
    id: root

    /** Where the control is. */
    property rect box
    /** How the hand is drawn, in a square of 100: its outline, its knuckles, and where its fingertip is. */
    required property string outline
    required property string knuckles
    required property point fingertip

    /** Where the fingertip is: in the lower right of the control. */
    readonly property point tip: Qt.point(box.x + box.width - Math.min(72, box.width * 0.18), box.y + box.height - Math.min(28, box.height * 0.3))
    readonly property int reach: 10

    Rectangle {
        antialiasing: true
        border.color: Theme.surface
        border.width: 16
        color: "transparent"
        height: root.box.height + 2 * root.reach
        radius: Theme.cardRadius + root.reach
        width: root.box.width + 2 * root.reach
        x: root.box.x - root.reach
        y: root.box.y - root.reach

        Rectangle {
            anchors.fill: parent
            anchors.margins: 4
            antialiasing: true
            border.color: Theme.demo
            border.width: 9
            color: "transparent"
            radius: parent.radius - 4
        }
    }

    Shape {
        height: 124
        preferredRendererType: Shape.CurveRenderer
        scale: 1.3
        transformOrigin: Item.TopLeft
        width: 100
        x: root.tip.x - root.fingertip.x * scale
        y: root.tip.y - root.fingertip.y * scale

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: Theme.demoTint
            joinStyle: ShapePath.RoundJoin
            strokeColor: Theme.ink
            strokeWidth: 6

            PathSvg {
                path: root.outline
            }
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: Theme.ink
            strokeWidth: 5

            PathSvg {
                path: root.knuckles
            }
        }
    }
}
