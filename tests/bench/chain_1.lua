-- Suspends at the bottom of a call chain of depth 1.

local DEPTH, TURNS = 1, 400000

local function bottom(turns)
  for _ = 1, turns do coroutine.yield() end
  return turns
end

local function level(depth, turns)
  if depth == 1 then return (bottom(turns)) end
  return (level(depth - 1, turns))
end

local function run()
  local task = coroutine.create(level)
  local _, value = coroutine.resume(task, DEPTH, TURNS)
  while coroutine.status(task) ~= "dead" do _, value = coroutine.resume(task) end
  return value
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("chain_1 %d", total))
print(string.format("# %.1f ns per op", elapsed / (TURNS) * 1e9))
