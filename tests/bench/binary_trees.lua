-- Allocation and collection: many small trees beside one that stays.

local function make(depth)
  if depth == 0 then return {} end
  return { left = make(depth - 1), right = make(depth - 1) }
end

local function check(node)
  if node.left == nil then return 1 end
  return 1 + check(node.left) + check(node.right)
end

local function run()
  local stay, total = make(15), 0
  for _ = 1, 100 do total = total + check(make(12)) end
  return total + check(stay)
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("binary_trees %d", total))
print(string.format("# %.1f ns per op", elapsed / (total) * 1e9))
