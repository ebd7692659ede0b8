// The law of levels in an outline: which row stands under which, and what raising one makes of it.
// Levels are words («Điều», «Khoản»); "" is a plain paragraph. The law itself is the server's.

export class Levels {
  constructor(law) {
    this.law = { ranks: {}, ladders: [], referable: [], ...law };
  }

  rank(level) {
    return this.law.ranks[level || this.law.plain] ?? 9;
  }

  // How deep each row stands.
  depths(levels) {
    const above = [];
    return levels.map((level) => {
      const rank = this.rank(level);
      while (above.length && above[above.length - 1] >= rank) above.pop();
      above.push(rank);
      return above.length - 1;
    });
  }

  // How many rows a row and what stands under it are.
  lengthOf(levels, at) {
    const end = levels.findIndex((level, index) => index > at && this.rank(level) <= this.rank(levels[at]));
    return (end < 0 ? levels.length : end) - at;
  }

  // Beside which row a block lands when it moves by one place: before its neighbour above, after the
  // one below with all that stands under that.
  landing(levels, at, step) {
    if (step < 0) {
      let to = at - 1;
      while (to > 0 && this.rank(levels[to]) > this.rank(levels[at])) to -= 1;
      return to;
    }
    const next = at + this.lengthOf(levels, at);
    if (next >= levels.length || this.rank(levels[next]) < this.rank(levels[at])) return next;
    return next + this.lengthOf(levels, next) - 1;
  }

  // The level one step up or down the ladder that the text uses; null at its end.
  next(levels, at, step) {
    const level = levels[at] || this.law.plain;
    const ladder = this.ladder(levels, at, level);
    const to = ladder.indexOf(level) + step;
    return ladder.includes(level) && to >= 0 && to < ladder.length ? ladder[to] : null;
  }

  ladder(levels, at, level) {
    const ladders = this.law.ladders.filter((one) => one.includes(level));
    if (ladders.length < 2) return ladders[0] || [];
    const own = (one) => one.filter((step) => !ladders.every((other) => other.includes(step)));
    for (const near of [...levels.slice(0, at).reverse(), ...levels.slice(at)]) {
      const found = ladders.find((one) => own(one).includes(near));
      if (found) return found;
    }
    return ladders[0];
  }

  // How many steps lie between two levels; none when no ladder has both.
  distance(was, now) {
    const [from, to] = [was || this.law.plain, now || this.law.plain];
    const ladder = this.law.ladders.find((one) => one.includes(from) && one.includes(to));
    return ladder ? ladder.indexOf(to) - ladder.indexOf(from) : 0;
  }

  // What follows its row: numbered levels do, dashes, paragraphs and tables stay what they are.
  moved(level, step) {
    const ladder = this.law.ladders.find((one) => one.includes(level));
    if (!ladder || ladder.indexOf(level) >= ladder.length - 2) return level;
    return ladder[Math.max(0, Math.min(ladder.length - 2, ladder.indexOf(level) + step))];
  }

  canBeReferredTo(level) {
    return this.law.referable.includes(level);
  }
}
