// A while loop of multiply, add, modulo and compare.
"use strict";

const COUNT = 10_000_000;

function run() {
  let i = 0, x = 1;
  while (i < COUNT) {
    x = (x * 31 + i) % 1000003;
    i += 1;
  }
  return x;
}

{
  const start = performance.now();
  const total = run();
  const elapsed = performance.now() - start;
  console.log("int_loop", total);
  console.log(`# ${((elapsed / (COUNT)) * 1e6).toFixed(1)} ns per op`);
}
