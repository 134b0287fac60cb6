-- Memory: a hundred thousand suspended coroutines.

local COUNT = tonumber(arg[1]) or 100000

local function wait()
  coroutine.yield()
  return 1
end

local function run()
  local tasks, total = {}, 0
  for i = 1, COUNT do
    tasks[i] = coroutine.create(wait)
    coroutine.resume(tasks[i])
  end
  for _, task in ipairs(tasks) do
    local _, value = coroutine.resume(task)
    total = total + value
  end
  return total
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("memory_tasks %d", total))
print(string.format("# %.1f ns per op", elapsed / (math.max(COUNT, 1)) * 1e9))
