import QtQuick

/** A sentence on as many lines as it needs, broken where it pauses rather than inside a word. */
Label {
    id: root

    required property string sentence

    /** One line of the sentence as lines of at most `room`, ended after its pauses or before a bracket. */
    function broken(line: string, room: real): string {
        if (room <= 0 || metrics.advanceWidth(line) <= room)
            return line;
        const parts = line.replace(/([\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f])/g, "$1\n").replace(/(.)(\u3010)/g, "$1\n$2");
        const lines = [];
        let last = "";
        for (const part of parts.split("\n")) {
            if (last !== "" && metrics.advanceWidth(last + part) > room) {
                lines.push(last);
                last = "";
            }
            last += part;
        }
        return [...lines, last].join("\n").trim();
    }

    /** The sentence as it is broken. It is the height that tells of another font: `advanceWidth` does not. */
    readonly property string lines: metrics.height <= 0 ? sentence : sentence.split("\n").map(line => broken(line, width)).join("\n")
    text: lines
    wrapMode: Text.Wrap

    FontMetrics {
        id: metrics

        font: root.font
    }
}
