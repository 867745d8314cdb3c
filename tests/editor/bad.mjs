// Files with one mistake, from the folder `bad`: a schema refuses each at the place that is
// wrong, and `check` refuses each as well.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parse, parseDocument } from "yaml";
import { copy, errors, here, project, text, write, wrong } from "./lib.mjs";

const tests = join(project, "tests/data");

// A JSON pointer as a list of keys and positions of a document.
const steps = (pointer) =>
  pointer.split("/").slice(1).map((step) => (/^[0-9]+$/.test(step) ? Number(step) : step));

// Whether one path lies in the other.
const together = (one, other) => `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

// A kind of file with its good text, and where `check` looks for it.
export function subject(kind) {
  const { file, good, layer, changes } = parse(text(join(here, "bad", `${kind}.yaml`)));
  const base = copy(`bad-${kind}`, join(tests, "small"), join(tests, "institution"));
  const over = kind === "dossier" || layer;
  const place = join(over ? `${base}-over` : base, file);
  const data = ["--no-builtin", "--data", base];
  return { base, data, place, changes, good: good ?? text(place), checked: over ? data : [] };
}

function hold(kind) {
  const { data, place, changes, good, checked } = subject(kind);
  const isRefused = (content) => {
    write(place, content);
    return errors([place], checked).has(place);
  };
  const strange = wrong(kind, good, data);
  if (strange.length > 0 || isRefused(good)) throw new Error(`the good file: ${JSON.stringify(strange)}`);
  const failures = [];
  for (const [what, { at, put, wrong: where = at }] of Object.entries(changes)) {
    const document = parseDocument(good);
    if (put === undefined) document.deleteIn(steps(at));
    else document.setIn(steps(at), document.createNode(put));
    const content = document.toString();
    const found = wrong(kind, content, data).map(({ path }) => path);
    if (!found.includes(where)) failures.push(`${what}: nothing wrong at ${where}, but at ${found}`);
    const elsewhere = found.filter((path) => !together(path, where));
    if (elsewhere.length > 0) failures.push(`${what}: also wrong at ${elsewhere}`);
    if (!isRefused(content)) failures.push(`${what}: check has no error`);
  }
  write(place, good);
  if (failures.length > 0) throw new Error(failures.join("\n"));
  return `${Object.keys(changes).length} files`;
}

const all = readdirSync(join(here, "bad")).filter((name) => name.endsWith(".yaml"));
export const cases = all.map((name) => name.slice(0, -5)).map((kind) => [`bad: ${kind}`, () => hold(kind)]);
