// What readers see at a glance: cards, the table by theme, alternatives side by side, the
// legend, and one sheet of paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, open, page, random, run, text, work } from "./lib.mjs";

const kinds = ["videobellen", "proctoring"];
const pages = Object.fromEntries(kinds.map((kind) => [kind, page(kind + "-g", kind)]));
const inEnglish = Object.fromEntries(kinds.map((kind) => [kind, page(kind + "-en", kind, "--lang", "en")]));
const english = inEnglish.videobellen;
const FEW = ["google-meet/fundamentals", "microsoft-teams/onderwijs", "zoom/onderwijs", "jitsi-meet/zelf-gehost"];

// The sets of four whose cards, table and demands are the longest.
const LONGEST = {
  videobellen: [
    ["bigbluebutton/cyber4edu", "bigbluebutton/zelf-gehost", "jitsi-meet/meet-jit-si", "jitsi-meet/zelf-gehost"],
    ["bigbluebutton/cyber4edu", "bigbluebutton/zelf-gehost", "jitsi-meet/meet-jit-si", "whereby/embedded"],
    ["bigbluebutton/cyber4edu", "google-meet/fundamentals", "jitsi-meet/meet-jit-si", "microsoft-teams/onderwijs-copilot"],
  ],
  proctoring: [
    ["examplify-exammonitor/exammonitor-ai", "examplify-exammonitor/exammonitor-hr", "moodle-quizaccess-proctoring/met-gezichtscontrole", "schoolyear/avd"],
    ["constructor-proctor/ai", "examplify-exammonitor/exammonitor-hr", "moodle-quizaccess-proctoring/met-gezichtscontrole", "moodle-quizaccess-proctoring/zonder-gezichtscontrole"],
    ["examplify-exammonitor/exammonitor-ai", "examplify-exammonitor/exammonitor-hr", "mettl/record-review", "moodle-quizaccess-proctoring/met-gezichtscontrole"],
  ],
};

const dataOf = (tab) => tab.evaluate(() => JSON.parse(document.querySelector("#gegevens").textContent));

// The cards and the lines of the table, as they are written.
const glance = (root) => {
  const lines = [...root.querySelectorAll(".matrix tbody:not([hidden]) tr[data-m]:not([hidden])")];
  return {
    cards: root.querySelector(".deck").innerHTML,
    title: root.querySelector("#kaarten-kop").textContent,
    lines: lines.map((line) => [...line.cells].map((cell) => `${cell.className} ${cell.textContent}`).join("|")),
  };
};
const here = (tab) => tab.evaluate(`(${glance})(document)`);
// The same of a page that the program makes.
const written = (tab, html) =>
  tab.evaluate(`((html) => (${glance})(new DOMParser().parseFromString(html, "text/html")))(${JSON.stringify(html)})`);

