
// Two to four alternatives side by side, question by question.

const Side = (() => {
  const { one, every, make, fill } = Show;

  // The columns: what the reader put there, else what is compared.
  function columns(data, state, ranking) {
    if (state.pair !== null) {
      return state.pair;
    }
    const blocks = data.blocks.map(([name]) => name);
    const inOrder = ranking.groups.flatMap((group) => blocks.flatMap((block) => Ranking.inBlock(data, ranking.all, group, block)));
    const isChoice = state.chosen.length > 0 || data.choice;
    const most = isChoice ? data.most[2] : 2;
    const found = inOrder.slice(0, most).map(({ at }) => at);
    // One alone has nothing beside it.
    const other = ranking.all.find(({ at }) => !found.includes(at));
    return found.length === 1 && other !== undefined ? [...found, other.at] : found;
  }

  // The answer of an alternative, as its product says it.
  function answerOf(data, words, at, criterion) {
    const [product] = data.alternatives[at].id.split("/");
    const answers = every('[data-c="' + criterion + '"] .answer', document.getElementById("p-" + product));
    const mine = answers.find((answer) => answer.dataset.v.split(" ").includes(String(at)));
    if (mine === undefined) {
      return words["not-researched"];
    }
    // The name of the variant is above the column, and notes stay with the product.
    const said = one(".words", mine).cloneNode(true);
    every(".which, .note", said).forEach((part) => part.remove());
    return said.textContent;
  }

  // Fills the lists to choose a column from, and says what was chosen.
  function prepare(data, words, change) {
    const order = data.alternatives.map((_, at) => at).sort((a, b) => data.alternatives[a].by - data.alternatives[b].by);
    const lists = every("[data-column]");
    lists.forEach((list, column) => {
      const empty = column < 2 ? [] : [make("option", { value: "" }, words["no-column"])];
      list.replaceChildren(...empty, ...order.map((at) => make("option", { value: String(at) }, data.alternatives[at].name)));
      list.addEventListener("change", () => change(lists.map(({ value }) => value).filter((value) => value !== "").map(Number)));
    });
  }

  function sync(chosen) {
    every("[data-column]").forEach((list, column) => (list.value = String(chosen[column] ?? "")));
  }

  function level([sign, name]) {
    return make("span", { class: "level " + sign }, name);
  }

  function theme(data, page, chosen, ranking, at) {
    const names = new Map(data.tiles);
    const cells = chosen.map((alternative) => {
      const tile = ranking.all[alternative].tiles[at];
      return make("td", {}, ...(tile === null ? ["–"] : [level([Cards.SIGNS[tile], names.get(tile)])]));
    });
    return make("tr", { class: "theme" }, make("th", { scope: "row" }, page.themes[at]), ...cells);
  }

  function show(data, words, page, state, ranking) {
    const chosen = columns(data, state, ranking);
    sync(chosen);
    if (chosen.length === 0) {
      return;
    }
    const { states } = data.views[data.profiles[state.profile].view];
    const names = chosen.map((at) => data.alternatives[at].name);
    const onlyDifferent = one("#verschil").checked;
    let count = 0;
    const question = (at) => {
      const mine = chosen.map((alternative) => states[alternative][at]);
      const isSame = mine.every(({ low, high }) => low === mine[0].low && high === mine[0].high);
      if (onlyDifferent && isSame) {
        return [];
      }
      count += 1;
      const cells = chosen.map((alternative, side) =>
        make("td", {}, level(Show.level(words, mine[side])), " " + answerOf(data, words, alternative, at)),
      );
      const share = make("small", {}, fill(words.share, { n: Show.percent(data, ranking.tenths[at]) }));
      return [make("tr", {}, make("th", { scope: "row" }, data.criteria[at].title, share), ...cells)];
    };
    const bodies = data.themes.map((_, at) => {
      const asked = data.criteria.map((_, number) => number).filter((number) => data.criteria[number].theme === at);
      return make("tbody", {}, theme(data, page, chosen, ranking, at), ...asked.flatMap(question));
    });
    const heads = chosen.map((at, side) => {
      const small = make("small", {}, Show.figures(data, words, ranking.all[at]));
      const anchor = make("a", { href: "#p-" + data.alternatives[at].id.split("/")[0] }, names[side]);
      return make("th", { scope: "col" }, anchor, page.bars[at].cloneNode(true), small);
    });
    const head = make("tr", {}, make("th", { scope: "col" }, words.question), ...heads);
    const last = names.slice(-1);
    const listed = names.length === 1 ? last[0] : names.slice(0, -1).join(", ") + words.and + last[0];
    const caption = make("caption", {}, fill(words.side, { names: listed }));
    const table = make("table", { class: "plain" }, caption, make("thead", {}, head), ...bodies);
    const scroll = make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption.textContent }, table);
    one("#paar").replaceChildren(scroll, ...(count === 0 ? [make("p", {}, words.equal)] : []));
  }

  return { show, prepare, answerOf };
})();
