"use strict";

const story = JSON.parse(document.getElementById("story").textContent);
const steps = story.steps;
const done = steps.filter((step) => step.how !== "never").length;
let chosen = 0;
let side = "after";
let onlyNews = false;

/** An element with its class, what it holds, and what else is to be set. */
function make(tag, kind = "", held = [], more = {}) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(...[held].flat().filter((one) => one !== null && one !== ""));
  for (const [name, value] of Object.entries(more)) {
    if (name.startsWith("on")) made[name] = value;
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  return made;
}

const seconds = (value, digits = 2) => `${value.toFixed(digits)} 秒`;

function header() {
  const well = story.wrong === 0;
  return make("header", "", [
    make("h1", "", [make("span", "strong", "轨迹"), make("code", "title", story.title)]),
    make("span", well ? "verdict well" : "verdict", well ? "通过" : "没有通过"),
    make("span", "facts", `${story.begun}　${seconds(story.seconds)}`),
    make("span", "facts", "一个文件，人名和号码已遮住"),
    make("nav", "", [
      make("button", "", "‹ 上一步", { id: "back", onclick: () => choose(chosen - 1) }),
      make("button", "", "下一步 ›", { id: "on", onclick: () => choose(chosen + 1) }),
      make("button", "first", "到先错的一步", { disabled: well, onclick: () => choose(story.wrong - 1) }),
    ], { "aria-label": "步" }),
  ]);
}

function told() {
  const well = story.wrong === 0;
  const lines = story.code.map((line, at) => {
    const last = at === story.code.length - 1;
    return make("div", last ? "bad" : "", [make("span", "number", String(line.number)), ` ${line.text}${last ? "  ✗" : ""}`]);
  });
  return make("section", well ? "told well" : "told", [
    make("span", "sign", well ? "✓" : "✕", { "aria-hidden": "true" }),
    make("div", "", [make("h2", "", story.sentence), make("p", "", story.below)]),
    lines.length ? make("pre", "", lines, { "aria-label": "测试的三行" }) : null,
  ], { "aria-label": "结论" });
}

const HOW = { done: "✓ 做到", wrong: "✕ 先错在这里", never: "没有做到" };

function strip() {
  return make("ol", "steps", steps.map((step, at) => {
    const never = step.how === "never";
    const sight = never ? null : story.sights[step.after];
    const picture = never ? [] : make("img", "", [], { src: sight.picture, alt: "" });
    const wide = sight !== null && sight.size[0] > sight.size[1];
    return make("li", step.how, make("button", "", [
      make("span", wide ? "picture wide" : "picture", picture),
      make("span", "words", [
        make("div", "number", String(at + 1)),
        make("div", "name mono", step.name),
        never ? null : make("div", "dim", seconds(step.seconds)),
        make("div", "how", HOW[step.how]),
      ]),
    ], { title: step.name, disabled: never, onclick: () => choose(at) }));
  }), { "aria-label": "每一步" });
}

function time() {
  const bars = steps.slice(0, done).map((step, at) => {
    const wait = step.waits.filter((one) => !one.came).pop();
    const long = step.seconds > story.seconds * 0.35;
    const words = wait && long ? `${at + 1}　等了 ${seconds(wait.seconds)}` : step.seconds > story.seconds * 0.025 ? String(at + 1) : "";
    const bar = make("button", step.how === "wrong" ? "wrong" : "", words, {
      title: `第 ${at + 1} 步 ${step.name}，${seconds(step.seconds)}`,
      "aria-label": `第 ${at + 1} 步，${seconds(step.seconds)}`,
      tabindex: "-1",
      onclick: () => choose(at),
    });
    bar.style.flexGrow = String(Math.max(step.seconds, 0.001));
    return bar;
  });
  const by = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300].find((one) => story.seconds / one <= 8) || 600;
  const ticks = [make("span", "", "0")];
  for (let at = by; at < story.seconds - by * 0.6; at += by) {
    const tick = make("span", "", `${Number(at.toFixed(1))} 秒`);
    tick.style.left = `${(at / story.seconds) * 100}%`;
    ticks.push(tick);
  }
  const last = make("span", "", seconds(story.seconds));
  last.style.left = "100%";
  return make("section", "time", [make("div", "bars", bars), make("div", "scale", [...ticks, last])], { "aria-label": "时间，按比例" });
}

