// The browser, and pages made by the program.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const AS_OF = "2026-11-30";
export const program = process.argv[2];
export const work = mkdtempSync(join(tmpdir(), "keuzehulp-browser-"));

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

// The output of the program.
export function run(...args) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28, env: {}, cwd: work, stdio: ["ignore", "pipe", "ignore"] };
  return execFileSync(program, [...args, "--as-of", AS_OF], options);
}

// Writes a page and gives its path.
export function page(name, ...args) {
  const path = join(work, name + ".html");
  writeFileSync(path, run("compare", ...args, "--format", "html"));
  return path;
}

// Writes files below a new folder and gives its path.
export function folder(name, files) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(work, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(work, name);
}

export const text = (path) => readFileSync(path, "utf8");
export const address = (path, fragment = "") => pathToFileURL(path).href + fragment;

// A browser with a profile folder of its own, new for every run.
export async function browser() {
  const found = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  return found;
}

// Opens a page and collects what it logs and requests.
export async function open(found, path, { fragment = "", ...options } = {}) {
  const context = await found.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  const seen = { console: [], requests: [], refused: [], dialogs: [] };
  tab.on("console", (message) => seen.console.push(message.text()));
  tab.on("pageerror", (error) => seen.console.push(String(error)));
  tab.on("request", (request) => seen.requests.push(request.url()));
  tab.on("requestfailed", (request) => seen.refused.push(request.url()));
  tab.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await tab.goto(address(path, fragment));
  return { tab, seen, context };
}

// The whole points of a score of the program, as the page writes them: the lowest down,
// the highest up, and nothing and everything only where that is exact.
export function points({ exact_low, exact_high }) {
  const fraction = (text) => {
    const [numerator, denominator = "1"] = text.split("/");
    return [BigInt(numerator), BigInt(denominator)];
  };
  const [[a, b], [c, d]] = [fraction(exact_low), fraction(exact_high)];
  const down = (100n * a) / b;
  const low = a > 0n && down < 1n ? 1n : down;
  const up = (100n * c + d - 1n) / d;
  const high = c < d && up > 99n ? 99n : up;
  return low >= high ? `${low} punten` : `${low} tot ${high} punten`;
}

// Random numbers that are the same in every run.
export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}
