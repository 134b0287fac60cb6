-- Tables: append, index, count, sort.

local COUNT = 1000000

local function run()
  local items, counts, squares, total = {}, {}, {}, 0
  for i = 0, COUNT - 1 do items[i + 1] = i * 7919 % 10007 end
  for _, item in ipairs(items) do counts[item] = (counts[item] or 0) + 1 end
  for i = 1, COUNT, 3 do total = total + items[i] + counts[items[i]] end
  for i, item in ipairs(items) do squares[i] = item * item end
  table.sort(squares)
  return total + squares[COUNT / 2 + 1]
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("dict_list %d", total))
print(string.format("# %.1f ns per op", elapsed / (COUNT) * 1e9))
