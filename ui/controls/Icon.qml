import QtQuick
import QtQuick.Shapes

/** A line icon by name. Never without a word beside it. */
Shape {
    id: root

    required property string name
    property int size: 48
    property color color: Theme.ink
    /** Stroke on the grid of 48. */
    property real weight: 3.6

    height: size
    visible: path.path !== ""
    width: size

    ShapePath {
        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        joinStyle: ShapePath.RoundJoin
        scale: Qt.size(root.size / 48, root.size / 48)
        strokeColor: root.color
        strokeWidth: root.weight * root.size / 48

        PathSvg {
            id: path

            path: Icons.paths[root.name] ?? ""
        }
    }
}
