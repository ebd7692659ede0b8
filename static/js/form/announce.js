// What a screen reader should say: one polite place for the whole page.

export function announce(sentence) {
  const place = document.querySelector("[data-announce]");
  place.textContent = "";
  // A new text node after a moment is read even when the sentence is the same as before.
  setTimeout(() => { place.textContent = sentence; }, 50);
}
