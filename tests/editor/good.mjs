// The schemas are schemas, and no file of ours is refused.


import { join } from "node:path";
import { parse } from "yaml";
import { files, kindOf, kinds, project, run, text, validator, wrong } from "./lib.mjs";

const said = (path, found) => found.map((one) => `${path}${one.path}: ${one.message}`);

function hold(found) {
  if (found.length > 0) throw new Error(found.slice(0, 20).join("\n"));
}

// The files of a folder of data, held against the schemas of that data.
function folder(place, data) {
  const all = files(place);
  hold(all.flatMap((path) => said(path, wrong(kindOf(path), text(join(place, path)), data))));
  return `${all.length} files`;
}

const tests = join(project, "tests/data");
const own = (name) => ["--no-builtin", "--data", join(tests, name)];

export const cases = [
  ["good: every schema is one, and the same in both languages but for its words", () => {
    const shape = (schema) => JSON.stringify(schema, (key, value) => (["$id", "title", "description"].includes(key) && typeof value === "string" ? "" : value));
    for (const kind of kinds()) {
      validator(kind);
      const [nl, en] = ["nl", "en"].map((lang) => JSON.parse(run(["schema", kind, "--lang", lang])));
      hold(shape(nl) === shape(en) && nl.title !== en.title ? [] : [`${kind}: the languages differ`]);
    }
    return `${kinds().length} kinds`;
  }],
  ["good: every shipped file", () => folder(project, [])],
  ["good: the data of the tests", () =>
    ["small", "own-work", "third-kind"].map((name) => `${name} ${folder(join(tests, name), own(name))}`).join(", ")],
  ["good: dossiers", () => {
    const of = (name, data) => said(name, wrong("dossier", text(join(tests, "dossiers", name)), data));
    hold([
      ...of("proctoring-dossier.yaml", []),
      ...of("videobellen-dossier.yaml", []),
      ...of("eigen-werk.yaml", own("own-work")),
    ]);
  }],
  ["good: new files", () => {
    const made = (kind, what, name) => hold(said(what, wrong(kind, run(["new", what, name]))));
    const all = Object.keys(parse(text(join(project, "criteria/kinds.yaml"))));
    for (const kind of all) {
      made("product", "vendor", `${kind}/nieuw`);
      made("dossier", "dossier", kind);
    }
    made("criterion", "criterion", "retention/nieuw");
    made("profile", "profile", "nieuw");
    return `${all.length} kinds of products`;
  }],
];
