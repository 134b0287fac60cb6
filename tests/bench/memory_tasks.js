// Memory: a hundred thousand async functions suspended on one promise.
"use strict";

const COUNT = Number(process.argv[2] ?? 100_000);

async function waitFor(event) {
  await event;
  return 1;
}

async function main() {
  let set;
  const event = new Promise((resolve) => (set = resolve));
  const tasks = Array.from({ length: COUNT }, () => waitFor(event));
  await null;
  set();
  let total = 0;
  for (const task of tasks) total += await task;
  return total;
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("memory_tasks", total);
  console.log(`# ${((elapsed / (Math.max(COUNT, 1))) * 1e6).toFixed(1)} ns per op`);
})();
