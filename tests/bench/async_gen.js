// Drains asynchronous generators.
"use strict";

const COUNT = 1_500_000;

async function* plain(limit) {
  for (let n = 0; n < limit; n++) yield n;
}

async function* mixed(limit) {
  for (let n = 0; n < limit; n++) {
    if (n % 10 === 0) await null;
    yield n;
  }
}

async function main() {
  let total = 0;
  for await (const n of plain(COUNT)) total += n;
  for await (const n of mixed(COUNT / 5)) total += n;
  return total;
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("async_gen", total);
  console.log(`# ${((elapsed / (COUNT + COUNT / 5)) * 1e6).toFixed(1)} ns per op`);
})();
