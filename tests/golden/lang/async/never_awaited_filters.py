# The warning goes through the filters of the warnings module.
import warnings


async def work():
  pass


with warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  work()
  work()
for warning in caught:
  print(warning.category.__name__, warning.message, warning.lineno, warning.source.__name__)

with warnings.catch_warnings():
  warnings.simplefilter("ignore")
  work()
print("ignored")
