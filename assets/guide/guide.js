// What a page of the guide can do beside being read: larger letters, kept while one reads on, and paper.
const root = document.documentElement;
const larger = document.getElementById("larger");
function grow(wanted) {
  root.classList.toggle("larger", wanted);
  larger.setAttribute("aria-pressed", String(wanted));
  try { sessionStorage.setItem("larger", wanted ? "1" : ""); } catch { /* From a file some browsers keep nothing. */ }
}
larger.addEventListener("click", () => grow(!root.classList.contains("larger")));
document.getElementById("print").addEventListener("click", () => window.print());
try { grow(Boolean(sessionStorage.getItem("larger"))); } catch { grow(false); }
