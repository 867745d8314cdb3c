// A reader ticks a few alternatives: they are ranked within themselves, as the
// program does with `--vendor`, in one list.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { folder, open, page, points, run } from "./lib.mjs";
import { violations } from "./reading.mjs";

// By who runs the product, so that there are groups.
const layer = folder("choosing", {
  "criteria/kinds.yaml":
    "videobellen: {title: {nl: Videobellen, en: Video calling}, group-by: hosting}\n" +
    "proctoring: {title: {nl: Proctoring, en: Proctoring}, group-by: proctoring-form}\n",
});
const path = page("choosing", "videobellen", "--data", layer);

// The places and points of the rows that are ranked, by id.
const ranked = () => {
  const data = JSON.parse(document.querySelector("#gegevens").textContent);
  return [...document.querySelectorAll("[data-group] li.row")].map((row) => {
    const field = (name) => row.querySelector(`[data-f="${name}"]`).textContent;
    const place = row.querySelector("[data-f=place]").hidden ? "" : field("places");
    return `${data.alternatives[Number(row.dataset.a)].id} ${field("range")} ${place}`;
  });
};

// The same of the program.
function expected(ids) {
  const { ranking } = JSON.parse(run("compare", "videobellen", "--data", layer, "--vendor", ids.join(","), "--format", "json"));
  return ranking.map((one) => {
    const place = one.rank_best === one.rank_worst ? `${one.rank_best}` : `${one.rank_best}–${one.rank_worst}`;
    const hasPlace = one.block === "eligible" || one.block === "undecided";
    return `${one.alternative} ${points(one.score)} ${hasPlace ? place : ""}`;
  });
}

// The box in the ranking; the list of candidates has one too.
const box = (at) => `li.row [data-choose="${at}"]`;

const idsOf = (tab) =>
  tab.evaluate(() => JSON.parse(document.querySelector("#gegevens").textContent).alternatives.map(({ id }) => id));

export const cases = [
  ["choosing: what a reader ticks is ranked within itself, as the program does, and can be kept and cleared", async (found) => {
    const { tab, seen, context } = await open(found, path);
    const ids = await idsOf(tab);
    const before = await tab.evaluate(ranked);
    assert.ok((await tab.locator("section.group:visible").count()) > 1, "there are groups");
    const chosen = [3, 11, ids.length - 2];
    for (const at of chosen) await tab.check(box(at));
    const want = expected(chosen.map((at) => ids[at]));
    const sorted = (rows) => [...rows].sort();
    assert.deepEqual(sorted(await tab.evaluate(ranked)), sorted(want));
    assert.equal(await tab.locator("section.group:visible").count(), 0, "one list");
    const says = `Keuze uit ${ids.length}: 3 gekozen`;
    assert.equal(await tab.textContent(".head [data-choice]"), says);
    assert.equal(await tab.textContent("p.chosen [data-choice]"), says);
    assert.equal(await tab.textContent("[data-all]"), "3");
    assert.equal(await tab.locator("[data-grouped]:visible").count(), 0, "nothing is said of groups");
    assert.equal(await tab.locator(".matrix tr[data-m]:visible").count(), 3);
    assert.equal(await tab.locator("[data-rest] li.row:visible").count(), ids.length - 3);
    assert.equal(await tab.evaluate(() => location.hash), "#choose=" + chosen.map((at) => ids[at]).join(","));
    // Another tab with the same address shows the same.
    const again = await open(found, path, { fragment: await tab.evaluate(() => location.hash) });
    assert.deepEqual(await again.tab.evaluate(ranked), await tab.evaluate(ranked));
    assert.ok(await again.tab.isChecked(box(chosen[0])));
    await again.context.close();
    // Weights and profiles leave the choice alone.
    await tab.selectOption("#profiel", { index: 1 });
    assert.equal(await tab.locator("[data-group] li.row").count(), 3);
    await tab.selectOption("#profiel", { index: 0 });
    await tab.uncheck(box(chosen[0]));
    assert.equal(await tab.locator("[data-group] li.row").count(), 2);
    await tab.click("#kies-alles");
    assert.deepEqual(await tab.evaluate(ranked), before);
    assert.equal(await tab.evaluate(() => location.hash), "");
    assert.equal(await tab.locator("[data-chosen]:visible").count(), 0);
    assert.deepEqual(seen.console, []);
    await context.close();
  }],

  ["choosing: the keyboard chooses too, keeps the focus, and no rule of axe is broken", async (found) => {
    // A small page, because the rules take minutes on a large one.
    const data = fileURLToPath(new URL("../data/alike", import.meta.url));
    const { tab, context } = await open(found, page("choosing-few", "bellen", "--no-builtin", "--data", data));
    await tab.focus(box(2));
    await tab.keyboard.press("Space");
    assert.ok(await tab.isChecked(box(2)));
    assert.equal(await tab.evaluate(() => document.activeElement.dataset.choose), "2");
    await tab.waitForFunction(() => document.querySelector("#melding").textContent.startsWith("Keuze uit "));
    assert.deepEqual(await violations(tab), []);
    await tab.emulateMedia({ media: "print" });
    assert.equal(await tab.locator("[data-rest]:visible").count(), 0, "on paper only what is chosen");
    assert.ok(await tab.locator(".head [data-choice]").isVisible());
    await context.close();
  }],

  ["choosing: an address with a choice that is not ours changes nothing", async (found) => {
    const plain = await open(found, path);
    const before = await plain.tab.evaluate(ranked);
    const [id] = await idsOf(plain.tab);
    await plain.context.close();
    for (const fragment of ["#choose=a/b", `#choose=${id},${id}`, "#choose=", `#choose=${id},`, "#choose=<b>"]) {
      const { tab, seen, context } = await open(found, path, { fragment });
      assert.deepEqual(await tab.evaluate(ranked), before, fragment);
      assert.deepEqual(seen.console, [], fragment);
      await context.close();
    }
  }],
];
