-- Recursive calls.

local N, CALLS = 33, 11405773

local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

local function run() return fib(N) end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("fib %d", total))
print(string.format("# %.1f ns per op", elapsed / (CALLS) * 1e9))
