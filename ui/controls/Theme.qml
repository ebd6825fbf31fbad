pragma Singleton

import QtQuick

/** The look in one place: colours (`Paint`), type, spaces. */
Paint {
    id: root

    /** The unit behind amounts, as the shell words it. */
    property string unit: ""
    /** Text size: multiplies type and control heights, never margins. */
    property real scale: 1

    readonly property string family: "Noto Sans CJK SC"

    /** Nothing is written smaller. */
    readonly property int least: 30
    readonly property int small: px(30)
    readonly property int caption: px(32)
    readonly property int note: px(34)
    readonly property int label: px(36)
    readonly property int field: px(38)
    readonly property int row: px(40)
    readonly property int heading: px(42)
    readonly property int tile: px(46)
    readonly property int title: 54 * titleScale
    readonly property int titleLong: 44 * titleScale
    readonly property int outcome: px(60)
    readonly property int homeTitle: 64 * titleScale
    readonly property int amount: px(76)
    readonly property int amountCase: px(64)
    readonly property int amountLarge: px(96)

    readonly property int hair: 8
    readonly property int space: 16
    readonly property int gap: 24
    readonly property int inset: 32
    /** What is written around the content, beside a code or over keys: it grows no more than titles do. */
    readonly property int frameSmall: 30 * titleScale
    readonly property int frameNote: 34 * titleScale
    readonly property int frameLabel: 36 * titleScale
    readonly property int frameField: 38 * titleScale
    readonly property int frameRow: 40 * titleScale
    readonly property int frameHeading: 42 * titleScale

    readonly property int margin: 48
    readonly property int insetLarge: 56
    /** How far the ring of the focus lies around a control. */
    readonly property int ringReach: 13

    readonly property int fieldHeight: Math.min(px(104), 136)
    readonly property int buttonHeight: Math.min(px(112), 136)
    readonly property int keyHeight: Math.min(px(128), 144)
    readonly property int rowHeight: px(148)
    /** Beside other cards, where height is short. */
    readonly property int narrowKeyHeight: 104
    readonly property int touch: 96
    /** Nothing that is touched lies closer to another such thing, but for the rows of a list. */
    readonly property int closest: 11
    readonly property int turnWidth: Math.min(px(280), 304)
    /** What stands at the left of fields that have their label beside them. */
    readonly property int labelWidth: px(248)
    /** From here on labels stand above their fields. */
    readonly property bool labelsAbove: scale >= 1.3
    readonly property bool largest: scale >= 1.5
    readonly property int dialogWidth: 984
    readonly property int secondaryWidth: 304
    readonly property int secondaryNarrow: 216
    /** The column at the right, in landscape. */
    readonly property int sideWidth: 576
    readonly property int sideNarrow: 512
    /** What is said at the right of the header, in landscape. */
    readonly property int toldWidth: 500
    readonly property int toldNarrow: 372

    readonly property int fieldRadius: 16
    readonly property int buttonRadius: 20
    readonly property int cardRadius: 24

    readonly property int edgeWidth: high ? 4 : 2
    readonly property int controlWidth: high ? 4 : 3
    readonly property int errorWidth: high ? 6 : 4
    readonly property int chosenWidth: high ? 10 : 5

    readonly property real titleScale: Math.min(scale, 1.2)

    function px(size: real): int {
        return Math.round(size * scale);
    }
}
