// Ten async functions give the turn away by awaiting a ready promise.
"use strict";

const TASKS = 10, TURNS = 50_000;

async function spin(turns) {
  for (let i = 0; i < turns; i++) await null;
  return turns;
}

async function main() {
  const counts = await Promise.all(Array.from({ length: TASKS }, () => spin(TURNS)));
  return counts.reduce((a, b) => a + b, 0);
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("task_switch", total);
  console.log(`# ${((elapsed / (TASKS * TURNS)) * 1e6).toFixed(1)} ns per op`);
})();
