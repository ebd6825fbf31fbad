// What the properties of an item or a model say, whatever they are called: each text, and what lists and rows have in
// them. By the engine: Python would make an object of each item's own type, which QML frees and another item then bears.
export function said(one) {
    const texts = [];
    for (const name in one) {
        const value = one[name];
        if (typeof value === "string")
            texts.push(value);
        else if (typeof value === "object" && value !== null && !isObject(value))
            texts.push(JSON.stringify(value, (_, inner) => isObject(inner) ? undefined : inner) ?? "");
    }
    return texts;
}

function isObject(value) {
    return typeof value === "object" && value !== null && "objectName" in value;
}
