# Ordinary use, mistakes and corners of random: lognormvariate, choice, expovariate, weibullvariate.
import random, statistics

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

r = random.Random('seed')
print([round(r.lognormvariate(0, 0.5), 6) for _ in range(3)], [round(r.weibullvariate(2, 3), 6) for _ in range(3)], [round(r.expovariate(0.5), 6) for _ in range(3)])
print(r.choice('abc'), r.choice(range(100)), r.choice((1, 2)), r.choice({0: 'z'}), r.choice(bytearray(b'abc')))
for f, a in [(r.choice, ({1, 2},)), (r.choice, ((),)), (r.choice, ('',)), (r.choice, (None,)), (r.choice, (iter([1]),)), (r.choice, ({'a': 1},)), (r.choice, ()), (r.choice, (1, 2)), (r.lognormvariate, ()), (r.lognormvariate, (1,)), (r.lognormvariate, ('a', 1)), (r.lognormvariate, (1000, 1)), (r.weibullvariate, (1,)), (r.weibullvariate, (1, 0)), (r.weibullvariate, ('x', 1)), (r.expovariate, ()), (r.expovariate, (0,)), (r.expovariate, (None,)), (r.expovariate, ('2',)), (r.uniform, (1,)), (r.uniform, ('a', 'b')), (r.randint, (1.5, 2)), (r.randint, ('a', 'b')), (r.randint, (2, 1)), (r.gauss, ('a',)), (r.triangular, ('a',)), (r.betavariate, (0, 1)), (r.betavariate, (1,)), (r.gammavariate, (0, 1)), (r.gammavariate, (-1, 1)), (r.paretovariate, (0,)), (r.random, (1,)), (r.getrandbits, ()), (r.randbytes, (-1,)), (r.randbytes, ('x',)), (r.seed, (1, 2, 3)), (r.shuffle, ()), (r.shuffle, (range(3),)), (r.sample, ('abc', 4)), (r.sample, (5, 1)), (r.sample, ([1],)), (r.sample, ({'a': 1}, 1)), (r.sample, ([1, 2], 'x')), (r.sample, ([1, 2], 1.5)), (r.choices, ('ab', [1])), (r.choices, ('ab',), )]:
    try: print(f.__name__, a if 'object' not in repr(a) else '', f(*a))
    except Exception as e: print(f.__name__, a if 'object' not in repr(a) else '', type(e).__name__, str(e).partition(' at 0x')[0])
err(r.choices, 'ab', k='x'); err(r.choices, 'ab', weights=[1, 'x']); err(r.choices, 'ab', weights=[-1, -2]); err(r.choices, 'ab', weights=[1, float('inf')]); err(r.choices, 'ab', cum_weights=5); err(r.choices, 5)
random.seed(7); a = [random.random() for _ in range(3)]; random.seed(7); print(a == [random.random() for _ in range(3)], random.randint(1, 6), random.sample('abcdef', 3), random.choices([1, 2, 3], [5, 1, 1], k=6), random.shuffle([]))
s = random.getstate(); x = random.gauss(0, 1); random.setstate(s); print(x == random.gauss(0, 1), len(s), s[0], s[2])
print(random.Random(5).random(), random.Random(5.0).random() != 0, random.Random(None).random() < 1, random.Random(b'x').random(), random.Random(-5).random() == random.Random(5).random(), random.Random(1 << 100).random(), random.Random(True).random() == random.Random(1).random())
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return 'xyz'[i]
print(random.Random(1).choice(Seq()), random.Random(1).sample(Seq(), 2) if 0 else '', random.Random(3).choices(Seq(), k=4)); err(random.sample, Seq(), 2)
vals = [random.Random(9).lognormvariate(0, 1) for _ in range(1)]; g = random.Random(11); data = [g.expovariate(2) for _ in range(2000)]; print(round(statistics.mean(data), 2), min(data) >= 0, round(statistics.mean(g.weibullvariate(1, 1) for _ in range(2000)), 1))
import copy, pickle; q = pickle.loads(pickle.dumps(g)); print(q.random() == g.random(), copy.deepcopy(g).random() == g.random(), random.Random(1) == random.Random(1), random.SystemRandom().choice([5]))
