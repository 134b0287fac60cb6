// Producers and consumers over a bounded queue (written here: Node has none).
"use strict";

const PRODUCERS = 4, CONSUMERS = 4, ITEMS = 50_000;

class Queue {
  constructor(limit) {
    this.limit = limit;
    this.items = [];
    this.getters = [];
    this.putters = [];
  }
  async put(item) {
    while (this.items.length >= this.limit) await new Promise((r) => this.putters.push(r));
    this.items.push(item);
    if (this.getters.length) this.getters.shift()();
  }
  async get() {
    while (!this.items.length) await new Promise((r) => this.getters.push(r));
    const item = this.items.shift();
    if (this.putters.length) this.putters.shift()();
    return item;
  }
}

async function produce(queue, items) {
  for (let n = 0; n < items; n++) await queue.put(n);
}

async function consume(queue) {
  let total = 0;
  for (;;) {
    const n = await queue.get();
    if (n === null) return total;
    total += n;
  }
}

async function main() {
  const queue = new Queue(10);
  const consumers = Array.from({ length: CONSUMERS }, () => consume(queue));
  await Promise.all(Array.from({ length: PRODUCERS }, () => produce(queue, ITEMS)));
  for (let i = 0; i < CONSUMERS; i++) await queue.put(null);
  return (await Promise.all(consumers)).reduce((a, b) => a + b, 0);
}

(async () => {
  const start = performance.now();
  const total = await main();
  const elapsed = performance.now() - start;
  console.log("queue_items", total);
  console.log(`# ${((elapsed / (PRODUCERS * ITEMS)) * 1e6).toFixed(1)} ns per op`);
})();
