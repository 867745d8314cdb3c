
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

  // Sets a class, and touches nothing where it is there.
  function dress(element, name) {
    if (name === "") {
      element.removeAttribute("class");
    } else if (element.className !== name) {
      element.className = name;
    }
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
      bodies: at(every("[data-lines]"), "lines"),
      variants: at(every("li[data-p]"), "p"),
      groups: at(every("[data-group]"), "group"),
      blocks: at(every("[data-group]"), "group").map((group) => every("[data-block]", group)),
      themeWeights: at(every("[data-w-theme]"), "wTheme"),
      themeShares: at(every("[data-share-theme]"), "shareTheme"),
      weights: at(every("[data-w-criterion]"), "wCriterion"),
      shares: at(every("[data-share-criterion]"), "shareCriterion"),
      rest: one("[data-rest]"),
    };
  }

  // A share of the whole, in percent.
  const percent = (data, tenths) => tenths / 10n + data.sign + (tenths % 10n);

  // `29 tot 77 punten`, or `29 punten`.
  function range(words, { points: [low, own, open] }) {
    const high = low + own + open;
    return fill(words.points, { range: low === high ? low : fill(words.range, { low, high }) });
  }

  // The parts of a bar in words.
  function parts(data, { points }) {
    return data.parts.map((part, at) => part + " " + points[at]).join(" · ");
  }

  function placeWords(words, { best, worst }) {
    return fill(best === worst ? words.place : words.places, { best, worst });
  }

  // The points, place and known share of an alternative, in one line.
  function figures(data, words, standing) {
    const place = standing.hasPlace ? [placeWords(words, standing)] : [];
    return [range(words, standing), ...place, fill(words.known, standing)].join("; ");
  }

  // What the institution sees to itself, and what that can add.
  function ownWork(data, words, { own, ownTenths }) {
    return fill(own === 1 ? words["self-one"] : words["self"], { n: own, points: percent(data, ownTenths) });
  }

  function bar(svg, [low, own, open], label) {
    if (svg.getAttribute("aria-label") === label) {
      return;
    }
    svg.setAttribute("aria-label", label);
    one(".shown", svg).setAttribute("width", low + "%");
    const part = (name, from, width) => {
      one(name, svg).setAttribute("x", from + "%");
      one(name, svg).setAttribute("width", width + "%");
    };
    part(".own", low, own);
    part(".open", low + own, open);
  }

  // The demands that are not certainly met: each status with its criteria, each of these
  // once, at its strongest demand.
  function demanded(data, { rules }) {
    const criteria = new Set(rules.map(([demand]) => data.demands[demand].c));
    return data.statuses.flatMap(([status, label]) => {
      const isAt = (at) => ([demand, its]) => its === status && data.demands[demand].c === at;
      const mine = [...criteria].filter((at) => rules.some(isAt(at)));
      mine.forEach((at) => criteria.delete(at));
      return mine.length === 0 ? [] : [{ status, label, mine }];
    });
  }

  function demands(data, list, standing) {
    const key = JSON.stringify(standing.rules);
    if (list.dataset.rules === key) {
      return;
    }
    list.dataset.rules = key;
    const items = demanded(data, standing).map(({ status, label, mine }) => {
      const titles = mine.map((at) => {
        const { title, grounds } = data.criteria[at];
        return status === "fires" && grounds !== "" ? title + " (" + grounds + ")" : title;
      });
      return make("li", { class: status }, make("b", {}, label + ":"), " " + titles.join("; "));
    });
    list.replaceChildren(...items);
  }

  function counted(words, key, n) {
    return n === 1 ? words[key + "-one"] : fill(words[key], { n });
  }

  function row(data, words, page, standing, before) {
    const field = page.fields[standing.at];
    text(field.range, range(words, standing));
    text(field.known, fill(words.known, standing));
    field.place.hidden = !standing.hasPlace;
    text(field.places, standing.best === standing.worst ? String(standing.best) : standing.best + "–" + standing.worst);
    const own = ownWork(data, words, standing);
    bar(page.bars[standing.at], standing.points, range(words, standing) + ": " + parts(data, standing));
    demands(data, field.demands, standing);
    field.little.hidden = !standing.little;
    field.self.hidden = standing.own === 0;
    text(field.self, own);
    field.word.hidden = standing.word === 0;
    text(field.word, counted(words, "word", standing.word));
    field.old.hidden = standing.old === 0;
    text(field.old, counted(words, "old", standing.old));
    field.undated.hidden = standing.undated === 0;
    text(field.undated, counted(words, "undated", standing.undated));
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
    page.groups.forEach((element, group) => {
      let size = 0;
      const lines = [];
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
      const body = page.bodies[group];
      body.hidden = element.hidden;
      const heads = every(".group", body);
      arrange(body, [...heads, ...lines]);
    });
    const rest = ranking.all.filter((standing) => !standing.isIn);
    rest.sort((a, b) => data.alternatives[a.at].by - data.alternatives[b.at].by);
    arrange(one("ol", page.rest), rest.map((standing) => page.rows[standing.at]));
    text(one("[data-size]", page.rest), String(rest.length));
    page.rest.hidden = rest.length === 0;
    for (const standing of ranking.all) {
      page.lines[standing.at].hidden = !standing.isIn;
    }
  }

  function summary(data, ranking, hasDemands) {
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
      text(page.shares[at], percent(data, ranking.tenths[at]));
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
      // On the sheet of a choice only what is not met or open for one of them is printed.
      const isAsked = ([its, status]) => its === demand && ["fires", "indication", "open"].includes(status);
      card.classList.toggle("met", !ranking.members.some((standing) => standing.rules.some(isAsked)));
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

  // Another profile may trust other evidence: then the answers and the open questions
  // follow.
  function view(data, words, page, number) {
    if (page.view === number) {
      return;
    }
    page.view = number;
    const { states } = data.views[number];
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
    }
    lists(data, page, ranking, hasDemands);
    summary(data, ranking, hasDemands);
    weighing(data, words, page, state, ranking);
    demandCards(data, ranking);
  }

  return { places, all, figures, range, parts, percent, demanded, arrange, fill, one, every, fixed, text, dress, make, level };
})();
