// Recursive calls.
"use strict";

const N = 33, CALLS = 11_405_773;

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

const run = () => fib(N);

{
  const start = performance.now();
  const total = run();
  const elapsed = performance.now() - start;
  console.log("fib", total);
  console.log(`# ${((elapsed / (CALLS)) * 1e6).toFixed(1)} ns per op`);
}
