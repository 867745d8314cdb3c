// The ranking of the page (`src/report/html/rank.js`) against the program, in Node,
// without a browser:
//
//     node tests/page/rank.mjs [PROGRAM]
//
// The vectors of `tests/data/rank` say what the program says with other weights;
// `UPDATE=1 cargo test vectors` writes them. With PROGRAM, the shipped data is
// compared too, each set of weights with a run of the program.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import vm from "node:vm";

const root = new URL("../../", import.meta.url);
const script = readFileSync(new URL("src/report/html/rank.js", root), "utf8");
const Ranking = vm.runInNewContext(`${script}\nRanking;`);

// The classes of tiles in a page.
const TILES = { favourable: "g", mixed: "d", unfavourable: "o", "own-work": "w", unknown: "u" };

// Compares one set of weights with what the program says about each alternative:
// "block rank best worst exact-low exact-own-work exact-high", then the thousandths that
// are known, own work and open, and how many criteria are own work; and its whole points
// and tiles.
function agrees(data, { profile, budgets, weights, chosen = [], program, glance = null }, what) {
  const ranked = Ranking.rank(data, data.profiles[profile], budgets, weights, chosen);
  if (program === null) {
    assert.equal(ranked, null, `${what}: nothing weighs`);
    return 0;
  }
  const total = ranked.weigh.reduce((sum, part) => sum + part, 0n);
  for (const [shares, whole] of [[ranked.percents, 100n], [ranked.tenths, 1000n]]) {
    assert.equal(shares.reduce((sum, share) => sum + share, 0n), whole, `${what}: shares make the whole`);
  }
  ranked.weigh.forEach((part, at) => assert.equal(part === 0n, ranked.tenths[at] === 0n, `${what}: share ${at}`));
  assert.equal(ranked.members.length, program.filter((text) => text !== null).length, `${what}: the choice`);
  program.forEach((text, at) => {
    if (text === null) {
      assert.ok(!ranked.all[at].isIn && !ranked.all[at].hasPlace, `${what}: ${data.alternatives[at].id} is not in the choice`);
      return;
    }
    const [block, rank, best, worst, low, ownWork, high, ...rest] = text.split(" ");
    const own = rest.pop();
    const here = ranked.all[at];
    const name = `${what}: ${data.alternatives[at].id}`;
    assert.equal(`${here.block} ${here.rank} ${here.best} ${here.worst}`, `${block} ${rank} ${best} ${worst}`, name);
    // The levels of the data are hundredths.
    for (const [end, part, exact] of [["low", here.low, low], ["own work", here.ownWork, ownWork], ["high", here.high, high]]) {
      const [numerator, denominator = "1"] = exact.split("/");
      assert.equal(part * BigInt(denominator), 100n * BigInt(numerator) * total, `${name}: score ${end}`);
    }
    // What own work adds is printed in tenths, as a difference: of what both make, and the
    // lowest.
    const tenths = (sum) => Ranking.shownIn(sum, 100n * total, 1000n);
    assert.equal(here.ownTenths, tenths(here.low + here.ownWork) - tenths(here.low), name);
    assert.equal(Ranking.shares(here.divided, total, 1000n).join(" "), rest.join(" "), `${name}: shares`);
    assert.equal(here.known, Ranking.shares(here.divided, total, 100n)[0], `${name}: known`);
    assert.equal(here.own, Number(own), `${name}: what the institution arranges itself`);
    assert.equal(here.points.reduce((sum, part) => sum + part, 0), 100, `${name}: whole points make the whole`);
    if (glance !== null) {
      const tiles = here.tiles.map((tile) => (tile === null ? "-" : TILES[tile]));
      assert.equal([...here.points.slice(0, 3), tiles.join("")].join(" "), glance[at], `${name}: points and tiles`);
    }
  });
  return 1;
}

let compared = 0;
const vectors = new URL("tests/data/rank/", root);
for (const file of readdirSync(vectors).sort()) {
  const { data, cases } = JSON.parse(readFileSync(new URL(file, vectors), "utf8"));
  Ranking.unpack(data);
  cases.forEach((one, at) => (compared += agrees(data, one, `${file}, case ${at}`)));
}
assert.ok(compared > 80, `${compared} vectors`);
console.log(`rank.js: ${compared} vectors, all equal`);

if (process.argv.length > 2) {
  const program = resolve(process.argv[2]);
  const work = mkdtempSync(join(tmpdir(), "keuzehulp-rank-"));
  const run = (...args) => execFileSync(program, [...args, "--as-of", "2026-11-30"],
    { encoding: "utf8", maxBuffer: 1 << 28, env: {}, cwd: work, stdio: ["ignore", "pipe", "ignore"] });
  let state = 7;
  const pick = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  let runs = 0;
  for (const kind of ["videobellen", "proctoring"]) {
    const page = run("compare", kind, "--format", "html");
    const data = JSON.parse(page.split('id="gegevens">')[1].split("</script>")[0]);
    Ranking.unpack(data);
    for (let number = 0; number < 25; number += 1) {
      const profile = number % data.profiles.length;
      const value = (most) => (pick(4) === 0 ? 0 : 1 + pick(most));
      const weights = data.criteria.map(() => value(5));
      const budgets = data.profiles[profile].budgets && data.themes.map(() => value(20));
      const list = (ids, values) => ids.map((id, at) => `  ${id}: ${values[at]}\n`).join("");
      const file = join(work, "eigen.yaml");
      writeFileSync(file, `title: {nl: Proef, en: Trial}\nbecause: {nl: Proef, en: Trial}\nextends: ${data.profiles[profile].id}\n` +
        `weights:\n${list(data.criteria.map(({ id }) => id), weights)}${budgets ? `themes:\n${list(data.themes, budgets)}` : ""}`);
      const { ranking } = JSON.parse(run("compare", kind, "--profile", file, "--format", "json"));
      const rows = new Map(ranking.map((row) => [row.alternative, row]));
      const says = data.alternatives.map(({ id }) => {
        const { block, rank, rank_best, rank_worst, score, shares, own_work_items } = rows.get(id);
        const thousandths = [shares.known, shares.own_work, shares.open].map((share) => Math.round(share * 1000));
        return [block, rank, rank_best, rank_worst, score.exact_low, score.exact_own_work, score.exact_high, ...thousandths, own_work_items.length].join(" ");
      });
      runs += agrees(data, { profile, budgets, weights, program: says }, `${kind}, set ${number}`);
    }
  }
  rmSync(work, { recursive: true, force: true });
  console.log(`rank.js: ${runs} sets of weights on the shipped data, all equal`);
}
