-- Raising through calls and catching.

local COUNT = 1500000

local function inner(n)
  if n % 2 == 0 then error({ value = n }) end
  return n
end

local function outer(n) return inner(n) + 1 end

local function run()
  local total = 0
  for n = 0, COUNT - 1 do
    local fine, value = pcall(outer, n)
    total = total + (fine and value or value.value) + 1
  end
  return total
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("exceptions %d", total))
print(string.format("# %.1f ns per op", elapsed / (COUNT) * 1e9))
