# fromisocalendar() takes integers and what has __index__.
import datetime


class Five:
  def __index__(self):
    return 5


print(datetime.date.fromisocalendar(2024, Five(), True), datetime.datetime.fromisocalendar(2024, 1, Five()))
for kind in (datetime.date, datetime.datetime):
  for parts in (("x", 1, 1), (2024, 1.0, 1), (2024, 1, None), (2024, 54, 1), (2024, 1, 8), (0, 1, 1)):
    try:
      print(kind.fromisocalendar(*parts))
    except (TypeError, ValueError) as error:
      print(type(error).__name__, error)
