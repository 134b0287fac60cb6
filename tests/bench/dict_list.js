// Arrays and maps: append, index, count, sort.
"use strict";

const COUNT = 1_000_000;

function run() {
  const items = [];
  for (let i = 0; i < COUNT; i++) items.push((i * 7919) % 10007);
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) || 0) + 1);
  let total = 0;
  for (let i = 0; i < COUNT; i += 3) total += items[i] + counts.get(items[i]);
  const squares = items.map((item) => item * item);
  squares.sort((a, b) => a - b);
  return total + squares[COUNT / 2];
}

{
  const start = performance.now();
  const total = run();
  const elapsed = performance.now() - start;
  console.log("dict_list", total);
  console.log(`# ${((elapsed / (COUNT)) * 1e6).toFixed(1)} ns per op`);
}
