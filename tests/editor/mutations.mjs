// A schema is never stricter than the program: of files that were changed in one place, by
// chance, whatever a schema refuses `check` refuses too.

import { join } from "node:path";
import { isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import { subject } from "./bad.mjs";
import { copy, errors, files, kindOf, kinds, project, random, text, write, wrong } from "./lib.mjs";

const OF_EACH = Number(process.env.MUTATIONS ?? 60);
const SEED = Number(process.env.SEED ?? 7);

// What is put in the place of a value.
const VALUES = [
  "", " ", "x", "Een tekst.", "een-id", "Een-Id", "all", "unlimited", "otherwise", "good", "none", "true", "no",
  "2026-11-01", "2026-02-30", "2026-11", "1-11-2026", "S0-29", "https://example.org/", "https://example.org", "http://localhost/x",
  "12 months", "70%", "need.youngest", "hosting", "videobellen", "proctoring",
  0, 1, 30, 101, -1, 1.5, 1e9, 1e9 + 1, true, false, null, [], {}, ["x"], ["een-id", "een-id"], { x: "y" }, { nl: "ja", en: "yes" }, { nl: "ja" },
  { "at-least": 1 }, { including: "x" },
];

// What YAML takes for something else than a text, written bare. Infinity is left out: JSON,
// and so a schema, does not have it.
const BARE = ["~", "null", "True", "0x1F", "0o17", "1e3", "+5", "007", "5.", "1_000", "12:30", "yes"];
const bare = (word) => `bare-${word}-bare`;

// The places of a document: each with the collection that holds it, and its position there.
function places(document) {
  const found = [];
  const walk = (node) => {
    if (!isCollection(node)) return;
    node.items.forEach((item, at) => {
      found.push([node, at]);
      walk(isPair(item) ? item.value : item);
    });
  };
  walk(document.contents);
  return found;
}

// The same text, changed in one place.
function changed(content, pick) {
  const document = parseDocument(content);
  const all = places(document);
  const [holder, at] = all[pick(all.length)];
  const item = holder.items[at];
  const put = (value) => {
    const made = document.createNode(value);
    if (isPair(item)) item.value = made;
    else holder.items[at] = made;
  };
  const value = isPair(item) ? item.value : item;
  // Scalars of the same file, which fit elsewhere.
  const others = all.map(([node, place]) => node.items[place]).map((one) => (isPair(one) ? one.value : one)).filter(isScalar);
  const ways = [
    () => holder.items.splice(at, 1),
    () => put(VALUES[pick(VALUES.length)]),
    () => put(VALUES[pick(VALUES.length)]),
    () => put(bare(BARE[pick(BARE.length)])),
    () => put(others[pick(others.length)].value),
    () => (isSeq(value) && value.items.length > 0 ? put(value.items[0]) : put([value])),
    () => (isSeq(holder) ? holder.items.push(item) : put({ x: value })),
    () => (isMap(holder) ? holder.add(document.createPair(["x", "een-sleutel", "formerly", "note"][pick(4)], "x"), true) : holder.items.splice(at, 1)),
    () => (isPair(item) ? (item.key = document.createNode(`${item.key.value}s`)) : put(["x"])),
  ];
  ways[pick(ways.length)]();
  return document.toString().replace(/bare-(.*)-bare/, "$1");
}

// Changes files of one kind, all at once, until enough were changed. `checked` is what
// `check` is given: the paths, and options.
function hold(kind, all, data, checked) {
  const pick = random(SEED + kind.length * 1000 + kind.charCodeAt(0));
  const good = new Map(all.map((path) => [path, text(path)]));
  const strict = [];
  let [tried, refused, both] = [0, 0, 0];
  while (tried < OF_EACH) {
    const bad = new Map(all.map((path) => [path, changed(good.get(path), pick)]));
    bad.forEach((content, path) => write(path, content));
    const found = errors(...checked);
    for (const [path, content] of bad) {
      const mistakes = wrong(kind, content, data);
      tried += 1;
      refused += found.has(path) ? 1 : 0;
      both += mistakes.length > 0 ? 1 : 0;
      if (mistakes.length > 0 && !found.has(path)) strict.push(`${path}: ${JSON.stringify(mistakes)}\n${content}`);
    }
  }
  good.forEach((content, path) => write(path, content));
  if (strict.length > 0) throw new Error(strict.slice(0, 3).join("\n"));
  // A schema that sees almost nothing would hold as well.
  if (both * 2 < refused) throw new Error(`of ${refused} that check refuses, the schema refuses ${both}`);
  return `of ${tried} files check refuses ${refused}, the schema ${both}`;
}

let shipped;

function of(kind) {
  if (["amendment", "dossier", "premises", "settings"].includes(kind)) {
    const { place, data, checked, good } = subject(kind);
    write(place, good);
    return hold(kind, [place], data, [[place], checked]);
  }
  shipped ??= copy("shipped", project);
  const all = files(shipped).filter((path) => kindOf(path) === kind).map((path) => join(shipped, path));
  return hold(kind, all, [], [[shipped], []]);
}

export const cases = kinds().map((kind) => [`mutations: ${kind}`, () => of(kind)]);
