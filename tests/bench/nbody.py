# The solar system by Newton's law: attributes that hold floats, inner loops over pairs of bodies.
import time
from math import sqrt

STEPS = 60_000
PI = 3.141592653589793
SOLAR_MASS = 4 * PI * PI
DAYS = 365.24


class Body:
  def __init__(self, position, velocity, mass):
    self.x, self.y, self.z = position
    self.vx, self.vy, self.vz = (speed * DAYS for speed in velocity)
    self.mass = mass * SOLAR_MASS


def make_system():
  return [
    Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
    Body((4.84143144246472e+00, -1.16032004402743e+00, -1.03622044471123e-01), (1.66007664274404e-03, 7.69901118419740e-03, -6.90460016972063e-05), 9.54791938424327e-04),
    Body((8.34336671824458e+00, 4.12479856412430e+00, -4.03523417114321e-01), (-2.76742510726411e-03, 4.99852801234917e-03, 2.30417297573764e-05), 2.85885980666131e-04),
    Body((1.28943695621391e+01, -1.51111514016986e+01, -2.23307578892656e-01), (2.96460137564762e-03, 2.37847173959481e-03, -2.96589568540238e-05), 4.36624404335156e-05),
    Body((1.53796971148509e+01, -2.59193146099880e+01, 1.79258772950371e-01), (2.68067772490389e-03, 1.62824170038242e-03, -9.51592254519716e-05), 5.15138902046611e-05),
  ]


def advance(bodies, pairs, dt):
  for a, b in pairs:
    dx = a.x - b.x
    dy = a.y - b.y
    dz = a.z - b.z
    squared = dx * dx + dy * dy + dz * dz
    force = dt / (squared * sqrt(squared))
    pull = b.mass * force
    a.vx -= dx * pull
    a.vy -= dy * pull
    a.vz -= dz * pull
    pull = a.mass * force
    b.vx += dx * pull
    b.vy += dy * pull
    b.vz += dz * pull
  for body in bodies:
    body.x += dt * body.vx
    body.y += dt * body.vy
    body.z += dt * body.vz


def energy(bodies, pairs):
  total = 0.0
  for body in bodies:
    total += 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz)
  for a, b in pairs:
    dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
    total -= a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
  return total


def run():
  bodies = make_system()
  pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
  for _ in range(STEPS):
    advance(bodies, pairs, 0.01)
  return f"{energy(bodies, pairs):.9f}"


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("nbody", result)
print(f"# {elapsed / (STEPS) * 1e9:.1f} ns per op")
