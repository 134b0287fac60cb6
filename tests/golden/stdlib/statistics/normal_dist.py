# NormalDist: density, probability and its inverse, arithmetic, overlap, samples.
from statistics import NormalDist

normal = NormalDist(10, 2)
print(normal, normal.cdf(12), normal.pdf(10), normal.inv_cdf(0.5), normal.zscore(14))
print(normal + 1, 1 + normal, normal - 1, 1 - normal, normal * 2, normal / 2, -normal, normal + NormalDist(1, 1), normal - NormalDist(1, 1))
print(normal.quantiles(4), normal.overlap(NormalDist(11, 2)), normal.overlap(NormalDist(11, 3)), normal == NormalDist(10, 2))
print(normal.mean, normal.median, normal.mode, normal.stdev, normal.variance, normal.samples(3, seed=1), NormalDist.from_samples([1, 2, 3, 4]))
print([NormalDist().inv_cdf(p) for p in (0.001, 0.01, 1e-9, 1e-20, 0.999999, 0.3)])
for fail in (lambda: NormalDist(1, -1), lambda: normal.inv_cdf(0), lambda: NormalDist(1, 0).pdf(1), lambda: NormalDist(1, 0).cdf(1),
             lambda: normal.overlap(3), lambda: NormalDist(1, 0).zscore(1)):
  try:
    fail()
  except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