function mark(kind, box) {
  const made = make("span", `mark ${kind}`, [], { "aria-hidden": "true" });
  const room = kind === "frame" ? 0.018 : 0.008;
  made.style.left = `${Math.max(0, box[0] - room) * 100}%`;
  made.style.top = `${Math.max(0, box[1] - room / 2) * 100}%`;
  made.style.width = `${Math.min(1, box[2] + 2 * room) * 100}%`;
  made.style.height = `${Math.min(1, box[3] + room) * 100}%`;
  return made;
}

function picture(step, which) {
  const sight = story.sights[step[which]];
  const before = which === "before";
  const words = before ? "之前" : "之后";
  const marks = before ? (step.ring ? [mark("ring", step.ring)] : []) : step.frames.map((box) => mark("frame", box));
  const screen = make("div", !before && step.how === "wrong" ? "screen wrong" : "screen", [
    make("img", "", [], { src: sight.picture, alt: `${words}：${sight.title}` }),
    ...marks,
  ]);
  screen.dataset.wide = sight.size[0];
  screen.dataset.high = sight.size[1];
  return make("figure", "", [
    make("figcaption", "", [words, make("span", "", step.clock[before ? 0 : 1])]),
    screen,
  ]);
}

/** Pictures are as large as there is room for, all of each to be seen. */
function fit() {
  const pair = document.querySelector(".pair");
  if (!pair) return;
  const wide = pair.classList.contains("wide");
  for (const screen of pair.querySelectorAll(".screen")) {
    const [w, h] = [Number(screen.dataset.wide), Number(screen.dataset.high)];
    const most = { w: wide ? pair.clientWidth : (pair.clientWidth - 16) / 2, h: (wide ? (pair.clientHeight - 8) / 2 : pair.clientHeight) - 26 };
    const scale = Math.min(most.w / w, most.h / h);
    screen.style.width = `${Math.floor(w * scale)}px`;
    screen.style.height = `${Math.floor(h * scale)}px`;
  }
}

function panel(kind, heading, body, legend = null) {
  return make("section", `panel ${kind}`, [make("h3", "", heading), make("div", "body", body, { tabindex: "0" }), legend]);
}

function pictures(step) {
  const size = story.sights[step.after].size;
  return panel("", [`第 ${chosen + 1} 步`, make("code", "", step.name), make("span", "end dim", step.where)],
    make("div", size[0] > size[1] ? "pair wide" : "pair", [picture(step, "before"), picture(step, "after")]));
}

const WORD = { changed: "变了", new: "＋新出现" };

function tree(step) {
  const sight = story.sights[step[side]];
  const news = side === "after" ? step.marks : {};
  const rows = sight.rows.map(([depth, role, says, name, alert], at) => {
    const there = side === "before" || !step.moved;
    const touched = there && name !== "" && step.touched.includes(name);
    const kind = touched ? "touched" : news[at] || "";
    if (onlyNews && !kind) return null;
    const words = touched ? "← 点了这里" : WORD[kind] || "";
    return make("tr", `${kind} ${depth ? "deep" : ""}`.trim(), [
      make("td", alert ? "strong" : "", role), make("td", "", [says, words ? make("em", "", words) : null]), make("td", "", name),
    ]);
  });
  const count = Object.keys(news).length;
  const toggle = (words, which) => make("button", "", words, {
    "aria-pressed": String(side === which), onclick: () => { side = which; show(); },
  });
  const heading = ["辅助功能树", toggle("之前", "before"), toggle("之后", "after"),
    step.moved && side === "after" ? make("span", "end dim", "换了一屏") : make("span", "end", make("button", "", `只看变了的 ${count} 处`, {
      "aria-pressed": String(onlyNews), onclick: () => { onlyNews = !onlyNews; show(); },
    }))];
  return panel("tree", heading, make("table", "", make("tbody", "", rows.filter(Boolean)), { "aria-label": "角色，读屏说的话，测试用的名字" }),
    make("p", "legend", "中间是读屏说的话，右边是测试用的名字。虚线框是变了的地方，粗框是点的地方。"));
}

