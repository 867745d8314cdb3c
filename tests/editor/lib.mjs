// The program, its schemas, and files of data.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";

const AS_OF = "2026-11-30";
const program = process.argv[2];
export const work = mkdtempSync(join(tmpdir(), "keuzehulp-editor-"));
export const here = dirname(fileURLToPath(import.meta.url));
export const project = join(here, "../..");

// What the program prints; an end with another code than these is an error.
export function run(args, { cwd = work, codes = [0] } = {}) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28, env: {}, cwd };
  const { status, stdout, stderr } = spawnSync(program, [...args, "--as-of", AS_OF], options);
  if (!codes.includes(status)) throw new Error(`${args.join(" ")}: ${status}\n${stderr}`);
  return stdout;
}

export const text = (path) => readFileSync(path, "utf8");

export function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

// A copy of folders of data, laid over each other, under a new name.
export function copy(name, ...folders) {
  const place = join(work, name);
  for (const folder of folders) {
    for (const part of ["criteria", "vendors"].filter((part) => existsSync(join(folder, part)))) {
      cpSync(join(folder, part), join(place, part), { recursive: true });
    }
  }
  return place;
}

// The names of the kinds of files.
export const kinds = () => run(["schema"]).trim().split("\n").map((line) => line.split(" ")[0]);

// The kind of file at a path inside a folder of data.
export function kindOf(path) {
  const parts = path.replace(/\.yaml$/, "").split("/");
  const [room, group, name] = parts;
  if (room === "dossier") return "dossier";
  if (room === "vendors") return "product";
  if (parts.length === 2) return group;
  const named = { headings: "headings", alternatives: "alternatives" }[name];
  const inside = { profiles: "profile", migrations: "migration", sentences: "sentences", checklist: "item", triage: "step" };
  return named ?? inside[group] ?? "criterion";
}

// The files below a folder of data, by their paths inside it.
export function files(place) {
  const inside = (room) => readdirSync(join(place, room), { recursive: true }).map((path) => `${room}/${path}`);
  return ["criteria", "vendors"].flatMap(inside).filter((path) => path.endsWith(".yaml")).sort();
}

const made = new Map();

// The schema of a kind, ready to hold files against. `data` are options that choose the
// data whose ids and answers it knows.
export function validator(kind, data = []) {
  const key = [kind, ...data].join(" ");
  if (!made.has(key)) {
    // Strict: a keyword that does not exist, or has no effect where it is, is an error. One
    // of several required keys is named beside their table, and some texts can look like
    // numbers.
    const strict = { strict: true, strictRequired: false, allowUnionTypes: true };
    // Large schemas take minutes when their code is made small.
    const quick = { inlineRefs: false, code: { optimize: false } };
    const ajv = new Ajv({ ...strict, ...quick, allErrors: true, formats: { date: true } });
    made.set(key, ajv.compile(JSON.parse(run(["schema", kind, ...data]))));
  }
  return made.get(key);
}

// What is wrong with a text by the schema of its kind, each with its path.
export function wrong(kind, content, data = []) {
  const validate = validator(kind, data);
  if (validate(parse(content))) return [];
  return validate.errors.map(({ instancePath, keyword, message, params }) => {
    // A key that lacks or is one too many is named by its own path.
    const last = params.additionalProperty ?? params.missingProperty ?? (keyword === "propertyNames" ? params.propertyName : undefined);
    const path = last === undefined ? instancePath : `${instancePath}/${last.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return { path, message };
  });
}

// The errors that `check` finds, as paths of files.
export function errors(paths, args = []) {
  const { findings } = JSON.parse(run(["check", ...paths, "--format", "json", ...args], { codes: [0, 1] }));
  return new Set(findings.filter(({ severity }) => severity === "error").map(({ path }) => path));
}

// Random numbers that are the same in every run.
export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}
