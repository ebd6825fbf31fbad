pragma Singleton

import QtQuick

/** The look in one place: colours (`Paint`), type, spaces. */
QtObject {
    id: root

    /** Which channel's colours are worn; anything else is Home's. */
    property string channel: ""
    /** In which contrast: normal, high or dark. */
    property string contrast: "normal"
    /** The unit behind amounts, as the shell words it. */
    property string unit: ""
    /** Text size: multiplies type and control heights, never margins. */
    property real scale: 1

    readonly property string family: "Noto Sans CJK SC"

    readonly property Paint paint: Paint {
        channel: root.channel
        contrast: root.contrast
    }

    readonly property color bg: paint.bg
    readonly property color surface: paint.surface
    readonly property color sunken: paint.sunken
    readonly property color ink: paint.ink
    readonly property color ink2: paint.ink2
    readonly property color placeholder: paint.placeholder
    readonly property color control: paint.control
    readonly property color line: paint.line
    readonly property color disabled: paint.disabled
    readonly property color disabledInk: paint.disabledInk
    readonly property color unfilled: paint.unfilled
    readonly property color error: paint.error
    readonly property color errorInk: paint.errorInk
    readonly property color errorTint: paint.errorTint
    readonly property color errorEdge: paint.errorEdge
    readonly property color ok: paint.ok
    readonly property color okTint: paint.okTint
    readonly property color okEdge: paint.okEdge
    readonly property color warnInk: paint.warnInk
    readonly property color warnTint: paint.warnTint
    readonly property color warnEdge: paint.warnEdge
    readonly property color demo: paint.demo
    readonly property color demoInk: paint.demoInk
    readonly property color demoTint: paint.demoTint
    readonly property color demoEdge: paint.demoEdge
    readonly property color strip: paint.strip
    readonly property color stripInk: paint.stripInk
    readonly property color stripWarn: paint.stripWarn
    readonly property color stripLine: paint.stripLine
    readonly property color stripOpen: paint.stripOpen
    readonly property color veil: paint.veil
    readonly property color inkOnDeep: paint.inkOnDeep
    readonly property color paper: paint.paper
    readonly property color accent: paint.accent
    readonly property color inkOnAccent: paint.inkOnAccent
    readonly property color deep: paint.deep
    readonly property color accentInk: paint.accentInk
    readonly property color tint: paint.tint
    readonly property color edge: paint.edge
    readonly property color header: paint.header
    readonly property color headerButton: paint.headerButton
    readonly property color headerButtonInk: paint.headerButtonInk
    readonly property color headerUnfilled: paint.headerUnfilled
    readonly property color headerButtonEdge: paint.headerButtonEdge

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
    readonly property int ringReach: 10

    readonly property int fieldHeight: Math.min(px(104), 136)
    readonly property int buttonHeight: Math.min(px(112), 136)
    readonly property int keyHeight: Math.min(px(128), 144)
    readonly property int rowHeight: px(148)
    /** Beside other cards, where height is short. */
    readonly property int narrowKeyHeight: 104
    readonly property int touch: 96
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
    /** What is said at the right of the header, in landscape. */
    readonly property int toldWidth: 500

    readonly property int fieldRadius: 16
    readonly property int buttonRadius: 20
    readonly property int cardRadius: 24

    readonly property int edgeWidth: paint.high ? 4 : 2
    readonly property int controlWidth: paint.high ? 4 : 3
    readonly property int errorWidth: paint.high ? 6 : 4
    readonly property int chosenWidth: paint.high ? 10 : 5

    readonly property real titleScale: Math.min(scale, 1.2)

    function px(size: real): int {
        return Math.round(size * scale);
    }
}
