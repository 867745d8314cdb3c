
// What readers do: weigh, choose, compare, open and print.

(() => {
  const { one, every, fixed, text, make, fill } = Show;
  const data = JSON.parse(one("#gegevens").textContent);
  const words = Object.fromEntries(data.words);
  Ranking.unpack(data);
  const page = Show.places(data);
  page.view = data.profiles[data.chosen].view;
  page.filter = new Set();
  const status = one("#melding");
  const profiles = one("#profiel");
  const controls = every("[data-w]").map((element) => {
    const [slider, field] = every("input", element);
    return { list: element.dataset.w[0] === "t" ? "budgets" : "weights", at: Number(element.dataset.w.slice(1)), slider, field };
  });

  let state = State.of(data, data.chosen);
  let ranking = rankOf(state);
  // The order that was last announced, and that of the profile unchanged.
  let announced = ranking;
  let before = ranking;
  let timer = 0;

  function rankOf({ profile, budgets, weights, chosen }) {
    return Ranking.rank(data, data.profiles[profile], budgets, weights, chosen);
  }

  // Sliders and fields show the state; a slider grows with what is typed.
  function sync() {
    for (const { list, at, slider, field } of controls) {
      const value = state[list] === null ? 0 : state[list][at];
      const end = Math.max(Number(slider.dataset.end), value);
      slider.max = String(end);
      slider.value = String(value);
      slider.setAttribute("aria-valuetext", fill(words.value, { value, end }));
      if (document.activeElement !== field || State.number(field.value) !== value) {
        field.value = String(value);
      }
    }
    profiles.value = String(state.profile);
    page.filter = new Set(state.hidden);
    every("[data-filter]").forEach((box) => (box.checked = !page.filter.has(box.dataset.filter)));
    fixed("[data-budgets]").forEach((element) => (element.hidden = state.budgets === null));
    fixed("[data-choose]").forEach((box) => (box.checked = state.chosen.includes(Number(box.dataset.choose))));
    // What is printed depends on it.
    document.documentElement.classList.toggle("chosen", state.chosen.length > 0);
    document.documentElement.classList.toggle("beside", state.pair !== null);
    fixed("[data-chosen]").forEach((element) => (element.hidden = state.chosen.length === 0));
    fixed("[data-grouped]").forEach((element) => (element.hidden = state.chosen.length > 0));
    fixed("[data-choice]").forEach((element) => text(element, choiceWords()));
  }

  function choiceWords() {
    return fill(words.choice, { all: data.choiceFrom, n: state.chosen.length });
  }

  function announce(first) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      text(status, first + sentence());
      announced = ranking;
    }, 600);
  }

  // What changed since the last announcement, in one or two sentences.
  function sentence() {
    if (ranking === null) {
      return words.nothing;
    }
    const place = (standing) => (standing.hasPlace ? standing.group + ":" + standing.rank : standing.block);
    const changed = ranking.all.filter(
      (standing, at) => announced !== null && place(standing) !== place(announced.all[at]),
    ).length;
    const count = changed === 0 ? words.same : changed === 1 ? words["changed-one"] : fill(words.changed, { n: changed });
    const top = ranking.groups.map((group) => Ranking.inBlock(data, ranking.all, group, "eligible")[0]).find((standing) => standing);
    const first =
      top === undefined
        ? words["no-top"]
        : fill(words.top, { name: data.alternatives[top.at].name, figures: Show.figures(data, words, top) });
    return count + first;
  }

  function refresh() {
    ranking = rankOf(state);
    fixed("[data-nothing]")[0].hidden = ranking !== null;
    fixed("[data-all-blocks], .deck, .brief, .matrix, .weights, .side").forEach((element) => (element.hidden = ranking === null));
    if (ranking !== null) {
      Show.all(data, words, page, state, ranking, before);
      Cards.all(data, words, page, state, ranking);
      Matrix.all(data, words, page, state, ranking);
      Side.show(data, words, page, state, ranking);
    }
  }

  // Puts the choices in the address.
  function keep() {
    const address = State.write(data, state);
    history.replaceState(null, "", address === "" ? location.pathname + location.search : address);
  }

  function change(next, first = "") {
    state = next;
    sync();
    refresh();
    keep();
    announce(first);
  }

  // A profile that is chosen begins with its own weights: nothing that the reader
  // typed before is kept.
  function choose(at, first = "") {
    const next = { ...State.of(data, at), hidden: state.hidden, chosen: state.chosen, pair: state.pair };
    before = rankOf(next);
    change(next, first);
  }

  // Only these are compared; all when there are none.
  function compare(chosen) {
    before = rankOf({ ...State.of(data, state.profile), chosen });
    change({ ...state, chosen }, chosen.length === 0 ? words.everything : fill(words.choice, { all: data.choiceFrom, n: chosen.length }) + ". ");
  }

  function follow() {
    const found = State.read(data, location.hash);
    if (found === null) {
      return;
    }
    before = rankOf({ ...State.of(data, found.profile), chosen: found.chosen });
    state = found;
    sync();
    refresh();
    announce("");
  }

  for (const { list, at, slider, field } of controls) {
    const take = (value) => {
      if (value !== null && state[list] !== null && state[list][at] !== value) {
        const values = [...state[list]];
        values[at] = value;
        change({ ...state, [list]: values });
      }
    };
    slider.addEventListener("input", () => take(State.number(slider.value)));
    field.addEventListener("input", () => take(State.number(field.value)));
    field.addEventListener("change", sync);
  }
  profiles.addEventListener("change", () => choose(Number(profiles.value)));
  one("#terug").addEventListener("click", () => choose(state.profile, words.reset));
  one("#druk-af").addEventListener("click", () => print());
  addEventListener("hashchange", follow);
  one("#kies-alles").addEventListener("click", () => {
    compare([]);
    one("#kaarten-kop").focus();
  });

  // A link to a product or question opens what it leads to.
  function reveal() {
    const target = /^#[pc]-[a-z0-9-]+$/.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
    if (target !== null) {
      (target.closest("details") ?? target).open = true;
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", reveal);
  document.addEventListener("click", ({ target }) => {
    const anchor = target.closest('a[href^="#p-"]');
    if (anchor !== null) {
      document.getElementById(anchor.hash.slice(1)).open = true;
    }
  });

  every("[data-filter]").forEach((box) =>
    box.addEventListener("change", () => {
      const name = box.dataset.filter;
      const boxes = every("[data-filter]").filter((one) => !one.checked);
      state = { ...state, hidden: boxes.map((one) => one.dataset.filter) };
      page.filter = new Set(state.hidden);
      keep();
      every('[data-block="' + name + '"]').forEach((block) => {
        block.hidden = !box.checked || one("ol", block).children.length === 0;
      });
    }),
  );

  // Why a question matters is on the page once; a product that is opened gets a
  // copy beside its answers.
  every("details.product").forEach((product) =>
    product.addEventListener("toggle", () => {
      if (product.open && one(".why", product) === null) {
        every(".q", product).forEach((question) => {
          const why = one("#c-" + data.criteria[Number(question.dataset.c)].id + " > .why");
          one("h5", question).after(why.cloneNode(true));
        });
      }
    }),
  );

  // A button opens all products, another all questions.
  for (const [button, open, close] of [
    [one("#alles-open"), words.opened, words.close],
    [one("#vragen-open"), words["questions-opened"], words["questions-close"]],
  ]) {
    button.addEventListener("click", () => {
      const folds = every(":scope > details, :scope > details > article > details", button.closest("section"));
      const isClosed = folds.some((fold) => !fold.open);
      folds.forEach((fold) => (fold.open = isClosed));
      text(button, isClosed ? close : open);
    });
  }

  // The list of candidates, in order of name.
  const order = data.alternatives.map((_, at) => at).sort((a, b) => data.alternatives[a].by - data.alternatives[b].by);
  one("#kandidaten").replaceChildren(
    ...order.map((at) => {
      const box = make("input", { type: "checkbox", "data-choose": String(at) });
      return make("li", {}, make("label", { class: "check" }, box, make("span", {}, data.alternatives[at].name)));
    }),
  );

  fixed("[data-choose]").forEach((box) =>
    box.addEventListener("change", () => {
      const at = Number(box.dataset.choose);
      const others = state.chosen.filter((other) => other !== at);
      compare(box.checked ? [...others, at].sort((a, b) => a - b) : others);
      // Its row may have moved, and takes the focus along.
      box.focus();
    }),
  );
  one("#verschil").addEventListener("change", () => Side.show(data, words, page, state, ranking));
  Side.prepare(data, words, (columns) => {
    state = { ...state, pair: columns };
    sync();
    keep();
    Side.show(data, words, page, state, ranking);
  });
  Matrix.prepare(data, page, () => Matrix.all(data, words, page, state, ranking));

  document.documentElement.classList.add("js");
  every("[data-control]").forEach((element) => (element.hidden = false));
  // The page as written is right for the chosen profile unchanged.
  sync();
  if (ranking !== null) {
    Side.show(data, words, page, state, ranking);
  }
  follow();
  reveal();
})();
