# Ordinary use, mistakes and corners of random: expovariate, seed, gauss, weibullvariate.
import random

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

random.seed(2024); print(random.random(), random.gauss(0, 1), random.expovariate(2), random.weibullvariate(1, 2), random.choice('xyz'), random.randint(1, 100), random.uniform(1, 2), random.sample(range(50), 4), random.choices('ab', k=5), random.getrandbits(16), random.triangular(0, 1, 0.5), random.betavariate(2, 3), random.vonmisesvariate(1, 2), random.gammavariate(1.5, 2), random.paretovariate(3), random.normalvariate(5, 1), random.lognormvariate(0, 1), random.randbytes(3))
for s in (0, 1, -1, 1.5, 'str', b'bytes', bytearray(b'ba'), True, 1 << 200, None.__class__ and 7): random.seed(s); print(repr(s)[:12], random.random())
err(random.seed, [1]); err(random.seed, {}); err(random.seed, 1j) ; err(random.seed, 1, 2, 3); random.seed('a', version=1); print(random.random()); err(random.seed, (1, 2)); err(random.expovariate, 0); err(random.expovariate, 'x'); err(random.gauss, 'x', 1); err(random.weibullvariate); err(random.weibullvariate, 'a', 'b'); err(random.choice, []); err(random.choice, {}); err(random.choice, 5); err(random.choice, {1: 2}); err(random.gauss, 1, 2, 3)
s = random.SystemRandom(); print(0 <= s.random() < 1, s.choice([1]), s.randint(5, 5), s.getrandbits(1) in (0, 1), s.seed(5)); err(s.getstate); err(s.setstate, 1); err(s.getrandbits, 0.5); err(s.choice, []); st = random.getstate(); a = [random.random() for _ in range(3)]; random.setstate(st); print(a == [random.random() for _ in range(3)]); err(random.setstate, 'x'); err(random.setstate, ()); err(random.setstate, (3, (1,) * 625, None)) ; r1, r2 = random.Random(9), random.Random(9); print(r1.random() == r2.random(), r1.jumpahead if hasattr(r1, 'jumpahead') else 'none', r1.choices([1, 2, 3], weights=[0, 0, 1], k=3), r1.sample([1, 2], counts=[2, 1], k=3)); x = list('abcdef'); random.Random(3).shuffle(x); print(x); err(random.shuffle, 'abc'); err(random.sample, {1}, 1); err(random.sample, [1], 2); err(random.randrange, 5, 1); err(random.randint, 'a', 1); err(random.choices, [], k=1); err(random.uniform, 1); print(random.expovariate(-1) < 0, random.gauss(mu=5, sigma=0), random.randrange(3, 4), random.randrange(10, 0, -5) in (10, 5))
