// Awaits an async function that never suspends (in JavaScript every await does).
"use strict";

const COUNT = 5_000_000;

async function add(a, b) {
  return a + b;
}

async function main() {
  let total = 0;
  for (let n = 0; n < COUNT; n++) total = await add(total, n);
  return total;
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("await_ready", total);
  console.log(`# ${((elapsed / (COUNT)) * 1e6).toFixed(1)} ns per op`);
})();
