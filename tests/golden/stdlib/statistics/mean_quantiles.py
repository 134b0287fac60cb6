# Ordinary use, mistakes and corners of statistics: mean, quantiles, fmean, zscore.
import statistics as s; from statistics import NormalDist; from fractions import Fraction; from decimal import Decimal

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

n = NormalDist(100, 15)
print(n.mean, n.stdev, n.variance, n.median, n.mode, n.zscore(130), n.quantiles(), n.quantiles(n=3), n.quantiles(1), n.samples(3, seed=5), len(n.samples(4)), n)
print(n.pdf(100), n.cdf(115), n.inv_cdf(0.975), n.overlap(NormalDist(110, 15)), n + 5, n * 2, n / 3, n - NormalDist(1, 1), -n, 5 + n, n == NormalDist(100, 15), hash(n) == hash(NormalDist(100.0, 15.0)), +n, 2 * n, 5 - n, NormalDist.from_samples([1, 2, 3]))
err(NormalDist, 0, -1); err(NormalDist, 'x', 1); err(NormalDist, 1, 2, 3); err(NormalDist(0, 0).zscore, 1); err(NormalDist(0, 0).pdf, 1); err(NormalDist(0, 0).cdf, 1); err(n.inv_cdf, 0); err(n.inv_cdf, 1.5); err(n.inv_cdf, 'x'); err(n.overlap, 5); err(n.zscore, 'x'); err(n.quantiles, 0); err(n.samples, -1); err(n.samples, 'x'); err(NormalDist.from_samples, [1]); err(NormalDist.from_samples, []); err(lambda: n + 'x'); err(lambda: n < n); err(setattr, n, 'mean', 5); err(lambda: n * n)
print(s.fmean([1, 2, 3.5]), s.fmean([1, 2], weights=[3, 1]), s.fmean(iter([1, 2])), s.fmean([Fraction(1, 2), Decimal('0.5')]))
err(s.fmean, []); err(s.fmean, ['a']); err(s.fmean, 5); err(s.fmean, [1, 2], [1]); err(s.fmean, [1, 2], [0, 0]); err(s.fmean); err(s.fmean, [1, 2], 'ab')
print(s.mean([1, 2, 3, 4]), s.mean([Fraction(1, 3), Fraction(2, 3)]), s.mean([Decimal('1.5'), Decimal(2)]), s.mean([1, 2.5]), s.median([3, 1, 2]), s.median([1, 2, 3, 4]), s.median_low([1, 2, 3, 4]), s.median_high([1, 2, 3, 4]), s.median_grouped([1, 2, 2, 3], 1), s.mode('aabbc'), s.multimode('aabbc'), s.multimode([]))
print(s.stdev([1, 2, 3, 4]), s.variance([1, 2, 3, 4]), s.pstdev([1, 2, 3]), s.pvariance([1, 2, 3], 2), s.geometric_mean([1, 2, 4]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[5, 30]), s.quantiles(range(11)), s.quantiles([1, 2, 3], n=10, method='inclusive'), s.variance([Fraction(1), Fraction(2)]), s.stdev([Decimal(1), Decimal(3)]))
print(s.correlation([1, 2, 3], [2, 4, 7]), s.covariance([1, 2, 3], [3, 2, 1]), s.linear_regression([1, 2, 3], [2, 4, 6]), s.linear_regression([1, 2], [3, 5], proportional=True).slope)
for f, a in [(s.mean, ([],)), (s.mean, (['a'],)), (s.mean, (5,)), (s.median, ([],)), (s.median, ([1, 'a'],)), (s.median_low, ([],)), (s.median_grouped, ([],)), (s.median_grouped, (['a', 'b'],)), (s.mode, ([],)), (s.mode, ([[1]],)), (s.stdev, ([1],)), (s.variance, ([],)), (s.pvariance, ([],)), (s.stdev, (['a', 'b'],)), (s.geometric_mean, ([],)), (s.geometric_mean, ([-1],)), (s.geometric_mean, ([0, 1],)), (s.harmonic_mean, ([],)), (s.harmonic_mean, ([-1, 2],)), (s.harmonic_mean, (['a'],)), (s.harmonic_mean, ([1], [1, 2])), (s.quantiles, ([1],)), (s.quantiles, ([1, 2],)), (s.correlation, ([1], [1])), (s.correlation, ([1, 2], [1])), (s.correlation, ([1, 1], [1, 2])), (s.covariance, ([1, 2], [1])), (s.linear_regression, ([1, 1], [1, 2])), (s.linear_regression, ([1], [1]))]:
    try: print(f.__name__, a, f(*a))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)
err(s.quantiles, [1, 2], n=0); err(s.quantiles, [1, 2], method='x'); print(s.StatisticsError.__mro__[1].__name__, s.mean([1e308, 1e308]), s.mean([float('inf'), 1]), s.median(['b', 'a', 'c']))
