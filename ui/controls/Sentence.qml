import QtQuick

/** A sentence on as many lines as it needs, broken where it pauses rather than inside a word. */
Label {
    id: root

    required property string sentence

    /** How many characters wide a text is, about. */
    function size(text: string): real {
        return text.length - 0.44 * (text.match(/[ -~]/g) ?? []).length;
    }

    /** One line of the sentence as lines of at most `room` characters, ended after its pauses or before a bracket. */
    function broken(line: string, room: real): string {
        if (size(line) <= room)
            return line;
        const parts = line.replace(/([\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f])/g, "$1\n").replace(/(.)(\u3010)/g, "$1\n$2");
        const lines = [""];
        for (const part of parts.split("\n")) {
            if (lines[lines.length - 1] !== "" && size(lines[lines.length - 1] + part) > room)
                lines.push("");
            lines[lines.length - 1] += part;
        }
        return lines.join("\n").trim();
    }

    /** The sentence as it is broken. */
    readonly property string lines: sentence.split("\n").map(line => broken(line, width / font.pixelSize)).join("\n")
    text: lines
    wrapMode: Text.Wrap
}
