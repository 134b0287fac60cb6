-- Field reads and writes, method calls.

local COUNT = 5000000

local Point = {}
Point.__index = Point

function Point:move(dx, dy)
  self.x = self.x + dx
  self.y = self.y - dy
  return self
end

local function run()
  local point = setmetatable({ x = 0, y = 0 }, Point)
  for i = 0, COUNT - 1 do point:move(i, 1) end
  return point.x + point.y
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("attrs %d", total))
print(string.format("# %.1f ns per op", elapsed / (COUNT) * 1e9))
