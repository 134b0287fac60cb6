// Promise.all over groups of a hundred async functions that each suspend once.
"use strict";

const ROUNDS = 1_000, WIDTH = 100;

async function work(n) {
  await null;
  return n;
}

async function main() {
  let total = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const results = await Promise.all(Array.from({ length: WIDTH }, (_, n) => work(n)));
    for (const n of results) total += n;
  }
  return total;
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("gather", total);
  console.log(`# ${((elapsed / (ROUNDS * WIDTH)) * 1e6).toFixed(1)} ns per op`);
})();
