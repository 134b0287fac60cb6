-- Creates a coroutine that ends at once and takes its result.

local bit = require("bit")
local COUNT = 80000

local function work(n) return bit.band(n, 7) end

local function run()
  local total = 0
  for n = 0, COUNT - 1 do
    local _, value = coroutine.resume(coroutine.create(work), n)
    total = total + value
  end
  return total
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("create_task %d", total))
print(string.format("# %.1f ns per op", elapsed / (COUNT) * 1e9))
