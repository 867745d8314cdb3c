
// The table by theme: its tiles follow the weights, and a theme opens to its questions.

const Matrix = (() => {
  const { one, every, text, dress, make } = Show;
  // The numbers of the themes that are open.
  const opened = new Set();

  const questions = (data, theme) => data.criteria.map((_, at) => at).filter((at) => data.criteria[at].theme === theme);

  // A level in a narrow cell: a sign, and its words for who cannot see it.
  function level(words, cell, state) {
    const [sign, name] = Show.level(words, state);
    dress(cell, "q-cell " + sign);
    const bounds = sign === "x" ? state.low + "%" : state.low + "–" + state.high + "%";
    text(cell.firstElementChild, sign === "x" || sign === "r" ? bounds : name);
  }

  // The cells of one line, after the name.
  function cells(data, line) {
    const all = [...line.cells].slice(1);
    return data.themes.map((_, theme) => all.splice(0, opened.has(theme) ? 1 + questions(data, theme).length : 1));
  }

  function all(data, words, page, state, ranking) {
    const { states } = data.views[data.profiles[state.profile].view];
    const names = new Map(data.tiles);
    for (const standing of ranking.all) {
      const line = page.lines[standing.at];
      text(one("small", line), Show.range(words, standing));
      cells(data, line).forEach(([tile, ...mine], theme) => {
        const said = standing.tiles[theme];
        dress(tile, said === null ? "" : Cards.SIGNS[said]);
        text(tile, said === null ? "–" : names.get(said));
        const asked = questions(data, theme);
        mine.forEach((cell, at) => level(words, cell, states[standing.at][asked[at]]));
      });
    }
  }

  function toggle(data, page, head, theme, show) {
    const isOpen = !opened.has(theme);
    const asked = questions(data, theme);
    const [heads] = [every("th", head.parentElement)];
    if (isOpen) {
      head.after(...asked.map((at) =>
        make("th", { scope: "col", class: "crit" }, make("a", { href: "#c-" + data.criteria[at].id }, data.criteria[at].title)),
      ));
      page.lines.forEach((line) => cells(data, line)[theme][0].after(...asked.map(() => make("td", {}, make("i", {})))));
      opened.add(theme);
    } else {
      heads.splice(heads.indexOf(head) + 1, asked.length).forEach((one) => one.remove());
      page.lines.forEach((line) => cells(data, line)[theme].slice(1).forEach((cell) => cell.remove()));
      opened.delete(theme);
    }
    one("button", head).setAttribute("aria-expanded", String(isOpen));
    const width = head.parentElement.cells.length;
    every(".matrix .group th").forEach((group) => group.setAttribute("colspan", String(width)));
    show();
  }

  // Makes a button of the title of each theme; `show` fills what was opened.
  function prepare(data, page, show) {
    page.themes = every(".matrix [data-theme]").map((head, theme) => {
      const title = head.textContent;
      const button = make("button", { type: "button", "aria-expanded": "false" }, title);
      button.addEventListener("click", () => toggle(data, page, head, theme, show));
      // Paper has the title without a button, which no browser repeats on a next page.
      head.replaceChildren(button, make("span", { class: "on-paper" }, title));
      return title;
    });
  }

  return { all, prepare };
})();
