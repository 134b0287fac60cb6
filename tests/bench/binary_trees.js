// Allocation and collection: many small trees beside one that stays.
"use strict";

class Node {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }
}

function make(depth) {
  return depth === 0 ? new Node(null, null) : new Node(make(depth - 1), make(depth - 1));
}

function check(node) {
  return node.left === null ? 1 : 1 + check(node.left) + check(node.right);
}

function run() {
  const stay = make(15);
  let total = 0;
  for (let i = 0; i < 100; i++) total += check(make(12));
  return total + check(stay);
}

{
  const start = performance.now();
  const total = run();
  const elapsed = performance.now() - start;
  console.log("binary_trees", total);
  console.log(`# ${((elapsed / (total)) * 1e6).toFixed(1)} ns per op`);
}
