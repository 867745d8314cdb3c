// Runs every case and says how many passed.

import { rmSync } from "node:fs";
import { cases as bad } from "./bad.mjs";
import { cases as editing } from "./editing.mjs";
import { cases as good } from "./good.mjs";
import { work } from "./lib.mjs";
import { cases as mutations } from "./mutations.mjs";

let [passed, failed] = [0, 0];
// ONLY=bad runs the cases whose names begin with bad.
const only = process.env.ONLY ?? "";
for (const [name, run] of [...good, ...bad, ...mutations, ...editing].filter(([name]) => name.startsWith(only))) {
  const began = Date.now();
  try {
    const said = await run();
    passed += 1;
    console.log(`ok    ${name}${said ? `: ${said}` : ""} (${Date.now() - began} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`WRONG ${name}\n${error.stack}`);
  }
}
rmSync(work, { recursive: true, force: true });
console.log(`editor: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
