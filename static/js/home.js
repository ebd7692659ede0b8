// The first page: after «Đã lưu» the copy that the set-up kept of itself is no longer needed.

const sent = sessionStorage.getItem("docgen:sent");
if (sent && document.querySelector("[data-kept]")) {
  localStorage.removeItem(sent);
  sessionStorage.removeItem("docgen:sent");
}