function state(step) {
  const changed = step.state.filter((row) => row.changed).length;
  const rows = step.state.map((row) => make("tr", row.changed ? "changed" : "", [
    make("th", "", row.name, { scope: "row" }),
    make("td", "", row.changed ? [make("del", "", row.was || "—"), " → ", make("ins", "", row.now || "—")] : row.now),
  ]));
  return panel("state", ["视图模型", make("span", "dim", step.moved ? "换了一屏" : changed ? `变了 ${changed} 处` : "没有变")],
    make("table", "", make("tbody", "", rows)));
}

function waits(step) {
  const lines = step.waits.map((wait) => wait.came
    ? make("p", "", `${wait.what}：${seconds(wait.seconds)}`)
    : make("p", "", [make("span", "strong", wait.what), make("br"),
      `等了 ${seconds(wait.seconds)}（最多 ${seconds(story.patience, 0)}，这台机器 ×${story.factor.toFixed(1)}），看了 ${wait.looks} 次，没有等到`]));
  return panel("", ["等了什么"], lines.length ? lines : [make("p", "dim", "什么也没有等")]);
}

function network(step) {
  let from = chosen;
  while (from >= 0 && steps[from].exchanges.length === 0) from -= 1;
  const said = from === chosen ? `${step.exchanges.length} 次往来，已遮住` : from < 0 ? "没有往来" : `这一步没有往来；上一次是第 ${from + 1} 步`;
  const calls = (from === chosen ? step.exchanges : []).flatMap((one) => {
    const well = one.status >= 200 && one.status < 300 && !one.ended;
    return [
      make("div", "call mono", [`${one.method} ${one.path}`, make("span", well ? "end" : "end bad", `${one.status || ""} ${one.ended} ${one.ms} 毫秒`)]),
      one.asked ? make("pre", "sent", one.asked) : null,
      one.told ? make("pre", "sent", one.told) : null,
    ];
  });
  return panel("net", ["网络", make("span", "dim", said)], calls);
}

function log(step) {
  const lines = step.log.map((line) => make("div", line.level, [make("span", "dim", `${line.at.toFixed(3)} `), line.text]));
  return panel("log", ["日志", make("span", "dim", `${step.log.length} 行`)], lines);
}

function show() {
  const step = steps[chosen];
  document.querySelector("main").replaceChildren(pictures(step), tree(step),
    make("div", "right", [state(step), waits(step), network(step), log(step)]));
  for (const list of [".steps button", ".bars button"]) {
    document.querySelectorAll(list).forEach((button, at) => {
      if (at === chosen) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    });
  }
  document.getElementById("back").disabled = chosen === 0;
  document.getElementById("on").disabled = chosen === done - 1;
  document.getElementById("now").textContent = `第 ${chosen + 1} 步，${step.name}，${HOW[step.how].slice(2)}`;
  document.querySelector(".tree .new, .tree .changed, .tree .touched")?.scrollIntoView({ block: "center" });
  fit();
}

function choose(at) {
  if (at < 0 || at >= done) return;
  chosen = at;
  side = "after";
  onlyNews = false;
  show();
  if (document.activeElement?.closest(".steps")) document.querySelectorAll(".steps button")[at].focus();
  document.querySelectorAll(".steps li")[at].scrollIntoView({ block: "nearest", inline: "center" });
}

document.body.append(header(), told(), strip(), time(), make("main"), make("p", "unseen", "", { id: "now", "aria-live": "polite" }));
document.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  choose(chosen + step);
});
window.addEventListener("resize", fit);
if (done > 0) choose(story.wrong ? story.wrong - 1 : 0);
