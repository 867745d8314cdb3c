// What someone sees who opens a file in an editor with its schema.

import { join } from "node:path";
import { parse } from "yaml";
import { files, kindOf, project, run, text, work, write } from "./lib.mjs";
import { Server } from "./server.mjs";

const place = join(work, "editing");
let server;
let opened = 0;

// Opens a file of this kind, with its schema beside it and `‸` where someone types: its
// path, that place, and what the server finds in the file.
async function open(kind, content, first = `# yaml-language-server: $schema=schema-${kind}.json\n`) {
  const whole = first + content;
  const before = whole.split("‸")[0].split("\n");
  const path = join(place, `${(opened += 1)}.yaml`);
  const found = await server.open(path, whole.replace("‸", ""));
  return { path, position: { line: before.length - 1, character: before.at(-1).length }, found };
}

async function proposed(kind, content) {
  const { path, position } = await open(kind, content);
  return (await server.completion(path, position)).map(({ label }) => label);
}

async function explained(kind, content) {
  const { path, position } = await open(kind, content);
  return server.hover(path, position);
}

function hold(it, what) {
  if (!it) throw new Error(what);
}

function same(found, expected) {
  hold(found.join() === expected.join(), `found: ${found}\nexpected: ${expected}`);
}

// The shipped files of one kind, by their paths in the project.
const shipped = (kind) => files(project).filter((path) => kindOf(path) === kind);
const criterion = parse(text(join(project, shipped("criterion").find((path) => path.endsWith("/direct-deletion.yaml")))));
const answers = Object.values(criterion["one-of"]).flatMap(Object.entries);
const answer = (value) =>
  `name: Alfa\nmaker: Alfa bv\nhomepage: https://alfa.example.org\nvariants:\n  school: {name: school, hosting: cloud, licence: paid}\nsources: {}\nfacts:\n  direct-deletion:\n    answers:\n      - for: all\n        answer: ${value}`;

const isLacking = (message) => message.startsWith("Missing property");

// Files without a mistake.
async function unmarked(kind, all, read) {
  for (const path of all) {
    const { path: opened, found } = await open(kind, read(path));
    hold(found.length === 0, `${path}: ${JSON.stringify(found)}`);
    server.close(opened);
  }
  return `${all.length} files`;
}

export const cases = [
  ["editing: the server starts, and schemas are beside the files", async () => {
    write(join(place, "README"), "");
    for (const kind of ["product", "criterion", "profile", "item", "dossier"]) {
      run(["schema", kind, "-o", `schema-${kind}.json`], { cwd: place });
    }
    server = await Server.start(place);
  }],
  ["editing: inside facts the criteria are proposed", async () => {
    const found = await proposed("product", "name: Alfa\nfacts:\n  ‸\n");
    const ids = shipped("criterion").map((path) => path.split("/").at(-1).replace(".yaml", ""));
    same(ids.filter((id) => !found.includes(id)), []);
    return `${ids.length} criteria`;
  }],
  ["editing: behind answer the answers to that question are proposed", async () => {
    same(await proposed("product", answer("‸")), answers.map(([id]) => id));
  }],
  ["editing: behind hosting its words are proposed", async () => {
    same(await proposed("product", "variants:\n  school:\n    hosting: ‸\n"), ["cloud", "hosted", "self-hosted"]);
  }],
  ["editing: in a dossier the items of the checklist are proposed", async () => {
    const found = await proposed("dossier", "institution: Testschool\nkind: videobellen\nchecklist:\n  ‸\n");
    const ids = shipped("item").map((path) => path.split("/").at(-1).replace(".yaml", ""));
    same(ids.filter((id) => !found.includes(id)), []);
    return `${ids.length} items`;
  }],
  ["editing: a key, a criterion and an answer are explained in Dutch", async () => {
    const key = await explained("product", "variants:\n  school:\n    host‸ing: cloud\n");
    hold(key.includes("wie de dienst beheert"), key);
    const question = await explained("product", "facts:\n  direct-‸deletion:\n    answers: []\n");
    hold(question.includes(`${criterion.title.nl}: ${criterion.ask.nl}`), question);
    const [id, about] = answers[1];
    const meaning = await explained("product", answer(`${id.slice(0, 3)}‸${id.slice(3)}`));
    hold(meaning.includes(about.nl), meaning);
  }],
  ["editing: a wrong answer is marked at its line, and only there", async () => {
    const { found, position } = await open("product", answer("misschien‸"));
    same(found.map(({ range }) => range.start.line), [position.line]);
    hold(found[0].message.includes(answers[0][0]), found[0].message);
    const right = await open("product", answer(answers[0][0]));
    same(right.found, []);
  }],
  ["editing: a key that does not exist is marked at its line, and only there", async () => {
    const { found, position } = await open("product", answer(`${answers[0][0]}\n        citaat‸: Een zin.`));
    same(found.map(({ range }) => range.start.line), [position.line]);
  }],
  ...["product", "criterion", "profile", "item"].map((kind) => [
    `editing: nothing is marked in a shipped file: ${kind}`,
    () => unmarked(kind, shipped(kind), (path) => text(join(project, path))),
  ]),
  ["editing: a new file names its schema itself, and is marked only for what it lacks", async () => {
    for (const [what, name, path, key] of [
      ["vendor", "videobellen/nieuw", "vendors/videobellen/nieuw.yaml", "variants"],
      ["vendor", "proctoring/nieuw", "vendors/proctoring/nieuw.yaml", "variants"],
      ["criterion", "retention/nieuw", "criteria/retention/nieuw.yaml", "grounds"],
      ["profile", "nieuw", "criteria/profiles/nieuw.yaml", "weights"],
      ["dossier", "videobellen", "dossier.yaml", "kind"],
      ["dossier", "proctoring", "dossier.yaml", "kind"],
    ]) {
      const content = run(["new", what, name]);
      const found = await server.open(join(place, path), content);
      same(found.filter(({ message }) => !isLacking(message)).map(({ message }) => message), []);
      const line = content.split("\n").findIndex((line) => line.startsWith(`${key}:`));
      const about = await server.hover(join(place, path), { line, character: 1 });
      hold(about.includes(`schema-${what === "vendor" ? "product" : what}.json`), `${path}: ${about}`);
      server.close(join(place, path));
    }
  }],
  ["editing: a setting of the editor names the schema for a whole folder", async () => {
    const path = join(place, "vendors/videobellen/oud.yaml");
    const found = await server.open(path, answer("misschien"));
    same(found.map(({ range }) => range.start.line), [answer("").split("\n").length - 1]);
  }],
  ["editing: the server stops", () => server.stop()],
];
