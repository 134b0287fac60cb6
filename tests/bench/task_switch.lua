-- Ten coroutines in a ring give the turn away.

local TASKS, TURNS = 10, 50000

local function spin(turns)
  for _ = 1, turns do coroutine.yield() end
  return turns
end

local function run()
  local ready, total = {}, 0
  for i = 1, TASKS do ready[i] = coroutine.create(spin) end
  local first, last = 1, TASKS
  while first <= last do
    local task = ready[first]
    ready[first] = nil
    first = first + 1
    local _, value = coroutine.resume(task, TURNS)
    if coroutine.status(task) == "dead" then
      total = total + value
    else
      last = last + 1
      ready[last] = task
    end
  end
  return total
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("task_switch %d", total))
print(string.format("# %.1f ns per op", elapsed / (TASKS * TURNS) * 1e9))
