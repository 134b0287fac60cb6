-- A while loop of multiply, add, modulo and compare.

local COUNT = 10000000

local function run()
  local i, x = 0, 1
  while i < COUNT do
    x = (x * 31 + i) % 1000003
    i = i + 1
  end
  return x
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("int_loop %d", total))
print(string.format("# %.1f ns per op", elapsed / (COUNT) * 1e9))
