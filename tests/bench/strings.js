// Strings: formatting, splitting, joining, searching, adding in a loop.
"use strict";

const LINES = 500, COLUMNS = 1000;

function run() {
  const rows = [];
  for (let line = 0; line < LINES; line++) {
    let row = "";
    for (let i = line; i < line + COLUMNS; i++) row += `${i % 97}:${String(i % 13).padStart(2, "0")},`;
    rows.push(row);
  }
  const words = rows.join("").split(",").map((part) => part.toUpperCase().replaceAll(":", "-"));
  const joined = words.join("|");
  let total = joined.split("7-0").length - 1 + joined.indexOf("96-12") + joined.length;
  for (const word of words) if (word.startsWith("4") && word.endsWith("1")) total += 1;
  return total;
}

{
  const start = performance.now();
  const total = run();
  const elapsed = performance.now() - start;
  console.log("strings", total);
  console.log(`# ${((elapsed / (LINES * COLUMNS)) * 1e6).toFixed(1)} ns per op`);
}
