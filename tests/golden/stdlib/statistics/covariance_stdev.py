# Ordinary use, mistakes and corners of statistics: covariance, stdev, samples.
from statistics import *

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

x, y = [1, 2, 3, 4, 5], [2, 4, 5, 4, 5]
print(covariance(x, y), correlation(x, y), linear_regression(x, y), covariance([1.5, 2.5], [1, 2]), covariance(x, x) == variance(x)); err(covariance, x, [1]); err(covariance, [1], [1]); err(covariance, x); err(covariance, ['a', 'b'], [1, 2]); err(covariance, 5, 6); err(covariance, [], []); err(correlation, [1, 1], [1, 2]); err(linear_regression, [1, 1], [2, 3]); err(correlation, x, y, method='zz') if 0 else None
n = NormalDist(10, 2); print(n.stdev, n.mean, n.samples(5, seed=1), n.samples(0), n.samples(2, seed='s') == n.samples(2, seed='s'), n.pdf(10), n.cdf(12), n.inv_cdf(0.5), n.quantiles(4), n.zscore(14), n.overlap(NormalDist(11, 2)), n * 2 + 1, n + n, n - 3, repr(n), n == NormalDist(10.0, 2), NormalDist.from_samples([1, 2, 3, 4]), NormalDist().variance, NormalDist(5).stdev)
err(n.samples); err(n.samples, -1); err(n.samples, 1.5); err(n.samples, 2, 5); err(setattr, n, 'stdev', 5); err(NormalDist, 0, -1); err(NormalDist, 'a'); err(n.inv_cdf, 1); err(n.inv_cdf, -0.1); err(NormalDist(0, 0).samples, 1) ; err(NormalDist(1, 0).zscore, 1); err(NormalDist.from_samples, ['a']); err(lambda: n + 'x'); err(lambda: n * n); err(lambda: n / 0); err(hash, n) ; print(hash(n) == hash(NormalDist(10, 2)), +n, -n, 5 - n, n / 4)

# The division that failed is the context.
for fit in linear_regression, correlation:
    try:
        fit([5, 5], [1, 2])
    except StatisticsError as error:
        print(error, repr(error.__context__), error.__suppress_context__)


class Count(int):
    pass


class Size(float):
    pass


# Results keep the type of the data, derived ones too.
for data in [Count(2), Count(4)], [Count(1), Count(2)], [Size(1), Size(2)], [Count(1), 2.5], [True, False]:
    print([(type(f(data)).__name__, f(data)) for f in (mean, pvariance, variance, median, stdev)])
