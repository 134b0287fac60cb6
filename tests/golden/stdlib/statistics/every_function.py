# Averages, spreads, relations, the normal distribution.
import statistics as st
from decimal import Decimal
from fractions import Fraction

data = [2, 3.5, 3.5, 7, 8, 11.25, 20]
print(st.mean(data), st.fmean(data), st.fmean(data, [1, 2, 1, 1, 1, 1, 1]), st.geometric_mean(data), st.harmonic_mean(data), st.harmonic_mean([40, 60], weights=[5, 30]))
print(st.median(data), st.median_low(data[:4]), st.median_high(data[:4]), st.median(data[:4]), st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), st.median_grouped([1, 3, 3, 5, 7], interval=2))
print(st.mode(data), st.mode("aabbbcc"), st.multimode("aabbcd"), st.multimode([]))
print(st.pstdev(data), st.pvariance(data), st.stdev(data), st.variance(data), st.pvariance(data, mu=5), st.variance([1, 2, 3], xbar=2))
print(st.quantiles(data), st.quantiles(data, n=10, method="inclusive"), st.quantiles(data, n=1))
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(st.covariance(x, y), st.correlation(x, y), st.linear_regression(x, y), st.linear_regression(x, y, proportional=True))
print(st.mean([Fraction(1, 3), Fraction(1, 6)]), st.mean([Decimal("0.1"), Decimal("0.2")]), st.variance([Fraction(1, 2), 1]), st.pstdev([Decimal(1), Decimal(3)]))
normal = st.NormalDist(10, 2)
print(normal, normal.mean, normal.stdev, normal.variance, normal.median, normal.mode, normal.pdf(11), normal.cdf(11), normal.inv_cdf(0.9), normal.zscore(13))
print(normal.quantiles(4), normal.overlap(st.NormalDist(11, 3)), normal + 5, normal * 2, -normal, normal / 2, normal + st.NormalDist(1, 1), 3 - normal)
print(st.NormalDist.from_samples(data), normal.samples(2, seed=5), normal == st.NormalDist(10, 2), hash(normal) == hash(st.NormalDist(10, 2)))
for call, arguments in ((st.mean, ([],)), (st.median, ([],)), (st.mode, ([],)), (st.variance, ([1],)), (st.harmonic_mean, ([-1],)), (st.geometric_mean, ([0, 1],)), (st.quantiles, ([1],)),
                        (st.quantiles, ([1, 2], )), (st.correlation, ([1], [2])), (st.correlation, ([1, 1], [1, 2])), (st.linear_regression, ([1, 2], [1])), (st.NormalDist, (0, -1)), (normal.inv_cdf, (0,)), (st.fmean, ([1, 2], [1]))):
  try:
    print(call(*arguments))
  except (st.StatisticsError, ValueError, TypeError) as error:
    print(type(error).__name__, error)
