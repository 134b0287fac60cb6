-- Floating-point arithmetic: the points of a Mandelbrot set.

local SIZE, LIMIT = 360, 60

local function run()
  local total = 0
  for row = 0, SIZE - 1 do
    local ci = 2.0 * row / SIZE - 1.0
    for column = 0, SIZE - 1 do
      local cr = 2.0 * column / SIZE - 1.5
      local zr, zi, steps = 0.0, 0.0, 0
      while steps < LIMIT and zr * zr + zi * zi < 4.0 do
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        steps = steps + 1
      end
      total = total + steps
    end
  end
  return total
end

local start = os.clock()
local total = run()
local elapsed = os.clock() - start
print(string.format("float_loop %d", total))
print(string.format("# %.1f ns per op", elapsed / (total) * 1e9))
