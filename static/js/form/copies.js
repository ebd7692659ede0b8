// What a window could not save yet, kept in the browser's own store until the server has it.
//
// Each window has a copy of its own, so that two with the same address do not overwrite each other.
// A copy knows what it was typed upon: `base` (as the form then was) and its `revision`.

export class Copies {
  constructor(address) {
    this.prefix = `docgen:${address}:`;
    this.key = this.prefix + Date.now().toString(36) + Math.random().toString(36).slice(1);
  }

  // `copy`: { body, base, revision }.
  keep(copy) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ ...copy, at: Date.now() }));
    } catch {
      // No room or no permission: the page itself still holds everything.
    }
  }

  forget(key = this.key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept either.
    }
  }

  // The copies of other windows and of visits before this one, the oldest first.
  others() {
    let keys = [];
    try {
      keys = Object.keys(localStorage);
    } catch {
      return [];
    }
    return keys
      .filter((key) => key.startsWith(this.prefix) && key !== this.key)
      .map((key) => ({ key, ...read(key) }))
      .filter((copy) => typeof copy.body === "string")
      .sort((one, other) => one.at - other.at);
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
