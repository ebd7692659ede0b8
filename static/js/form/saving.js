// Saved as it is typed. One request at a time, the latest wins; its answer brings the new preview.
//
// Whatever is not yet with the server lies in the browser's own store, so that neither a dead
// server nor a closed window loses it; when the page is opened again it is offered (recovery.js).

import { Copies } from "./copies.js";
import { renumber } from "./names.js";

const PAUSE = 250; // ms after the last key
const AGAIN = 4000; // ms until the next try when the server does not answer
const NOT_TYPED = ["csrf_token", "revision"];

export class Saving {
  // `tell(state, words)`: typing | saving | saved | failed | stopped. `answered(answer)`: see web/documents.py.
  constructor(form, { tell, answered }) {
    Object.assign(this, { form, tell, answered });
    this.url = form.dataset.draft;
    this.copies = new Copies(this.url);
    this.saved = typed(form);
    this.running = null;
    this.stopped = false;
    window.addEventListener("beforeunload", (event) => {
      if (!this.isUnsaved()) return;
      this.keepCopy();
      event.preventDefault();
      event.returnValue = "";
    });
    document.addEventListener("visibilitychange", () => document.hidden && this.isUnsaved() && this.keepCopy());
    window.addEventListener("online", () => this.isUnsaved() && this.soon(0));
  }

  isUnsaved() {
    renumber(this.form);
    return typed(this.form) !== this.saved;
  }

  changed() {
    this.soon(PAUSE);
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send().catch(() => {}), pause);
  }

  // Resolves when everything typed so far is with the server; rejects with the reason why not.
  async flush() {
    clearTimeout(this.timer);
    while (this.running) await this.running.catch(() => {});
    if (this.isUnsaved()) await this.send();
  }

  // Nothing is sent that the server has; looking alone (`only`) keeps nothing.
  async send(only = false) {
    if (this.running) return this.soon(PAUSE);
    if (this.stopped) return this.keepCopy();
    if (!only && !this.isUnsaved()) return undefined;
    this.running = this.exchange(only);
    try {
      return await this.running;
    } finally {
      this.running = null;
    }
  }

  async exchange(only) {
    renumber(this.form);
    const now = typed(this.form);
    if (!only) this.tell("saving", "Đang lưu…");
    try {
      const answer = await post(this.url, this.form, only ? { preview_only: "1" } : {});
      if (!only) this.keptBy(answer, now);
      this.answered(answer);
      if (typed(this.form) !== now) this.soon(PAUSE);
    } catch (error) {
      this.failed(error);
      throw error;
    }
  }

  keptBy(answer, now) {
    this.form.elements.revision.value = answer.revision;
    this.saved = now;
    if (typed(this.form) === now) {
      this.copies.forget();
      this.tell("saved", `Đã lưu ${answer.saved_at}`);
    }
  }

  failed(error) {
    if (!this.isUnsaved()) return this.tell("failed", error.message);
    this.keepCopy();
    if (error.status && error.status < 500) {
      this.stopped = true;
      return this.tell("stopped", error.message);
    }
    this.soon(AGAIN);
    return this.tell("failed", "Chưa lưu được: máy chủ không trả lời. Phần vừa gõ được giữ trên máy này và sẽ tự lưu lại.");
  }

  keepCopy() {
    renumber(this.form);
    this.copies.keep({ body: typed(this.form), base: this.base(), revision: this.form.elements.revision.value });
  }

  // What the server had when this window last heard of it; null when that is not known.
  base() {
    return this.saved || null;
  }

  // What was merged from a copy becomes the draft; the page is then built anew by the server.
  async recover(body, copy) {
    clearTimeout(this.timer);
    while (this.running) await this.running.catch(() => {});
    await post(this.url, this.form, {}, body);
    this.copies.forget(copy.key);
    this.saved = typed(this.form);
  }
}

export async function post(url, form, extra = {}, body = typed(form)) {
  const sent = new URLSearchParams(body);
  sent.set("revision", form.elements.revision.value);
  for (const [name, value] of Object.entries(extra)) sent.set(name, value);
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": document.querySelector("meta[name=csrf-token]").content },
      body: sent,
    });
  } catch {
    throw Object.assign(new Error("Máy chủ không trả lời."), { status: 0 });
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw Object.assign(new Error(answer.message || "Máy chủ gặp lỗi."), { status: response.status, problems: answer.problems });
}

// Everything typed, as it is sent; equal texts are equal forms.
export function typed(form) {
  const data = new URLSearchParams(new FormData(form));
  NOT_TYPED.forEach((name) => data.delete(name));
  return data.toString();
}
