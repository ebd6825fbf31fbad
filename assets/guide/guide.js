// What a page of the guide can do beside being read: larger letters, kept while one reads on, a search, and paper.
const root = document.documentElement;
const larger = document.getElementById("larger");
function grow(wanted) {
  root.classList.toggle("larger", wanted);
  larger.setAttribute("aria-pressed", String(wanted));
  try { sessionStorage.setItem("larger", wanted ? "1" : ""); } catch { /* From a file some browsers keep nothing. */ }
}
larger.addEventListener("click", () => grow(!root.classList.contains("larger")));
// Of the contents only what is looked for; with nothing in the field they are as they were.
const lists = [...document.querySelectorAll("nav details")].map(list => ({ list, open: list.open }));
document.getElementById("find").addEventListener("input", event => {
  const wanted = event.target.value.trim();
  for (const { list, open } of lists) {
    let heading = "", found = false;
    for (const line of list.querySelectorAll("li")) {
      const isHeading = line.classList.contains("heading");
      heading = isHeading ? line.textContent : line.classList.contains("part") ? heading : "";
      line.hidden = !(heading + line.textContent).includes(wanted);
      found ||= !line.hidden;
    }
    list.hidden = !found;
    list.open = wanted ? found : open;
  }
});
document.getElementById("print").addEventListener("click", () => window.print());
try { grow(Boolean(sessionStorage.getItem("larger"))); } catch { grow(false); }
