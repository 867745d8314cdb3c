
// Puts a ranking on the page. Texts only ever enter as text, and only what
// differs from what is there is touched.

const Show = (() => {
  const SIGNS = { "0:0": "o", "50:50": "d", "100:100": "g", "0:100": "og", "0:50": "od", "50:100": "dg" };
  const UNKNOWN = ["unknown", "not-researched", "below-grade"];

  const one = (selector, within = document) => within.querySelector(selector);
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Elements that stay whatever happens, looked up the first time only: a search
  // through a large page takes longer than a ranking.
  const known = new Map();
  function fixed(selector) {
    if (!known.has(selector)) {
      known.set(selector, every(selector));
    }
    return known.get(selector);
  }

  function text(element, words) {
    if (element !== null && element.textContent !== words) {
      element.textContent = words;
    }
  }

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  function fill(words, values) {
    return words.replace(/\{([a-z]+)\}/g, (_, key) => String(values[key]));
  }

  // Where everything is, looked up once.
  function places(data) {
    const at = (list, key) => {
      const found = [];
      for (const element of list) {
        found[Number(element.dataset[key])] = element;
      }
      return found;
    };
    const fields = (element) =>
      element === undefined
        ? {}
        : Object.fromEntries(every("[data-f]", element).map((field) => [field.dataset.f, field]));
    const rows = at(every("li[data-a]"), "a");
    return {
      rows,
      fields: data.alternatives.map((_, number) => fields(rows[number])),
      bars: data.alternatives.map((_, number) => (rows[number] ? one("svg.bar", rows[number]) : null)),
      lines: at(every("tr[data-m]"), "m"),
      variants: at(every("li[data-p]"), "p"),
      groups: at(every("[data-group]"), "group"),
      tops: at(every("[data-top]"), "top"),
      blocks: at(every("[data-group]"), "group").map((group) => every("[data-block]", group)),
      themeWeights: at(every("[data-w-theme]"), "wTheme"),
      themeShares: at(every("[data-share-theme]"), "shareTheme"),
      weights: at(every("[data-w-criterion]"), "wCriterion"),
      shares: at(every("[data-share-criterion]"), "shareCriterion"),
      rest: one("[data-rest]"),
      body: one(".matrix tbody"),
      views: new Map(),
    };
  }

  const points = (data, tenths) => tenths / 10n + data.sign + (tenths % 10n);

  function placeWords(words, { best, worst }) {
    return fill(best === worst ? words.place : words.places, { best, worst });
  }

  // The points, place and known share of an alternative, in one line.
  function figures(data, words, standing) {
    const [low, , high] = standing.tenths.map((tenths) => points(data, tenths));
    const place = standing.hasPlace ? "; " + placeWords(words, standing) : "";
    return fill(words.range, { low, high }) + place + "; " + fill(words.known, { known: standing.known });
  }

  // What the institution sees to itself, and what that can add.
  function ownWork(data, words, { own, tenths }) {
    return fill(own === 1 ? words["self-one"] : words["self"], { n: own, points: points(data, tenths[1] - tenths[0]) });
  }

  function bar(svg, [low, withOwn, high], label) {
    if (svg.getAttribute("aria-label") === label) {
      return;
    }
    const percent = (tenths) => tenths / 10n + "." + (tenths % 10n) + "%";
    svg.setAttribute("aria-label", label);
    one(".shown", svg).setAttribute("width", percent(low));
    const part = (name, from, to) => {
      one(name, svg).setAttribute("x", percent(from));
      one(name, svg).setAttribute("width", percent(to - from));
    };
    part(".own", low, withOwn);
    part(".open", withOwn, high);
  }

  // The demands of an alternative that are not certainly met.
  function demands(data, list, standing) {
    const key = JSON.stringify(standing.rules);
    if (list.dataset.rules === key) {
      return;
    }
    list.dataset.rules = key;
    // A criterion is named once, at its strongest demand.
    const criteria = new Set(standing.rules.map(([demand]) => data.demands[demand].c));
    const items = data.statuses.flatMap(([status, label]) => {
      const isAt = (at) => ([demand, its]) => its === status && data.demands[demand].c === at;
      const mine = [...criteria].filter((at) => standing.rules.some(isAt(at)));
      mine.forEach((at) => criteria.delete(at));
      const titles = mine.map((at) => {
        const { title, grounds } = data.criteria[at];
        return status === "fires" && grounds !== "" ? title + " (" + grounds + ")" : title;
      });
      return titles.length === 0
        ? []
        : [make("li", { class: status }, make("b", {}, label + ":"), " " + titles.join("; "))];
    });
    list.replaceChildren(...items);
  }

  function counted(words, key, n) {
    return n === 1 ? words[key + "-one"] : fill(words[key], { n });
  }

  function row(data, words, page, standing, before) {
    const field = page.fields[standing.at];
    const [low, , high] = standing.tenths.map((tenths) => points(data, tenths));
    text(field.low, low);
    text(field.high, high);
    text(field.known, String(standing.known));
    field.place.hidden = !standing.hasPlace;
    text(field.places, standing.best === standing.worst ? String(standing.best) : standing.best + "–" + standing.worst);
    const own = ownWork(data, words, standing);
    const label = fill(words.range, { low, high }) + (standing.own > 0 ? "; " + own : "");
    bar(page.bars[standing.at], standing.tenths, label);
    demands(data, field.demands, standing);
    field.little.hidden = !standing.little;
    field.self.hidden = standing.own === 0;
    text(field.self, own);
    field.word.hidden = standing.word === 0;
    text(field.word, counted(words, "word", standing.word));
    field.stale.hidden = standing.stale === 0;
    text(field.stale, counted(words, "stale", standing.stale));
    moved(words, field.moved, standing, before);
  }

  // How an alternative moved compared with the unchanged profile, in words too.
  function moved(words, mark, standing, before) {
    const changed = before !== undefined && before.hasPlace && standing.hasPlace && before.rank !== standing.rank;
    if (!changed) {
      text(mark, "");
      return;
    }
    const up = standing.rank < before.rank;
    const sign = (up ? "▲ " : "▼ ") + Math.abs(standing.rank - before.rank) + " " + (up ? words.up : words.down);
    text(mark, sign + " (" + fill(words.moved, before) + ")");
  }

  // Puts children in an order without moving those that are in place.
  function arrange(parent, wanted) {
    wanted.forEach((child, at) => {
      if (parent.children[at] !== child) {
        parent.insertBefore(child, parent.children[at] ?? null);
      }
    });
  }

  // The title of a block; where nothing was demanded, "eligible" would say too much.
  function title(data, name, hasDemands) {
    return name === "eligible" && !hasDemands ? data.unasked : new Map(data.blocks).get(name);
  }

  function lists(data, page, ranking, hasDemands) {
    const lines = [];
    page.groups.forEach((element, group) => {
      let size = 0;
      page.blocks[group].forEach((block) => {
        const name = block.dataset.block;
        const members = Ranking.inBlock(data, ranking.all, group, name);
        arrange(one("ol", block), members.map((standing) => page.rows[standing.at]));
        lines.push(...members.map((standing) => page.lines[standing.at]));
        block.hidden = members.length === 0 || page.filter.has(name);
        text(one("[data-size]", block), String(members.length));
        text(one("[data-title]", block), title(data, name, hasDemands));
        size += members.length;
      });
      element.hidden = size === 0 && data.groups > 1;
    });
    const rest = ranking.all.filter((standing) => !standing.isIn);
    rest.sort((a, b) => data.alternatives[a.at].by - data.alternatives[b.at].by);
    arrange(one("ol", page.rest), rest.map((standing) => page.rows[standing.at]));
    text(one("[data-size]", page.rest), String(rest.length));
    page.rest.hidden = rest.length === 0;
    for (const standing of ranking.all) {
      page.lines[standing.at].hidden = !standing.isIn;
    }
    arrange(page.body, lines);
  }

  function summary(data, words, page, ranking, hasDemands) {
    const all = ranking.members;
    for (const [name] of data.blocks) {
      text(fixed("[data-count=" + name + "]")[0], String(all.filter((standing) => standing.block === name).length));
    }
    fixed("[data-word=eligible]").forEach((element) => text(element, title(data, "eligible", hasDemands)));
    text(fixed("[data-all]")[0], String(all.length));
    text(fixed("[data-lead]")[0], String(all.filter((standing) => standing.best === 1).length));
    const asked = BigInt(all.length * ranking.weigh.filter((part) => part > 0n).length);
    const open = BigInt(all.reduce((sum, standing) => sum + standing.open, 0));
    text(fixed("[data-open-share]")[0], String(Ranking.shownIn(open, asked, 100n)));
    page.tops.forEach((element, group) => {
      const mine = Ranking.inBlock(data, ranking.all, group, "eligible");
      const some = one("[data-some]", element);
      some.hidden = mine.length === 0;
      one("[data-none]", element).hidden = mine.length > 0;
      if (mine.length > 0) {
        const named = mine.slice(0, data.named).map((standing) => {
          const line = make("span", { class: "figures" }, figures(data, words, standing));
          return make("li", {}, make("b", {}, data.alternatives[standing.at].name), line);
        });
        one("ol", some).replaceChildren(...named);
        one("[data-more]", some).hidden = mine.length <= data.named;
        text(one("[data-more] span", some), String(mine.length - data.named));
      }
      if (data.groups > 1) {
        element.hidden = !all.some((standing) => standing.group === group);
      }
    });
  }

  // The profile and its weights as they are now.
  function weighing(data, words, page, state, ranking) {
    const profile = data.profiles[state.profile];
    const own = State.isOwn(data, state);
    fixed("[data-profile]").forEach((element) =>
      text(element, own ? fill(words.own, { name: profile.name }) : profile.name),
    );
    fixed("[data-because]").forEach((element) => text(element, profile.because));
    fixed("[data-own]")[0].hidden = !own;
    fixed("[data-asked]").forEach((element) => (element.hidden = state.profile !== data.chosen));
    data.themes.forEach((_, theme) => {
      text(page.themeWeights[theme], state.budgets === null ? "–" : String(state.budgets[theme]));
      text(page.themeShares[theme], String(ranking.percents[theme]));
    });
    data.criteria.forEach((_, at) => {
      text(page.weights[at], String(state.weights[at]));
      text(page.shares[at], points(data, ranking.tenths[at]));
    });
  }

  function demandCards(data, ranking) {
    const names = (demand) =>
      ranking.members
        .filter((standing) => standing.rules.some((rule) => rule[0] === demand && rule[1] === "fires"))
        .map((standing) => data.alternatives[standing.at].name);
    fixed("[data-demand]").forEach((card) => {
      const demand = Number(card.dataset.demand);
      const hit = names(demand);
      card.hidden = !ranking.demands.includes(demand);
      one("[data-hit]", card).hidden = hit.length === 0;
      text(one("[data-hit] span", card), hit.join("; "));
    });
    fixed("[data-no-demands]")[0].hidden = ranking.demands.length > 0;
  }

  // A level as its class and its words.
  function level(words, state) {
    const name = (value) =>
      ({ 0: words.insufficient, 50: words.partly, 100: words.good })[value] ?? fill(words.percent, { n: value });
    if (state.low === state.high) {
      return [SIGNS[state.low + ":" + state.high] ?? "x", name(state.low)];
    }
    if (state.status === "own-work") {
      return ["w", words["own-work"]];
    }
    if (UNKNOWN.includes(state.status)) {
      return ["u", words.unknown];
    }
    const pair = state.low + ":" + state.high;
    const pattern = ["0:50", "50:100"].includes(pair) ? words.or : words.to;
    return [SIGNS[pair] ?? "r", fill(pattern, { low: name(state.low), high: name(state.high) })];
  }

  // Another profile may trust other evidence: then the table, the answers and
  // the open questions follow.
  function view(data, words, page, number) {
    if (page.view === number) {
      return;
    }
    page.view = number;
    const { states } = data.views[number];
    states.forEach((mine, at) => {
      mine.forEach((state, criterion) => {
        const [sign, name] = level(words, state);
        const cell = page.lines[at].cells[criterion + 1];
        cell.className = sign;
        const bounds = sign === "x" ? state.low + "%" : state.low + "–" + state.high + "%";
        text(cell.firstElementChild, sign === "x" || sign === "r" ? bounds : name);
      });
    });
    every("[data-open]").forEach((element) => {
      const criterion = Number(element.dataset.open);
      const isOpen = ({ low, high, status }) => low !== high && status !== "own-work";
      const open = states.filter((mine) => isOpen(mine[criterion]));
      text(element, String(open.length));
    });
    every("p.answer").forEach((answer) => {
      const [at] = answer.dataset.v.split(" ");
      const state = states[at][Number(answer.parentElement.dataset.c)];
      const [sign, name] = level(words, state);
      const badge = one(".level", answer);
      badge.className = "level " + sign;
      text(badge, state.status === "below-grade" ? name + ": " + words["below-grade"] : name);
    });
  }

  // Everything.
  function all(data, words, page, state, ranking, before) {
    const hasDemands = ranking.demands.length > 0;
    view(data, words, page, data.profiles[state.profile].view);
    for (const standing of ranking.all) {
      row(data, words, page, standing, before?.all[standing.at]);
      const line = figures(data, words, standing);
      text(one("[data-f=figures]", page.variants[standing.at]), line);
      text(one("[data-f=class]", page.variants[standing.at]), title(data, standing.block, hasDemands));
      const [low, , high] = standing.tenths.map((tenths) => points(data, tenths));
      const place = standing.hasPlace ? "; " + placeWords(words, standing) : "";
      text(
        one("[data-f=figures]", page.lines[standing.at]),
        low + "–" + high + place + "; " + fill(words.known, { known: standing.known }),
      );
    }
    lists(data, page, ranking, hasDemands);
    summary(data, words, page, ranking, hasDemands);
    weighing(data, words, page, state, ranking);
    demandCards(data, ranking);
  }

  return { places, all, figures, points, fill, one, every, fixed, text, make, level };
})();
