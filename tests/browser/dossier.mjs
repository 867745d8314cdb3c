// The institution's own part: a page with a dossier, the memo and the checklist.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, open, page, run, text, work } from "./lib.mjs";
import { mistakes, violations } from "./reading.mjs";
import { SETS, differential, layer } from "./weighing.mjs";

const kinds = ["proctoring", "videobellen"];
const dossiers = Object.fromEntries(kinds.map((kind) =>
  [kind, new URL(`../data/dossiers/${kind}-dossier.yaml`, import.meta.url).pathname]));
// What the triage leaves out is fixed when a page is made. A profile with other
// rules for evidence could leave out more or less, so the proctoring profiles share theirs.
const shared = folder("shared", {
  "criteria/profiles/alleen-gewogen.yaml":
    "title: {nl: Alleen gewogen, en: Only weighed}\nbecause: {nl: Proef, en: Trial}\nextends: algemeen\nknock-outs: weighed\nweights: {open-source: 3}\n",
});
const layers = { proctoring: shared, videobellen: layer };
const pages = Object.fromEntries(kinds.map((kind) =>
  [kind, page(kind + "-d", kind, "--data", layers[kind], "--dossier", dossiers[kind])]));

// A document that the program makes from a dossier.
function made(command, ...more) {
  return madeOf(dossiers.proctoring, command, ...more);
}

let documentsMade = 0;
function madeOf(dossier, command, ...more) {
  documentsMade += 1;
  const path = join(work, `${command}${documentsMade}.html`);
  writeFileSync(path, run(command, dossier, ...more, "--format", "html"));
  return path;
}

// The same school, once with a choice among few, and once with a server of its own.
const few = new URL("../data/dossiers/keuze-dossier.yaml", import.meta.url).pathname;
const own = join(folder("own", {
  "dossier.yaml": readFileSync(few, "utf8").replace(/^(candidates|in-use|  hosting).*\n/gm, "").replace("zoom/onderwijs", "jitsi-meet/zelf-gehost"),
}), "dossier.yaml");
const documents = { memo: made("memo"), checklist: made("checklist"), triage: made("triage"), english: made("memo", "--lang", "en"), few: madeOf(few, "memo"), chosen: madeOf(own, "memo") };

async function looks(found, path) {
  const wrong = [];
  for (const width of [320, 1280]) {
    for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
      const { tab, seen, context } = await open(found, path, { viewport: { width, height: 900 }, ...look });
      const here = await violations(tab);
      wrong.push(...here.map((line) => `${path} ${width} ${JSON.stringify(look)}: ${line}`));
      assert.equal(seen.requests.length, 1, seen.requests.join("\n"));
      assert.deepEqual(seen.console, []);
      await context.close();
    }
  }
  assert.deepEqual(wrong, []);
}

export const cases = [
  ["D1 a page with a dossier asks for nothing and has its own sections", async (found) => {
    for (const [kind, sections] of [["proctoring", ["#afweging", "#checklist"]], ["videobellen", ["#checklist"]]]) {
      const small = page(`${kind}-few`, kind, "--dossier", dossiers[kind], "--vendor", kind === "proctoring" ? "safe-exam-browser" : "edumeet");
      await looks(found, small);
      assert.deepEqual(await mistakes(small), []);
      const { tab, context } = await open(found, pages[kind]);
      for (const section of sections) {
        assert.equal(await tab.locator(`section${section}`).count(), 1, section);
      }
      await context.close();
    }
  }],

  ["D2 with a triage and with rules of the situation the page ranks as the program", async (found) => {
    for (const kind of kinds) {
      const seen = await differential(found, kind, pages[kind], Math.min(100, SETS), ["--data", layers[kind], "--dossier", dossiers[kind]]);
      assert.ok(seen.has("algemeen") && seen.size > 2, [...seen].join(" "));
    }
  }],

  ["D3 memo, checklist and triage: axe and the validator find nothing", async (found) => {
    for (const path of Object.values(documents)) {
      await looks(found, path);
      assert.deepEqual(await mistakes(path), [], path);
    }
  }],

  ["D4 the memo is one tagged sheet of A4: what is asked on the front, demands on the back", async (found) => {
    for (const [path, lang] of [[documents.memo, "nl"], [documents.chosen, "nl"], [documents.few, "nl"], [documents.english, "en"]]) {
      const { tab, context } = await open(found, path);
      const target = join(work, `memo-${lang}.pdf`);
      await tab.pdf({ path: target, tagged: true, preferCSSPageSize: true });
      const info = execFileSync("pdfinfo", [target], { encoding: "utf8" });
      assert.match(info, /Pages:\s+2\n/, path);
      assert.match(info, /A4/);
      assert.match(info, /Tagged:\s+yes/);
      assert.match(readFileSync(target, "latin1"), new RegExp(`/Lang\\s*\\(${lang}\\)`));
      const back = await tab.locator("h2.sheet").textContent();
      const second = execFileSync("pdftotext", ["-f", "2", "-l", "2", target, "-"], { encoding: "utf8" });
      assert.ok(second.trim().startsWith(back.trim()), second.slice(0, 200));
      await context.close();
    }
  }],

  ["D6 the bars of the memo have four textures and words", async (found) => {
    const { tab, context } = await open(found, documents.few);
    const bars = tab.locator(".ranking svg.bar");
    assert.ok(await bars.count() > 1);
    for (const label of await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute("aria-label")))) {
      assert.match(label, /met bron \d+ · regelt u zelf \d+ · onbekend \d+ · niet gunstig \d+/);
    }
    const fills = await tab.locator(".key rect").evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
    assert.equal(new Set(fills).size, 4, fills.join(" "));
    await context.close();
  }],

  ["D5 what would be markup or a formula is text", async () => {
    assert.ok(text(documents.triage).includes("=1+1"));
    for (const path of Object.values(documents)) {
      assert.doesNotMatch(text(path), /<script|<img|src=/);
    }
  }],
];
