// Timers: many sleepers with short, scattered delays, and as many timers that are cancelled.
"use strict";

const COUNT = 40_000;

function sleeper(n) {
  return new Promise((done) => setTimeout(() => done(n & 1), ((n * 7919) % 1000) * 1e-3));
}

async function main() {
  const handles = Array.from({ length: COUNT }, (_, n) => setTimeout(console.log, 1e6 + (n % 13) * 1e3, "never"));
  const results = await Promise.all(Array.from({ length: COUNT }, (_, n) => sleeper(n)));
  for (const handle of handles) clearTimeout(handle);
  return results.reduce((total, n) => total + n, 0);
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("timers", total);
  console.log(`# ${((elapsed / (2 * COUNT)) * 1e6).toFixed(1)} ns per op`);
})();
