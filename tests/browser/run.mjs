// Runs every case and says how many passed.

import { rmSync } from "node:fs";
import { cases as choosing } from "./choosing.mjs";
import { cases as dossier } from "./dossier.mjs";
import { browser, work } from "./lib.mjs";
import { cases as glance } from "./glance.mjs";
import { cases as reading } from "./reading.mjs";
import { cases as weighing } from "./weighing.mjs";

const found = await browser();
let [passed, failed] = [0, 0];
// ONLY=B4 runs the cases whose names begin with B4.
const only = process.env.ONLY ?? "";
for (const [name, run] of [...reading, ...glance, ...weighing, ...choosing, ...dossier].filter(([name]) => name.startsWith(only))) {
  const began = Date.now();
  try {
    await run(found);
    passed += 1;
    console.log(`ok    ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`WRONG ${name}\n${error.stack}`);
  }
}
await found.close();
rmSync(work, { recursive: true, force: true });
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
