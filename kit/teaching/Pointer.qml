import QtQuick
import QtQuick.Shapes
import "../../ui/controls"

/** A ring around what is to be touched, and a hand whose fingertip is on it. Both let every touch through. */
Item {
    id: root

    /** Where the control is. */
    property rect box

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
        x: root.tip.x - 37 * scale
        y: root.tip.y - 8 * scale

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: Theme.demoTint
            joinStyle: ShapePath.RoundJoin
            strokeColor: Theme.ink
            strokeWidth: 6

            PathSvg {
                path: "M28 12a9 9 0 0 1 18 0V48a8 8 0 0 1 16 2v2a8 8 0 0 1 16 2v3a8 8 0 0 1 16 2V86c0 18-12 29-28 29H58c-12 0-19-4-26-14L11 72c-4-6-3-11 1-14c4-3 9-2 12 2l4 5Z"
            }
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: Theme.ink
            strokeWidth: 5

            PathSvg {
                path: "M46 46V64M62 51V66M78 55V68"
            }
        }
    }
}
