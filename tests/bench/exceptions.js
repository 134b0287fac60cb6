// Raising through calls and catching.
"use strict";

const COUNT = 1_500_000;

class ValueError extends Error {
  constructor(value) {
    super();
    this.value = value;
  }
}

function inner(n) {
  if (n % 2 === 0) throw new ValueError(n);
  return n;
}

function outer(n) {
  return inner(n) + 1;
}

function run() {
  let total = 0;
  for (let n = 0; n < COUNT; n++) {
    try {
      total += outer(n);
    } catch (error) {
      total += error.value;
    } finally {
      total += 1;
    }
  }
  return total;
}

{
  const start = performance.now();
  const total = run();
  const elapsed = performance.now() - start;
  console.log("exceptions", total);
  console.log(`# ${((elapsed / (COUNT)) * 1e6).toFixed(1)} ns per op`);
}
