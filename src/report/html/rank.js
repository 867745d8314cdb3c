"use strict";

// What the program does in src/assess, done again for other weights: whole
// numbers only (BigInt), the same order, the same printed numbers.
//
// What depends on more than weights is in the data, worked out per profile:
// levels and demands after the rules for evidence. A demand of a profile that
// says `knock-outs: weighed` counts while its criterion has weight; its outcome
// is in the data whether it counts or not.

const Ranking = (() => {
  const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));

  // weights.rs: a criterion weighs budget × weight / sum of the weights in its
  // theme. Multiplying by a common multiple of those sums makes all of them
  // whole, and a common factor changes no score.
  function parts(data, budgets, weights) {
    const written = weights.map(BigInt);
    if (budgets === null) {
      return written;
    }
    const sums = budgets.map(() => 0n);
    data.criteria.forEach((criterion, at) => (sums[criterion.theme] += written[at]));
    const scale = sums.reduce((all, sum) => (sum > 0n ? (all * sum) / gcd(all, sum) : all), 1n);
    return data.criteria.map(({ theme }, at) =>
      sums[theme] > 0n ? (scale * BigInt(budgets[theme]) * written[at]) / sums[theme] : 0n,
    );
  }

  // ratio.rs, `in_parts`: how many 1/parts a fraction is, half up.
  function inParts(numerator, denominator, parts) {
    return denominator === 0n ? 0n : (numerator * 2n * parts + denominator) / (2n * denominator);
  }

  // ratio.rs, `shown_in`: the same for people, who see 0 and 1 only where that is
  // exact.
  function shownIn(numerator, denominator, parts) {
    const rounded = inParts(numerator, denominator, parts);
    if (numerator === 0n || numerator >= denominator) {
      return rounded;
    }
    return rounded < 1n ? 1n : rounded >= parts ? parts - 1n : rounded;
  }

  // apportion.rs, `shares`: rounded by largest remainder, so that they add up to
  // the whole; one that would become 0 gets a step of the largest.
  function shares(weigh, total, steps) {
    const found = weigh.map((part) => (part * steps) / total);
    const missing = Number(steps - found.reduce((sum, part) => sum + part, 0n));
    const rest = (at) => (weigh[at] * steps) % total;
    const order = weigh.map((_, at) => at).filter((at) => rest(at) > 0n);
    const isBefore = (a, b) => rest(a) > rest(b) || (rest(a) === rest(b) && weigh[a] > weigh[b]);
    order.sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : a - b));
    order.slice(0, missing).forEach((at) => (found[at] += 1n));
    weigh.forEach((part, at) => {
      // Of equal ones the least of the exact shares, so that the order is kept.
      const isLarger = (one, other) =>
        found[one] > found[other] || (found[one] === found[other] && weigh[one] < weigh[other]);
      const largest = found.reduce((best, _, other) => (isLarger(other, best) ? other : best), 0);
      if (part > 0n && found[at] === 0n && found[largest] > 1n) {
        found[largest] -= 1n;
        found[at] = 1n;
      }
    });
    return found;
  }

  // score.rs, `whole_points`: whole points with sources, of own work, open and not
  // favourable; the lowest rounded down and the highest up.
  function whole(low, ownWork, high, most) {
    const down = (sum) => (sum > 0n && sum * 100n < most ? 1n : (sum * 100n) / most);
    const up = high < most ? (high * 100n + most - 1n) / most : 100n;
    const end = high < most && up > 99n ? 99n : up;
    const start = down(low);
    const top = end < start ? start : end;
    const own = ownWork === 0n ? start : down(low + ownWork);
    const middle = own > top ? top : own;
    return [start, middle - start, top - middle, 100n - top].map(Number);
  }

  // tiles.rs: what can be said of a theme, by its bounds; `null` where it weighs nothing.
  function tile({ low, ownWork, high, open, weight }) {
    if (weight === 0n) {
      return null;
    }
    if (low >= 60n * weight) {
      return "favourable";
    }
    if (high <= 40n * weight) {
      return "unfavourable";
    }
    if (low + ownWork >= 60n * weight) {
      return "own-work";
    }
    return 2n * open > weight ? "unknown" : "mixed";
  }

  // score.rs and eligibility.rs: score, shares and class of one alternative.
  function standing(data, view, at, weigh, total, isActive) {
    const cells = view.states[at];
    let [low, ownWork, high] = [0n, 0n, 0n];
    // The parts that are known, own work, and open.
    const divided = [0n, 0n, 0n];
    // The same of each theme.
    const themes = data.themes.map(() => ({ low: 0n, ownWork: 0n, high: 0n, open: 0n, weight: 0n }));
    let [open, own, old, undated, word] = [0, 0, 0, 0, 0];
    cells.forEach((state, criterion) => {
      const part = weigh[criterion];
      old += state.stale === 1 ? 1 : 0;
      undated += state.stale === 2 ? 1 : 0;
      word += state.status === "institution" ? 1 : 0;
      if (part === 0n) {
        return;
      }
      const theme = themes[data.criteria[criterion].theme];
      theme.weight += part;
      theme.low += part * state.low;
      theme.high += part * state.high;
      low += part * state.low;
      high += part * state.high;
      if (state.low === state.high) {
        divided[0] += part;
      } else if (state.status === "own-work") {
        divided[1] += part;
        ownWork += part * (state.high - state.low);
        theme.ownWork += part * (state.high - state.low);
        own += 1;
      } else {
        divided[2] += part;
        theme.open += part;
        open += 1;
      }
    });
    const rules = view.rules[at].filter(([demand, , , weighed]) => isActive(demand, weighed));
    const eligibility = rules.reduce((worst, [, , effect]) => Math.max(worst, effect), 0);
    const hasPlace = eligibility < 2 && divided[2] < total;
    const little = divided[2] * 3n > total * 2n;
    const block = ["eligible", "undecided", "knocked-out"][eligibility];
    const group = view.groups[at];
    const points = whole(low, ownWork, high, 100n * total);
    const tiles = themes.map(tile);
    const counts = { open, own, word, old, undated };
    return { at, group, low, ownWork, high, points, tiles, divided, ...counts, rules, eligibility, block, hasPlace, little };
  }

  // ranking.rs: what alternatives are ordered by, inside each class.
  function keys(by, one) {
    if (by === "high") {
      return [one.high, one.low];
    }
    return by === "middle" ? [one.low + one.high, one.low] : [one.low, one.high];
  }

  function compare(by, a, b) {
    if (a.eligibility !== b.eligibility) {
      return a.eligibility - b.eligibility;
    }
    const [first, second] = [keys(by, a), keys(by, b)];
    const differs = first[0] === second[0] ? 1 : 0;
    return first[differs] === second[differs] ? 0 : first[differs] > second[differs] ? -1 : 1;
  }

  // How many of some sorted numbers are above a bound.
  function above(sorted, bound) {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle] <= bound) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return sorted.length - from;
  }

  // ranking.rs: ranks with ties, and the ranks that remain possible, counted by
  // sorted scores per class.
  function place(by, members) {
    const order = [...members].sort((a, b) => compare(by, a, b) || a.at - b.at);
    order.forEach((one, at) => {
      one.rank = at > 0 && compare(by, order[at - 1], one) === 0 ? order[at - 1].rank : at + 1;
    });
    const sorted = (which) =>
      [0, 1, 2].map((eligibility) =>
        members
          .filter((one) => one.eligibility === eligibility)
          .map((one) => one[which])
          .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      );
    const lows = sorted("low");
    const highs = sorted("high");
    for (const one of members) {
      const itself = one.high > one.low ? 1 : 0;
      if (one.eligibility === 2) {
        one.best = 1 + lows[0].length + above(lows[1], one.high) + above(lows[2], one.high);
        one.worst = 1 + highs[0].length + highs[1].length + above(highs[2], one.low) - itself;
      } else {
        one.best = 1 + above(lows[0], one.high);
        one.worst =
          one.eligibility === 0
            ? 1 + above(highs[0], one.low) - itself + above(highs[1], one.low)
            : highs[0].length + highs[1].length + above(highs[2], one.low);
      }
    }
    return order;
  }

  // The states of the cells of a view, taken from their three letters each.
  function unpack(data) {
    const states = data.states.map(([low, high, status, stale, counts]) => {
      const [lowest, highest] = [BigInt(low), BigInt(high)];
      return { low: lowest, high: highest, status, stale, counts: counts === 1 };
    });
    for (const view of data.views) {
      view.states = view.cells.map((text) =>
        data.criteria.map((_, at) => states[parseInt(text.slice(3 * at, 3 * at + 3), 36)]),
      );
    }
  }

  // Everything of one ranking; of a choice (numbers of alternatives; all where it is
  // empty) only those have a place, in one group. `null` when nothing has weight.
  function rank(data, profile, budgets, weights, chosen = []) {
    const view = data.views[profile.view];
    const weigh = parts(data, budgets, weights);
    const total = weigh.reduce((sum, part) => sum + part, 0n);
    if (total === 0n) {
      return null;
    }
    // An outcome with a fourth part holds only while the criterion weighs something,
    // or only while it weighs nothing.
    const isActive = (demand, weighed) => {
      const { c, ko } = data.demands[demand];
      return (!(profile.weighed && ko) || weigh[c] > 0n) && (weighed === undefined || weighed === weigh[c] > 0n);
    };
    const all = data.alternatives.map((_, at) => standing(data, view, at, weigh, total, isActive));
    const isChoice = chosen.length > 0;
    // A choice has a list of its own, after the groups.
    const groups = isChoice ? [data.groups > 1 ? data.groups : 0] : [...Array(data.groups).keys()];
    for (const one of all) {
      one.isIn = !isChoice || chosen.includes(one.at);
      one.hasPlace = one.hasPlace && one.isIn;
      one.group = !one.isIn ? null : isChoice ? groups[0] : one.group;
    }
    const members = all.filter((one) => one.isIn);
    for (const group of groups) {
      place(data.rankBy, members.filter((one) => one.group === group));
    }
    for (const one of all) {
      // What own work can add, in tenths of a point: the difference of what is printed.
      const tenths = (sum) => shownIn(sum, 100n * total, 1000n);
      one.ownTenths = tenths(one.low + one.ownWork) - tenths(one.low);
      one.known = shares(one.divided, total, 100n)[0];
    }
    const ofThemes = data.themes.map((_, theme) =>
      data.criteria.reduce((sum, criterion, at) => (criterion.theme === theme ? sum + weigh[at] : sum), 0n),
    );
    const percents = shares(ofThemes, total, 100n);
    const tenths = shares(weigh, total, 1000n);
    return { all, members, groups, weigh, percents, tenths, demands: view.demands.filter((demand) => isActive(demand)) };
  }

  // card.rs: the criteria that a card names: the best that weigh most, what to mind, and
  // what keeps most open; three of each at most.
  function named(data, view, weigh, standing) {
    const cells = view.states[standing.at];
    const all = data.criteria.map((_, at) => at);
    const heaviest = (isMeant) =>
      all
        .filter((at) => weigh[at] > 0n && cells[at].low === cells[at].high && isMeant(cells[at].low))
        .sort((a, b) => (weigh[a] === weigh[b] ? a - b : weigh[a] > weigh[b] ? -1 : 1));
    const criterion = ([demand]) => data.demands[demand].c;
    const has = (statuses, at) => standing.rules.some((rule) => statuses.includes(rule[1]) && criterion(rule) === at);
    const order = [...standing.rules].sort((a, b) => view.demands.indexOf(a[0]) - view.demands.indexOf(b[0]));
    const failed = order.map(criterion).filter((at) => has(["fires", "indication"], at));
    const kept = (at) => weigh[at] * (cells[at].high - cells[at].low);
    const isOpen = (at) => cells[at].low !== cells[at].high && cells[at].status !== "own-work";
    const open = all.filter((at) => isOpen(at) && (weigh[at] > 0n || has(["indication", "open", "condition"], at)));
    open.sort((a, b) => (kept(a) === kept(b) ? a - b : kept(a) > kept(b) ? -1 : 1));
    const mind = new Set([...failed, ...heaviest((level) => level <= 25n)]);
    return { strong: heaviest((level) => level === 100n).slice(0, 3), mind: [...mind].slice(0, 3), open: open.slice(0, 3) };
  }

  // The members of a block as people see them: by place, then those without one by
  // name.
  function inBlock(data, all, group, block) {
    const name = (one) => data.alternatives[one.at].by;
    return all
      .filter((one) => one.group === group && one.block === block)
      .sort((a, b) => {
        if (a.hasPlace !== b.hasPlace) {
          return a.hasPlace ? -1 : 1;
        }
        return a.hasPlace ? a.rank - b.rank || a.at - b.at : name(a) - name(b);
      });
  }

  return { unpack, rank, inBlock, named, shownIn, shares };
})();
