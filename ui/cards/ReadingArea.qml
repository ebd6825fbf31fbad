import QtQuick
import QtQuick.Shapes
import "../controls"

/** What is to be put where, drawn: a card, or a paper with a code, over the place that reads it. On a grid of 160×112. */
Item {
    id: root

    /** A paper with a code instead of a card. */
    property bool paper: false
    property real size: 112

    readonly property real unit: size / 112

    implicitHeight: size
    implicitWidth: 160 * unit

    Shape {
        anchors.fill: parent

        // The slab, its front, and the place on it.
        ShapePath {
            fillColor: Theme.sunken
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.unit, root.unit)
            strokeColor: Theme.ink
            strokeWidth: 2.4 * root.unit

            PathSvg {
                path: "M26 80 H134 L154 100 H6 Z M6 100 V108 H154 V100"
            }
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: Theme.tint
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.unit, root.unit)
            strokeColor: Theme.accent
            strokeWidth: 3 * root.unit

            PathSvg {
                path: "M57 85 H103 L110 95 H50 Z"
            }
        }

        // The way down, and that it is felt there.
        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.unit, root.unit)
            strokeColor: Theme.accent
            strokeWidth: 4 * root.unit

            PathSvg {
                path: "M80 61 V74 M73 68 L80 75 L87 68 M36 84 q-5 5 -8 11 M124 84 q5 5 8 11"
            }
        }

        // The card or the paper.
        ShapePath {
            fillColor: Theme.surface
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.unit, root.unit)
            strokeColor: Theme.ink
            strokeWidth: 2.8 * root.unit

            PathSvg {
                path: root.paper ? "M56 3 H96 L104 11 V56 H56 Z" : "M47 4 H113 a5 5 0 0 1 5 5 V51 a5 5 0 0 1 -5 5 H47 a5 5 0 0 1 -5 -5 V9 a5 5 0 0 1 5 -5 Z"
            }
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            scale: Qt.size(root.unit, root.unit)
            strokeColor: Theme.accent
            strokeWidth: 3.2 * root.unit

            PathSvg {
                path: root.paper ? "M62 40 H78 M62 48 H74" : "M50 15 H76 M50 26 H70 M50 36 H78 M50 46 H88"
            }
        }

        ShapePath {
            fillColor: root.paper ? "transparent" : Theme.tint
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.unit, root.unit)
            strokeColor: Theme.ink
            strokeWidth: 2.2 * root.unit

            PathSvg {
                path: root.paper ? "M62 12 H72 V22 H62 Z M84 34 H96 V46 H84 Z M88 38 H92 V42 H88 Z M66 16 H68 V18 H66 Z" : "M92 12 H110 V40 H92 Z M95 40 c0 -9 3 -11 6 -11 s6 2 6 11 M97 23 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0"
            }
        }
    }
}
