
// The cards of what a reader chose, or of what is at the top; as `cards.rs` writes them.

const Cards = (() => {
  const { one, text, make, fill } = Show;
  const SIGNS = { favourable: "g", mixed: "d", unfavourable: "o", "own-work": "w", unknown: "u" };
  const TONES = { fires: "wrong", indication: "open", open: "open" };

  // The alternatives that have a card, and what to call them.
  function chosen(data, state, ranking) {
    const blocks = data.blocks.map(([name]) => name);
    const inOrder = (group) => blocks.flatMap((block) => Ranking.inBlock(data, ranking.all, group, block));
    const groups = ranking.groups.map(inOrder).filter((members) => members.length > 0);
    const [most, leading] = data.most;
    const ofReader = state.chosen.length > 0;
    const isChoice = ofReader || data.choice;
    const ofEach = isChoice ? most : groups.length > 1 ? 1 : leading;
    const title = ofReader ? "reader" : data.choice ? "page" : groups.length > 1 ? "groups" : "list";
    const shown = groups.flatMap((members) => members.slice(0, ofEach)).slice(0, most);
    const isUsed = (one) => data.alternatives[one.at].used && !shown.includes(one);
    const used = isChoice ? [] : ranking.members.filter(isUsed).slice(0, most);
    return { shown: [...shown, ...used], title, used: used.length > 0, more: isChoice ? ranking.members.length - shown.length : 0 };
  }

  // words/mod.rs, `small`: a text with a small initial, unless it is an abbreviation.
  function small(said) {
    const [word] = said.split(/[ -]/);
    return /\p{Lu}/u.test(word.slice(1)) ? said : said.slice(0, 1).toLowerCase() + said.slice(1);
  }

  // What is strong, what to mind and what is not known, in words.
  function sentence(data, words, view, ranking, standing) {
    const { strong, mind, open } = Ranking.named(data, view, ranking.weigh, standing);
    const part = (label, criteria) => {
      const titles = criteria.map((at) => small(data.criteria[at].title));
      return titles.length === 0 ? [] : [label + " " + titles.join("; ") + "."];
    };
    return [...part(words.strong, strong), ...part(words.mind, mind), ...part(words["not-known"], open)].join(" ");
  }

  // What the card says of a criterion that every card shows: it is written for the profile
  // that the page was made for, and another may trust other sources.
  function answer(data, words, view, standing, line) {
    const [criterion, { at }] = [data.shown[line], standing];
    const written = data.views[data.profiles[data.chosen].view].states[at][criterion];
    const { counts, status, stale } = view.states[at][criterion];
    if (counts === written.counts) {
      return data.alternatives[at].lines[line];
    }
    const uncounted = { unknown: words.sought, stale: words[stale === 2 ? "undated-here" : "stale-here"] };
    return counts ? Side.answerOf(data, words, at, criterion) : uncounted[status] ?? words[status];
  }

  // words/notes.rs, `demands_on_card`: what is not met by name, of the rest the first few.
  function few(data, words, status, criteria) {
    const titles = criteria.map((at) => data.criteria[at].title);
    if (["fires", "indication"].includes(status) || titles.length <= data.named + 1) {
      return titles.join("; ");
    }
    return fill(words["more-demands"], { named: titles.slice(0, data.named).join("; "), n: titles.length - data.named });
  }

  function lines(data, words, view, ranking, standing) {
    const found = Show.demanded(data, standing).map(({ status, label, mine }) => {
      return [words.demands, TONES[status], small(label + ": " + few(data, words, status, mine))];
    });
    if (found.length === 0 && ranking.demands.length > 0) {
      found.push([words.demands, "shown-word", words["no-demand"]]);
    }
    const { lines, heard } = data.alternatives[standing.at];
    data.labels.forEach((label, at) => {
      const said = at < data.shown.length ? answer(data, words, view, standing, at) : lines[at];
      found.push([label, at === lines.length - 1 && !heard ? "open" : undefined, said]);
    });
    return found.flatMap(([label, tone, said], at) => {
      const term = at > 0 && found[at - 1][0] === label ? [] : [make("dt", {}, label)];
      return [...term, make("dd", tone === undefined ? {} : { class: tone }, said)];
    });
  }

  function card(data, words, page, view, ranking, standing) {
    const { id, name, beside } = data.alternatives[standing.at];
    const names = new Map(data.tiles);
    const tiles = standing.tiles.flatMap((tile, theme) => {
      const [title, word] = [make("span", {}, page.themes[theme]), make("b", {}, names.get(tile) ?? "")];
      return tile === null ? [] : [make("li", { class: "tile " + SIGNS[tile] }, title, " ", word)];
    });
    return make(
      "li",
      { class: "card" },
      make("h3", {}, make("a", { href: "#p-" + id.split("/")[0] }, name)),
      make("p", { class: "beside" }, beside),
      page.bars[standing.at].cloneNode(true),
      make("p", { class: "range" }, make("b", {}, Show.range(words, standing)), " ", make("span", {}, Show.parts(data, standing))),
      make("ul", { class: "themes", role: "list" }, ...tiles),
      make("dl", {}, ...lines(data, words, view, ranking, standing)),
      make("p", { class: "sentence" }, sentence(data, words, view, ranking, standing)),
    );
  }

  function all(data, words, page, state, ranking) {
    const view = data.views[data.profiles[state.profile].view];
    const { shown, title, used, more } = chosen(data, state, ranking);
    const titles = {
      reader: words["cards-of-reader"],
      page: words["cards-of-page"],
      groups: words["cards-of-groups"],
      list: words["cards-of-list"],
    };
    text(one("#kaarten-kop"), titles[title] + (used ? words["cards-and-used"] : ""));
    one(".deck").replaceChildren(...shown.map((standing) => card(data, words, page, view, ranking, standing)));
    one("[data-more-cards]").hidden = more === 0;
    text(one("[data-more-cards]"), fill(words["more-cards"], { n: more }));
  }

  return { all, SIGNS };
})();
