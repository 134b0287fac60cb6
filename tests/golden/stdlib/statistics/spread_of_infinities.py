# Variances and deviations of data with infinities and nans.
import statistics
from decimal import Decimal

inf, nan = float("inf"), float("nan")
for data in ([inf, 1], [inf, inf], [inf, -inf], [-inf, 1], [nan, 1], [Decimal("inf"), Decimal(1)], [Decimal("nan"), Decimal(1)], [Decimal(1), inf]):
  for function in (statistics.pvariance, statistics.variance, statistics.pstdev, statistics.stdev):
    try:
      print(data, function.__name__, function(data))
    except (AttributeError, TypeError) as error:
      print(data, function.__name__, type(error).__name__, error)
