// Small comforts of single fields: text boxes that grow with their text, counts that are told.

export function startGrowing(form) {
  form.querySelectorAll("[data-grows]").forEach(grow);
  form.addEventListener("input", (event) => event.target.matches("[data-grows]") && grow(event.target));
  window.addEventListener("resize", () => form.querySelectorAll("[data-grows]").forEach(grow));
  form.addEventListener("rows", (event) => event.target.querySelectorAll("[data-grows]").forEach(grow));
}

function grow(area) {
  if (area.scrollHeight <= area.clientHeight) return;
  area.style.height = `${Math.min(area.scrollHeight + 4, 480)}px`;
}

// «Có mặt 8/9 · …», at the place the server names.
export function showHints(form, hints) {
  for (const place of form.querySelectorAll("[data-hint]")) {
    const words = hints[place.dataset.hint] || "";
    if (place.textContent !== words) place.textContent = words;
    place.hidden = !words;
  }
}

// The step in which one reads or writes is marked in the list of steps.
export function startSteps(form) {
  const links = [...form.querySelectorAll("[data-step]")];
  const mark = (id) => links.forEach((link) => {
    if (link.dataset.step === id) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  });
  form.addEventListener("click", (event) => {
    const link = event.target.closest("[data-turn], [data-step]");
    if (!link) return;
    event.preventDefault();
    enter(document.getElementById(link.hash.slice(1)));
  });
  form.addEventListener("focusin", (event) => {
    const section = event.target.closest("[data-section]");
    if (section) mark(section.id);
  });
  const current = () => {
    const sections = [...form.querySelectorAll("[data-section]")];
    const passed = sections.filter((section) => section.getBoundingClientRect().top < 160);
    mark((passed.pop() || sections[0]).id);
  };
  document.addEventListener("scroll", current, { passive: true, capture: true });
  current();
}

// At the head of a part; one that is folded is opened.
function enter(section) {
  if (section.matches("details")) section.open = true;
  section.scrollIntoView({ block: "start" });
  section.querySelector(":scope > summary, :scope > h2").focus({ preventScroll: true });
}
