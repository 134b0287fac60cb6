// Floating-point arithmetic: the points of a Mandelbrot set.
"use strict";

const SIZE = 360, LIMIT = 60;

function run() {
  let total = 0;
  for (let row = 0; row < SIZE; row++) {
    const ci = (2.0 * row) / SIZE - 1.0;
    for (let column = 0; column < SIZE; column++) {
      const cr = (2.0 * column) / SIZE - 1.5;
      let zr = 0.0, zi = 0.0, steps = 0;
      while (steps < LIMIT && zr * zr + zi * zi < 4.0) {
        const next = zr * zr - zi * zi + cr;
        zi = 2.0 * zr * zi + ci;
        zr = next;
        steps += 1;
      }
      total += steps;
    }
  }
  return total;
}

{
  const start = performance.now();
  const total = run();
  const elapsed = performance.now() - start;
  console.log("float_loop", total);
  console.log(`# ${((elapsed / (total)) * 1e6).toFixed(1)} ns per op`);
}
