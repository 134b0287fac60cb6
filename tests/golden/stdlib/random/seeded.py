# random: only what does not depend on the generator's values.
import random
r = random.Random(5); s = random.Random(5)
print([r.random() for _ in range(3)] == [s.random() for _ in range(3)], 0 <= random.random() < 1, 1 <= random.randint(1, 6) <= 6, random.choice([7]), sorted(random.sample(range(5), 5)), random.randrange(3, 4), random.uniform(2, 2))
l = [1, 2, 3]; random.shuffle(l); print(sorted(l), len(random.choices("ab", k=4)))
for f in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(2, 1)):
  try: f()
  except (IndexError, ValueError) as e: print(type(e).__name__)
