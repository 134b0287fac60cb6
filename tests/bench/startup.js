// The whole process: compare.py measures it from outside.
console.log("hello");
