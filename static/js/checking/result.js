// The result of a check: the pages beside the list, a number in the margin at each spot.
//
// The file is somebody's: it is drawn inside a frame without scripts, and its own styles stay there.

import { announce } from "../form/announce.js";
import { Preview } from "../form/preview.js";
import { Spots } from "./spots.js";

const part = (name) => document.querySelector(`[data-${name}]`);
const frame = part("frame");
const waiting = part("waiting");
const rows = [...document.querySelectorAll("[data-place]")];
let spots = null;

part("list").addEventListener("click", (event) => {
  const row = event.target.closest("[data-place]");
  if (!row) return;
  event.preventDefault();
  goToSpot(row);
});
document.querySelectorAll("[data-view]").forEach((button) => button.addEventListener("click", () => showView(button.dataset.view)));

tell("Đang dựng trang văn bản…");
if (frame.contentDocument.querySelector(".sheet")) draw();
else frame.addEventListener("load", draw, { once: true });
// What was done is on this page; the file itself comes by the button, pressed once for everybody.
if ("mended" in document.getElementById("form").dataset) part("download").click();

async function draw() {
  const inner = frame.contentDocument;
  const preview = new Preview(inner.body, inner.querySelector(".sheet"), { tabs: true });
  window.addEventListener("resize", () => preview.fit());
  try {
    const layer = await preview.show(part("looked-at").content.textContent);
    spots = new Spots(layer, rows, goToRow);
    tell("");
  } catch (error) {
    tell(`Không hiện được trang văn bản (${error.message}). Danh sách bên cạnh vẫn đủ.`);
  }
}

function goToSpot(row) {
  if (!spots) return;
  choose(row);
  showView("pages");
  announce(spots.show(row));
}

function goToRow(row) {
  showView("list");
  const folded = row.closest("details");
  if (folded) folded.open = true;
  choose(row);
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "center" });
}

function choose(row) {
  rows.forEach((one) => one.toggleAttribute("aria-current", one === row));
}

function tell(words) {
  waiting.hidden = !words;
  waiting.textContent = words;
}

// On a narrow screen the list and the pages take turns.
function showView(name) {
  document.body.dataset.shows = name;
  document.querySelectorAll("[data-view]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === name)));
}
