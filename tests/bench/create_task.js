// Starts an async function in a later turn, as a task does, and awaits its promise. (Called plainly it would run before its promise is
// there: await_ready.js measures that.)
"use strict";

const COUNT = 80_000;

async function work(n) {
  return n & 7;
}

async function main() {
  let total = 0;
  for (let n = 0; n < COUNT; n++) total += await Promise.resolve(n).then(work);
  return total;
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("create_task", total);
  console.log(`# ${((elapsed / (COUNT)) * 1e6).toFixed(1)} ns per op`);
})();
