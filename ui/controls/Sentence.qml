import QtQuick

/** A sentence on as many lines as it needs, broken where it pauses rather than inside a word. */
Label {
    id: root

    required property string sentence

    /** `sentence` with line ends after its pauses, for lines of `room` characters. */
    function broken(room: real): string {
        const size = part => part.replace(/[ -~]/g, "").length + 0.56 * (part.match(/[ -~]/g) ?? []).length;
        if (size(sentence) <= room)
            return sentence;
        const lines = [""];
        for (const part of sentence.replace(/([\u3001\u3002\uff01\uff0c\uff1b\uff1f])/g, "$1\n").replace(/(.)(\u3010)/g, "$1\n$2").split("\n")) {
            if (lines[lines.length - 1] !== "" && size(lines[lines.length - 1] + part) > room)
                lines.push("");
            lines[lines.length - 1] += part;
        }
        return lines.join("\n").trim();
    }

    text: broken(width / font.pixelSize)
    wrapMode: Text.Wrap
}
