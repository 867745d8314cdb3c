// What a user would write instead, for Node: `node node_rank.mjs FOLDER` reads the files of the generator with
// js-yaml, takes the lowest and highest level of every answer, sums them by weight and prints a ranked CSV. It
// checks nothing, explains nothing and knows no knock-outs, rules of evidence or layers.

import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(join(process.cwd(), 'package.json'));
const yaml = require('js-yaml');
const LEVELS = { good: 1, partly: 0.5, insufficient: 0 };
const folder = process.argv[2];
const load = (...path) => yaml.load(readFileSync(join(folder, ...path), 'utf8'));
const files = (...path) => readdirSync(join(folder, ...path)).sort();
const stem = (name) => basename(name, '.yaml');

const level = (rules, holds) => {
  for (const [name, rule] of Object.entries(rules)) if (rule === 'otherwise' || holds(rule)) return LEVELS[name];
  return 0;
};
const options = (rule, has) =>
  has.length >= (rule['at-least'] ?? 0) && (rule.including ?? []).every((one) => has.includes(one));

/** The lowest and highest level that an answer leaves possible. */
function spread(criterion, answer) {
  let found;
  if (criterion['one-of']) {
    const levels = {};
    for (const [at, names] of Object.entries(criterion['one-of'])) for (const name of Object.keys(names)) levels[name] = LEVELS[at];
    const given = 'answer' in answer ? [answer.answer] : answer['one-of'] ?? Object.keys(levels);
    found = given.map((name) => levels[name]);
  } else if (criterion['any-of']) {
    const has = answer.has ?? [];
    const open = 'unknown' in answer ? Object.keys(criterion['any-of']) : answer['not-found'] ?? [];
    found = [has, [...has, ...open]].map((had) => level(criterion.levels, (rule) => options(rule, had)));
  } else {
    const given = 'answer' in answer ? [answer.answer] : answer.between ?? [0, 1e9];
    found = given.map((n) => level(criterion.levels, (rule) => n <= rule['at-most']));
  }
  return [Math.min(...found), Math.max(...found)];
}

const criteria = [];
for (const theme of files('criteria')) {
  if (theme.endsWith('.yaml') || theme === 'profiles') continue;
  for (const name of files('criteria', theme)) criteria.push({ id: stem(name), theme, ...load('criteria', theme, name) });
}
const profile = load('criteria', 'profiles', 'algemeen.yaml');
const sums = {};
for (const { id, theme } of criteria) sums[theme] = (sums[theme] ?? 0) + (profile.weights[id] ?? 0);
const weights = criteria.map(({ id, theme }) => (profile.themes[theme] * (profile.weights[id] ?? 0)) / sums[theme]);
const total = weights.reduce((a, b) => a + b, 0);

const rows = [];
for (const kind of files('vendors')) {
  for (const name of files('vendors', kind)) {
    const vendor = load('vendors', kind, name);
    for (const variant of Object.keys(vendor.variants)) {
      const levels = criteria.map((criterion) => {
        const given = vendor.facts[criterion.id]?.answers ?? [];
        const mine = given.find((one) => one.for === 'all' || one.for === variant || one.for.includes(variant));
        return spread(criterion, mine ?? { unknown: 'not researched' });
      });
      const sum = (end) => (levels.reduce((all, one, at) => all + one[end] * weights[at], 0) / total) * 100;
      rows.push({ id: `${stem(name)}/${variant}`, name: vendor.name, low: sum(0), high: sum(1), levels });
    }
  }
}
rows.sort((a, b) => b.low - a.low || b.high - a.high || (a.id < b.id ? -1 : 1));
const lines = [['id', 'name', ...criteria.flatMap(({ id }) => [`${id}_low`, `${id}_high`]), 'low', 'high'].join(',')];
for (const row of rows) lines.push([row.id, row.name, ...row.levels.flat(), row.low.toFixed(1), row.high.toFixed(1)].join(','));
process.stdout.write(lines.join('\n') + '\n');
