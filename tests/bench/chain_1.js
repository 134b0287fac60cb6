// Suspends at the bottom of an await chain of depth 1.
"use strict";

const DEPTH = 1, TURNS = 400_000;

async function bottom(turns) {
  for (let i = 0; i < turns; i++) await null;
  return turns;
}

async function level(depth, turns) {
  if (depth === 1) return await bottom(turns);
  return await level(depth - 1, turns);
}

async function main() {
  return await level(DEPTH, TURNS);
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("chain_1", total);
  console.log(`# ${((elapsed / (TURNS)) * 1e6).toFixed(1)} ns per op`);
})();
