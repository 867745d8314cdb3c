// What readers see: nothing is requested, nothing is executed, everything is there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { folder, open, page, text, work } from "./lib.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = {
  videobellen: page("videobellen", "videobellen"),
  proctoring: page("proctoring", "proctoring"),
  english: page("english", "proctoring", "--lang", "en"),
};

// Names, notes and questions that look like markup.
const NASTY = [
  "</script><img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "it's &#x3c;b&#x3e; {{7*7}} ${7*7}",
  "<!--<script>alert(1)",
];
const quoted = (value) => JSON.stringify(value);

function hostile() {
  const [script, attribute, letters, comment] = NASTY;
  const both = (value) => `{nl: ${quoted(value)}, en: ${quoted(value)}}`;
  const product = (name, answer) => `name: ${quoted(name)}
maker: ${quoted(attribute)}
homepage: "https://example.org/?a=%3Cscript%3E&b='x'"
variants:
  een: {name: ${quoted(script)}, hosting: cloud, licence: free}
  twee: {name: ${quoted(letters)}, hosting: cloud, licence: free}
sources:
  bron: {title: ${quoted(script)}, url: "https://example.org/'><img", read: 2026-10-01, grade: vendor}
facts:
  vraag:
    answers:
      - {for: all, answer: ${answer}, note: ${quoted(script)}}
    evidence:
      - {from: bron, quote: ${quoted(attribute)}}
`.replace(/'><img/, "'");
  return folder("hostile", {
    "criteria/kinds.yaml": `nasty:\n  title: ${both(script)}\n  ask-first: ${both(comment)}\n`,
    "criteria/themes.yaml": `thema:\n  title: ${both(attribute)}\n`,
    "criteria/thema/vraag.yaml": `title: ${both(script)}
applies-to: [nasty]
ask: ${both(letters)}
why: ${both(comment)}
grounds: [${quoted(script)}]
from: []
one-of:
  good:
    ja: ${both(attribute)}
  insufficient:
    nee: ${both(letters)}
knock-out:
  - when: nee
    because: ${both(script)}
`,
    "criteria/profiles/algemeen.yaml": `title: ${both(comment)}\nbecause: ${both(script)}\nweights: {vraag: 3}\n`,
    "vendors/nasty/een.yaml": product(comment, "ja"),
    "vendors/nasty/twee.yaml": product(script, "nee"),
  });
}

export async function violations(tab) {
  await tab.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await tab.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags);
  return result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

// What is not valid in a page.
export async function mistakes(path) {
  const rules = { extends: ["html-validate:standard"], rules: {
    // The list role is explicit where a style removes the list's marks.
    "no-redundant-role": "off", "prefer-native-element": "off", "long-title": "off", "no-inline-style": "error",
    "no-raw-characters": "off", "valid-id": "off", "require-sri": "off",
  } };
  const report = await new HtmlValidate(rules).validateString(text(path));
  const found = report.results.flatMap((one) => one.messages.map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`));
  return found.slice(0, 12);
}

export const cases = [
  ["B1 nothing is requested, the console stays empty", async (found) => {
    for (const path of Object.values(pages)) {
      const { seen, tab, context } = await open(found, path);
      await tab.evaluate(() => 0);
      assert.equal(seen.requests.length, 1, seen.requests.join("\n"));
      assert.deepEqual(seen.console, []);
      await context.close();
    }
  }],

  ["B2 hostile data is shown literally", async (found) => {
    const path = page("hostile-page", "nasty", "--no-builtin", "--data", hostile());
    const { tab, seen, context } = await open(found, path);
    await tab.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await tab.fill('[data-w="c0"] input[type=number]', "5");
    await tab.selectOption("[data-column='2']", { index: 1 });
    await tab.click(".matrix thead button");
    assert.deepEqual(seen.dialogs, []);
    assert.deepEqual(seen.console, []);
    assert.equal(await tab.locator("img, iframe, object, [onload], [onerror]").count(), 0);
    assert.equal(await tab.locator("svg:not(.bar):not(.key):not(.defs)").count(), 0);
    assert.equal(await tab.locator("script").count(), 2);
    const shown = await tab.evaluate(() => document.body.innerText);
    for (const nasty of NASTY) {
      assert.ok(shown.includes(nasty), `${nasty} is not shown`);
    }
    assert.ok(!shown.includes("49"));
    await context.close();
  }],

  ["B3 a script or handler that was put in is blocked", async (found) => {
    const planted = '<img src="x" onerror="document.title=1"><script>document.title = 2</' + 'script><p style="position:fixed">x</p>';
    const path = join(work, "planted.html");
    writeFileSync(path, text(pages.videobellen).replace("<main", planted + "<main"));
    const { tab, seen, context } = await open(found, path);
    await tab.evaluate(() => 0);
    assert.match(await tab.title(), /^Videobellen/);
    // The browser reports the picture as requested, and then as refused.
    assert.deepEqual(seen.requests.filter((url) => !url.endsWith("planted.html")), seen.refused);
    assert.ok(seen.console.some((line) => line.includes("Content Security Policy")));
    assert.equal(await tab.locator("html.js").count(), 1);
    await context.close();
  }],

  ["B4 axe finds nothing in light, dark, forced colours, wide and narrow", async (found) => {
    // All templates and all styles with a few products of each kind, because the
    // rules take minutes on a page with all of them.
    const few = {
      videobellen: page("few-v", "videobellen", "--vendor", "zoom", "--vendor", "edumeet", "--vendor", "jitsi-meet"),
      proctoring: page("few-p", "proctoring", "--vendor", "safe-exam-browser", "--vendor", "proctorio", "--lang", "en"),
    };
    const wrong = [];
    for (const [name, path] of Object.entries(few)) {
      for (const width of [320, 1280]) {
        for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
          const { tab, context } = await open(found, path, { viewport: { width, height: 900 }, ...look });
          await tab.evaluate(() => (document.querySelector("details.product").open = true));
          await tab.evaluate(() => (document.querySelector(".panel fieldset details").open = true));
          await tab.evaluate(() => (document.querySelector(".criteria .fold").open = true));
          await tab.evaluate(() => (document.querySelector(".picker").open = true));
          await tab.click(".matrix thead button");
          const here = await violations(tab);
          wrong.push(...here.map((line) => `${name} ${width} ${JSON.stringify(look)}: ${line}`));
          await context.close();
        }
      }
    }
    assert.deepEqual(wrong, []);
  }],

  ["B5 the markup is valid", async () => {
    for (const path of Object.values(pages)) {
      assert.deepEqual(await mistakes(path), []);
    }
  }],

  ["B6 everything is reached with the keyboard, and the focus is seen", async (found) => {
    const { tab, context } = await open(found, pages.proctoring);
    await tab.keyboard.press("Tab");
    assert.equal(await tab.evaluate(() => document.activeElement.className), "skip");
    await tab.keyboard.press("Enter");
    assert.equal(await tab.evaluate(() => document.activeElement.id), "inhoud");
    const reached = new Set();
    let hidden = 0;
    for (let step = 0; step < 400; step += 1) {
      await tab.keyboard.press("Tab");
      const here = await tab.evaluate(() => {
        const one = document.activeElement;
        const style = getComputedStyle(one);
        const seen = one === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
        const kind = one.id || (one.closest("summary") ? "summary" : one.closest(".scroll") === one ? "scroll" : one.tagName);
        return { kind, seen };
      });
      reached.add(here.kind);
      hidden += here.seen ? 0 : 1;
    }
    for (const wanted of ["profiel", "t0", "terug", "summary", "scroll", "A", "naast-0", "alles-open", "BUTTON"]) {
      assert.ok(reached.has(wanted), `${wanted} is not reached`);
    }
    assert.equal(hidden, 0, "some focus cannot be seen");
    const summary = tab.locator("details.product > summary").first();
    await summary.focus();
    await tab.keyboard.press("Enter");
    assert.equal(await tab.locator("details.product[open]").count(), 1);
    await context.close();
  }],

  ["B9 without its script the page says everything and offers nothing dead", async (found) => {
    const { tab, context } = await open(found, pages.videobellen, { javaScriptEnabled: false });
    assert.equal(await tab.locator("button:visible, select:visible, input:visible").count(), 0);
    const rows = await tab.locator("li.row:visible").count();
    assert.equal(rows, await tab.locator("tr[data-m]:visible").count());
    assert.ok(rows > 20);
    await tab.locator("details.product > summary").first().click();
    assert.ok((await tab.locator("details.product[open] figure a[href^=http]:visible").count()) > 3);
    await context.close();
  }],

  ["B10 narrow, and with wide text spacing, only tables scroll sideways", async (found) => {
    for (const path of Object.values(pages)) {
      const { tab, context } = await open(found, path, { viewport: { width: 320, height: 800 } });
      await tab.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      const widest = () => tab.evaluate(() => {
        const lost = [...document.querySelectorAll("main *, header *")].filter((one) =>
          !one.closest(".scroll, .visually-hidden, svg") && one.getBoundingClientRect().right > innerWidth + 1);
        return [document.documentElement.scrollWidth, ...lost.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))];
      });
      assert.deepEqual(await widest(), [320]);
      // The spacing of WCAG 1.4.12, through the page's own style object.
      await tab.evaluate(() => {
        const sheet = document.styleSheets[0];
        sheet.insertRule("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }", sheet.cssRules.length);
        sheet.insertRule("p { margin-bottom: 2em !important; }", sheet.cssRules.length);
      });
      assert.deepEqual(await widest(), [320]);
      await context.close();
    }
  }],

  ["B11 on paper: tagged, in its language, with weights and addresses, without controls", async (found) => {
    const { tab, context } = await open(found, pages.videobellen, { fragment: "#weights=open-source:9" });
    await tab.evaluate(() => (document.querySelector("#p-zoom").open = true));
    const path = join(work, "page.pdf");
    await tab.pdf({ path, tagged: true, preferCSSPageSize: true });
    const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    assert.match(info, /Tagged:\s+yes/);
    assert.match(readFileSync(path, "latin1"), /\/Lang\s*\(nl\)/);
    const printed = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
    assert.match(printed, /Open source\s+9\s/);
    assert.match(printed, /Met eigen gewichten/);
    assert.match(printed, /https:\/\/\S+zoom/);
    assert.doesNotMatch(printed, /Zet terug|Wie weegt/);
    // The words of its head stand below each other.
    assert.match(printed, /Gewicht\s+Deel\s/);
    await context.close();
  }],

  ["B12 without colour the bars can still be told apart", async (found) => {
    const { tab, context } = await open(found, pages.videobellen);
    const fills = await tab.evaluate(() => {
      const bar = document.querySelector("svg.bar");
      return [bar.querySelector(".open").getAttribute("fill"), bar.getAttribute("aria-label")];
    });
    assert.equal(fills[0], "url(#arcering)");
    assert.match(fills[1], /^[0-9]+ tot [0-9]+ punten: met bron [0-9]+ · regelt u zelf [0-9]+ · onbekend [0-9]+ · niet gunstig [0-9]+$/);
    await context.close();
  }],

  ["B15 language, title, landmarks, headings and tables are named", async (found) => {
    for (const [path, lang] of [[pages.videobellen, "nl"], [pages.english, "en"]]) {
      const { tab, context } = await open(found, path);
      const facts = await tab.evaluate(() => ({
        lang: document.documentElement.lang,
        h1: document.querySelectorAll("h1").length,
        levels: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((one) => Number(one.tagName[1])),
        landmarks: ["header", "nav", "main", "footer"].map((name) => document.querySelectorAll("body > " + name + ", body > header " + name).length),
        tables: [...document.querySelectorAll(".matrix table")].every((one) => one.caption !== null && one.querySelectorAll("th:not([scope])").length === 0),
      }));
      assert.equal(facts.lang, lang);
      assert.equal(facts.h1, 1);
      assert.deepEqual(facts.landmarks, [1, 1, 1, 1]);
      assert.ok(facts.tables);
      facts.levels.reduce((before, level) => {
        assert.ok(level <= before + 1, `a heading of level ${level} after ${before}`);
        return level;
      }, 0);
      await context.close();
    }
  }],

  ["B16 links out of the page are plain and say nothing of the reader", async (found) => {
    for (const path of Object.values(pages)) {
      const { tab, context } = await open(found, path);
      const wrong = await tab.evaluate(() =>
        [...document.querySelectorAll("a")].filter((one) => {
          const href = one.getAttribute("href");
          if (href.startsWith("#")) return document.getElementById(href.slice(1)) === null;
          return !/^https?:\/\//.test(href) || one.target !== "" || !/noopener noreferrer/.test(one.rel);
        }).map((one) => one.outerHTML));
      assert.deepEqual(wrong, []);
      await context.close();
    }
  }],
];