async function printed(found, path, fragment, before = () => {}) {
  const { tab, context } = await open(found, path, { fragment });
  await tab.evaluate(before);
  const target = join(work, "glance.pdf");
  await tab.pdf({ path: target, tagged: true, preferCSSPageSize: true });
  await context.close();
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [target], { encoding: "utf8" }))[1]);
  const words = execFileSync("pdftotext", ["-layout", target, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  return { pages, words: words.replace(/\s+/g, " ") };
}

export const cases = [
  ["glance: cards and themes are what the program writes, with other weights and with a choice", async (found) => {
    for (const kind of kinds) {
      const { tab, seen, context } = await open(found, pages[kind]);
      const data = await dataOf(tab);
      const pick = random(kind.length);
      for (let number = 0; number < 8; number += 1) {
        const weights = data.criteria.map(() => (pick(4) === 0 ? 0 : pick(6)));
        const budgets = data.profiles[0].budgets.map(() => pick(30));
        const count = 1 + pick(4);
        const ids = data.alternatives.map(({ id }) => id);
        const chosen = number % 2 === 0 ? [] : [...new Set([...Array(count)].map(() => ids[pick(ids.length)]))].sort();
        const list = (names, values) => names.map((id, at) => `  ${id}: ${values[at]}\n`).join("");
        const file = join(work, `glance-${kind}.yaml`);
        const criteria = data.criteria.map(({ id }) => id);
        writeFileSync(file, `title: {nl: Proef, en: Trial}\nbecause: {nl: Proef, en: Trial}\nextends: algemeen\nweights:\n${list(criteria, weights)}themes:\n${list(data.themes, budgets)}`);
        const choice = chosen.length === 0 ? [] : ["--vendor", chosen.join(",")];
        const html = run("compare", kind, "--profile", file, ...choice, "--format", "html");
        const pairs = (names, values) => names.map((id, at) => `${id}:${values[at]}`).join(",");
        const order = chosen.length === 0 ? "" : `&choose=${chosen.join(",")}`;
        const fragment = `#themes=${pairs(data.themes, budgets)}&weights=${pairs(criteria, weights)}${order}`;
        await tab.evaluate((hash) => new Promise((done) => {
          addEventListener("hashchange", () => done(), { once: true });
          location.hash = hash;
        }), fragment);
        const wanted = await written(tab, html);
        const title = chosen.length === 0 ? wanted.title : "Uw keuze";
        assert.deepEqual(await here(tab), { ...wanted, title }, `${kind}, set ${number}: ${fragment}`);
      }
      assert.deepEqual(seen.console, []);
      await context.close();
    }
  }],

  ["glance: as the page opens the script would write the same cards and lines", async (found) => {
    for (const path of [...Object.values(pages), english]) {
      const { tab, context } = await open(found, path);
      const before = await here(tab);
      const name = await tab.getAttribute('[data-w="c0"] input[type=number]', "aria-label");
      const field = tab.getByLabel(name);
      const value = await field.inputValue();
      await tab.evaluate(() => document.querySelectorAll(".panel details").forEach((one) => (one.open = true)));
      await field.fill(String(Number(value) + 1));
      await field.fill(value);
      assert.deepEqual(await here(tab), before);
      await context.close();
    }
  }],

  ["glance: what is in use has a card, also where nothing is chosen", async (found) => {
    const own = "institution: Voorbeeldschool\nkind: videobellen\nin-use: [whereby/meetings-gratis, zoom/onderwijs]\n";
    const file = join(folder("in-use", { "eigen-dossier.yaml": own }), "eigen-dossier.yaml");
    const path = page("in-use", "videobellen", "--dossier", file);
    const { tab, seen, context } = await open(found, path);
    const before = await here(tab);
    assert.equal(before.title, "Bovenaan in elke groep, en wat u nu gebruikt");
    for (const name of ["Whereby", "Zoom"]) {
      const cards = tab.locator(".deck .card", { hasText: "nu in gebruik" }).filter({ hasText: name });
      assert.equal(await cards.count(), 1, name);
    }
    await tab.selectOption("#profiel", { index: 1 });
    await tab.selectOption("#profiel", { index: 0 });
    assert.deepEqual(await here(tab), before);
    await tab.locator("#kandidaten input").first().evaluate((box) => box.click());
    assert.equal(await tab.locator(".deck .card").count(), 1, "a reader's choice is a choice");
    assert.deepEqual(seen.console, []);
    await context.close();
  }],

  ["glance: with the list of candidates a reader chooses, with the keyboard too", async (found) => {
    const { tab, seen, context } = await open(found, pages.videobellen);
    await tab.focus(".picker > summary");
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Space");
    assert.equal(await tab.locator(".deck .card").count(), 1);
    assert.equal(await tab.textContent("#kaarten-kop"), "Uw keuze");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Space");
    assert.equal(await tab.locator(".deck .card").count(), 2);
    assert.equal(await tab.locator("#kandidaten :checked").count(), 2);
    assert.equal(await tab.locator("li.row .choose :checked").count(), 2, "both boxes of one say the same");
    // A name on a card leads to its answers.
    await tab.click(".deck .card a");
    assert.equal(await tab.locator("details.product[open]").count(), 1);
    await tab.click("#kies-alles");
    assert.equal(await tab.textContent("#kaarten-kop"), "Bovenaan in elke groep");
    assert.deepEqual(seen.console, []);
    await context.close();
  }],

  ["glance: a theme opens to its questions and closes again, and moves with the order", async (found) => {
    const { tab, seen, context } = await open(found, pages.videobellen);
    const data = await dataOf(tab);
    const before = await here(tab);
    const asked = data.criteria.filter(({ theme }) => theme === 1);
    const button = tab.locator(".matrix thead button").nth(1);
    assert.equal(await button.getAttribute("aria-expanded"), "false");
    await button.focus();
    await tab.keyboard.press("Enter");
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    assert.deepEqual(await tab.locator(".matrix thead .crit").allTextContents(), asked.map(({ title }) => title));
    // Each cell says what the product says.
    const wrong = () => tab.evaluate(() => {
      const numbers = [...document.querySelectorAll(".matrix .crit a")].map((one) => one.hash);
      return [...document.querySelectorAll(".matrix tr[data-m]")].flatMap((line) => {
        const cells = [...line.querySelectorAll(".q-cell")];
        return cells.filter((cell, at) => {
          const id = JSON.parse(document.querySelector("#gegevens").textContent).alternatives[line.dataset.m].id.split("/")[0];
          const questions = [...document.querySelectorAll(`#p-${id} .q`)];
          const mine = questions.find((one) => one.querySelector("h5 a").hash === numbers[at]);
          const answer = [...(mine?.querySelectorAll(".answer") ?? [])].find((one) => one.dataset.v.split(" ").includes(line.dataset.m));
          const level = answer?.querySelector(".level").className.split(" ")[1] ?? "u";
          return cell.className !== `q-cell ${level}`;
        });
      }).length;
    });
    assert.equal(await wrong(), 0);
    await tab.selectOption("#profiel", { index: 1 });
    assert.equal(await wrong(), 0);
    await tab.selectOption("#profiel", { index: 0 });
    await button.press("Space");
    assert.equal(await tab.locator(".matrix .crit, .matrix .q-cell").count(), 0);
    assert.deepEqual(await here(tab), before);
    assert.deepEqual(seen.console, []);
    await context.close();
  }],

  ["glance: two to four are side by side, also on a phone", async (found) => {
    const { tab, seen, context } = await open(found, pages.videobellen, { fragment: `#choose=${FEW.slice(0, 3).join(",")}`, viewport: { width: 390, height: 800 } });
    assert.ok(await tab.locator('nav a[href="#naast"]').isVisible(), "in the menu");
    assert.equal(await tab.locator("#paar thead th").count(), 4, "what is chosen");
    await tab.selectOption("#naast-3", { index: 5 });
    assert.equal(await tab.locator("#paar thead th").count(), 5);
    assert.match(await tab.evaluate(() => location.hash), /&pair=([a-z0-9/-]+,){3}[a-z0-9/-]+$/);
    const places = await tab.evaluate(() => {
      const scroll = document.querySelector("#paar .scroll");
      scroll.scrollLeft = 1000;
      const { left } = scroll.getBoundingClientRect();
      return [scroll.querySelector("tbody tr:nth-child(2) th").getBoundingClientRect().left - left, document.documentElement.scrollWidth, scroll.scrollLeft];
    });
    assert.ok(Math.abs(places[0]) < 3, "the question stays in view");
    assert.equal(places[1], 390);
    assert.ok(places[2] > 50, "the others scroll");
    // Two of them fit on the screen.
    await tab.selectOption("#naast-3", { index: 0 });
    await tab.selectOption("#naast-2", { index: 0 });
    assert.deepEqual(await tab.evaluate(() => {
      const { scrollWidth, clientWidth } = document.querySelector("#paar .scroll");
      return scrollWidth - clientWidth;
    }), 0);
    assert.deepEqual(seen.console, []);
    await context.close();
  }],

  ["glance: on a phone the candidates, the cards and the order come before the sliders", async (found) => {
    for (const [path, width] of [[pages.videobellen, 390], [pages.proctoring, 390], [english, 390]]) {
      const { tab, context } = await open(found, path, { viewport: { width, height: 800 } });
      const order = [".picker", ".deck", "#volgorde", ".panel", "#matrix"];
      const tops = await tab.evaluate((all) => all.map((one) => document.querySelector(one).getBoundingClientRect().top), order);
      assert.deepEqual([...tops].sort((a, b) => a - b), tops);
      const isBefore = await tab.evaluate((all) => all.every((one, at) => at === 0 ||
        (document.querySelector(all[at - 1]).compareDocumentPosition(document.querySelector(one)) & 4) > 0), order);
      assert.ok(isBefore, "and in the order of the document");
      await context.close();
    }
  }],

  ["glance: every sign that the page shows is in the legend", async (found) => {
    for (const path of [...Object.values(pages), english]) {
      const { tab, context } = await open(found, path);
      for (const button of await tab.locator(".matrix thead button").all()) await button.click();
      const unexplained = await tab.evaluate(() => {
        const legend = document.querySelector("#legenda");
        const known = new Set([...legend.querySelectorAll(".level")].map((one) => one.classList[1]));
        const shown = [
          ...[...document.querySelectorAll(".matrix td[class]")].map((one) => one.className.replace("q-cell ", "")),
          ...[...document.querySelectorAll(".level:not(#legenda *)")].map((one) => one.classList[1]),
          ...[...document.querySelectorAll(".tile")].map((one) => one.classList[1]),
        ];
        const bars = [...document.querySelectorAll(".bar rect")].map((one) => one.classList[0]);
        const keys = new Set([...legend.querySelectorAll(".key rect")].map((one) => one.classList[0]));
        return [...new Set([...shown.filter((one) => one !== "" && !known.has(one)), ...bars.filter((one) => !keys.has(one))])];
      });
      assert.deepEqual(unexplained, []);
      const words = await tab.textContent("#legenda");
      const wanted = path === english ? ["old source", "source without a date", "75%", "25–75%"] : ["oude bron", "bron zonder datum", "75%", "25–75%", "regelt u zelf"];
      wanted.forEach((word) => assert.ok(words.includes(word), word));
      await context.close();
    }
  }],

  ["glance: signs are not read, and every bar has words", async (found) => {
    const { tab, context } = await open(found, pages.videobellen, { fragment: `#choose=${FEW.join(",")}` });
    const bars = await tab.$$eval("svg.bar", (all) => all.map((one) => [one.getAttribute("role"), one.getAttribute("aria-label")]));
    assert.ok(bars.length > 30);
    for (const [role, label] of bars) {
      assert.equal(role, "img");
      assert.match(label, /punten: met bron \d+ · regelt u zelf \d+ · onbekend \d+ · niet gunstig \d+$/);
    }
    // A screen reader hears the text beside the sign, which has an empty alternative.
    const snapshot = await tab.locator(".deck .card").first().ariaSnapshot();
    assert.match(snapshot, /Contract en rol (gunstig|gemengd|ongunstig|regelt u zelf|onbekend)/);
    assert.doesNotMatch(snapshot, /[●◐○◇]/);
    assert.doesNotMatch(await tab.locator(".matrix table").ariaSnapshot(), /[●◐○◇]/);
    await context.close();
  }],

  ["glance: on paper, one sheet for up to four candidates", async (found) => {
    for (const [kind, ids] of [["videobellen", FEW], ["videobellen", FEW.slice(0, 2)], ["videobellen", FEW.slice(0, 1)], ["videobellen", FEW.slice(0, 3)]]) {
      const { pages: count, words } = await printed(found, pages[kind], `#choose=${ids.join(",")}`);
      assert.equal(count, 1, `${ids.length} of ${kind}`);
      for (const wanted of ["geen keurmerk en geen advies", "Dat is niet altijd beter", "niet als nul", "met bron", "Eisen", "Per thema", "30 november 2026"]) {
        assert.ok(words.includes(wanted), `${ids.length}: ${wanted}`);
      }
      assert.doesNotMatch(words, /Wie weegt|Kies uw kandidaten|Zo is er gerekend|Vergelijk weer alles/);
    }
  }],

  ["glance: on paper, one sheet for the longest four too, in both languages", async (found) => {
    for (const kind of kinds) {
      for (const path of [pages[kind], inEnglish[kind]]) {
        for (const ids of LONGEST[kind]) {
          const { pages: count } = await printed(found, path, `#choose=${ids.join(",")}`);
          assert.equal(count, 1, `${path}: ${ids}`);
        }
      }
    }
  }],

  ["glance: on paper, side by side only where a reader asked for it", async (found) => {
    const { pages: count, words } = await printed(found, pages.videobellen, `#choose=${FEW.slice(0, 2).join(",")}&pair=${FEW.slice(0, 2).join(",")}`);
    assert.ok(count > 1 && words.includes("vraag voor vraag"), `${count} pages`);
    const without = await printed(found, pages.videobellen, "");
    assert.ok(!without.words.includes("vraag voor vraag"));
  }],

  ["glance: on paper, eight pages at most without a choice, and all answers when they are open", async (found) => {
    for (const path of [...Object.values(pages), ...Object.values(inEnglish)]) {
      const { pages: count, words } = await printed(found, path, "");
      assert.ok(count <= 8, `${path}: ${count} pages`);
      assert.ok(!/gelezen \d+ |, read \d+ /.test(words), "no evidence");
    }
    const all = await printed(found, pages.videobellen, "", () => {
      document.querySelector("#alles-open").click();
      document.querySelector("#vragen-open").click();
    });
    assert.ok(all.pages > 20 && /gelezen \d+ /.test(all.words) && all.words.includes("Antwoorden en grondslag"), `${all.pages} pages`);
  }],
];
