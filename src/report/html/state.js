
// What a reader chose: a profile and what differs from it, what is hidden, which
// alternatives are compared, and which are side by side. It is in the address after `#`,
// so that it can be kept and shared; nothing is stored.

const State = (() => {
  const FIELD = /^(profile|themes|weights|hide|choose|pair)=([a-z0-9:,/-]+)$/;
  const NUMBER = /^(?:0|[1-9][0-9]{0,2})$/;

  // A whole number from 0 to 100, or `null`.
  function number(text) {
    const value = NUMBER.test(text) ? Number(text) : NaN;
    return value <= 100 ? value : null;
  }

  function of(data, at) {
    const profile = data.profiles[at];
    return {
      profile: at,
      budgets: profile.budgets === null ? null : [...profile.budgets],
      weights: [...profile.weights],
      // The blocks that are not shown, in their order.
      hidden: [],
      // The alternatives that are compared, by number; all where it is empty.
      chosen: [],
      // The alternatives side by side, by number; `null` for those that are compared.
      pair: null,
    };
  }

  function isOwn(data, state) {
    const { budgets, weights } = data.profiles[state.profile];
    const differs = (a, b) => a.some((value, at) => value !== b[at]);
    return differs(state.weights, weights) || (budgets !== null && differs(state.budgets, budgets));
  }

  // The name of a profile in an address: its id, or a sign for the requested one
  // with changes.
  function name(data, at) {
    return data.profiles[at].adjusted ? "-" : data.profiles[at].id;
  }

  function write(data, state) {
    const { budgets, weights } = data.profiles[state.profile];
    const differing = (ids, values, written) =>
      ids.flatMap((id, at) => (values[at] === written[at] ? [] : [id + ":" + values[at]])).join(",");
    const fields = [];
    if (state.profile !== data.chosen) {
      fields.push("profile=" + name(data, state.profile));
    }
    const themes = budgets === null ? "" : differing(data.themes, state.budgets, budgets);
    const criteria = differing(data.criteria.map((criterion) => criterion.id), state.weights, weights);
    if (themes !== "") {
      fields.push("themes=" + themes);
    }
    if (criteria !== "") {
      fields.push("weights=" + criteria);
    }
    if (state.hidden.length > 0) {
      fields.push("hide=" + state.hidden.join(","));
    }
    if (state.chosen.length > 0) {
      fields.push("choose=" + state.chosen.map((at) => data.alternatives[at].id).join(","));
    }
    if (state.pair !== null) {
      fields.push("pair=" + state.pair.map((at) => data.alternatives[at].id).join(","));
    }
    return fields.length === 0 ? "" : "#" + fields.join("&");
  }

  // Reads an address; `null` unless all of it is ours, because half a state is
  // not what anybody chose.
  function read(data, fragment) {
    const fields = new Map();
    for (const field of fragment.replace(/^#/, "").split("&")) {
      const found = FIELD.exec(field);
      if (found === null || fields.has(found[1])) {
        return null;
      }
      fields.set(found[1], found[2]);
    }
    let profile = data.chosen;
    if (fields.has("profile")) {
      profile = data.profiles.findIndex((_, at) => name(data, at) === fields.get("profile"));
      if (profile === -1) {
        return null;
      }
    }
    const state = of(data, profile);
    const fill = (text, ids, values) =>
      text === undefined ||
      text.split(",").every((pair) => {
        const [id, written, more] = pair.split(":");
        const at = ids.indexOf(id);
        const value = number(written ?? "");
        if (at === -1 || value === null || more !== undefined || values === null) {
          return false;
        }
        values[at] = value;
        return true;
      });
    const ids = data.criteria.map((criterion) => criterion.id);
    const sound =
      fill(fields.get("themes"), data.themes, state.budgets) && fill(fields.get("weights"), ids, state.weights);
    return sound && choices(data, fields, state) ? state : null;
  }

  // Takes over what is hidden, what is chosen and which are side by side; returns
  // whether all are valid.
  function choices(data, fields, state) {
    if (fields.has("hide")) {
      const names = fields.get("hide").split(",");
      state.hidden = data.blocks.map(([name]) => name).filter((name) => names.includes(name));
      if (state.hidden.length !== names.length) {
        return false;
      }
    }
    const numbered = (id) => data.alternatives.findIndex((one) => one.id === id);
    if (fields.has("choose")) {
      const chosen = fields.get("choose").split(",").map(numbered);
      state.chosen = [...new Set(chosen)].sort((a, b) => a - b);
      if (state.chosen.length !== chosen.length || chosen.includes(-1)) {
        return false;
      }
    }
    if (fields.has("pair")) {
      state.pair = fields.get("pair").split(",").map(numbered);
      const { length } = state.pair;
      return length >= 2 && length <= data.most[2] && !state.pair.includes(-1);
    }
    return true;
  }

  return { of, read, write, isOwn, number };
})();
