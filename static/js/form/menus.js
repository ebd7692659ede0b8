// What may be done with a row: a strip of buttons that opens below it, one at a time.

export function startMenus(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-menu]");
    if (button) toggle(form, button.closest("[data-row]"));
  });
  form.addEventListener("keydown", (event) => {
    const strip = event.key === "Escape" && event.target.closest("[data-menu-list]");
    if (!strip) return;
    closeMenu(strip.parentElement);
    strip.parentElement.querySelector("[data-menu]").focus();
  });
}

export function openMenu(row) {
  show(row, true);
}

export function closeMenu(row) {
  show(row, false);
}

function toggle(form, row) {
  const isOpen = row.classList.contains("menu-open");
  form.querySelectorAll(".menu-open").forEach(closeMenu);
  if (!isOpen) openMenu(row);
}

function show(row, isOpen) {
  row.classList.toggle("menu-open", isOpen);
  row.querySelector("[data-menu]").setAttribute("aria-expanded", String(isOpen));
}
