// Attribute reads and writes, method calls.
"use strict";

const COUNT = 5_000_000;

class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  move(dx, dy) {
    this.x += dx;
    this.y -= dy;
    return this;
  }
}

function run() {
  const point = new Point(0, 0);
  for (let i = 0; i < COUNT; i++) point.move(i, 1);
  return point.x + point.y;
}

{
  const start = performance.now();
  const total = run();
  const elapsed = performance.now() - start;
  console.log("attrs", total);
  console.log(`# ${((elapsed / (COUNT)) * 1e6).toFixed(1)} ns per op`);
}
