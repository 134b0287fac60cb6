# Weeks, months and years as data.
import calendar

print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1990, 2024), calendar.weekday(2024, 2, 29), calendar.monthrange(2023, 2), calendar.monthcalendar(2024, 2))
c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), list(c.itermonthdays(2021, 5))[:9], list(c.itermonthdays2(2021, 5))[:3], list(c.itermonthdays3(2021, 5))[:2], list(c.itermonthdays4(2021, 5))[-2:], list(c.itermonthdates(2021, 5))[0])
print(c.monthdatescalendar(2021, 2)[0][0], c.monthdays2calendar(2021, 2)[0][:2], len(c.yeardatescalendar(2021)), c.yeardayscalendar(2021, 4)[2][3][0], len(c.yeardays2calendar(2021)))
print(list(calendar.day_name), list(calendar.month_abbr), calendar.day_abbr[0], calendar.month_name[12], calendar.month_name[1:3], len(calendar.month_name))
print(calendar.timegm((2024, 2, 29, 12, 30, 15)), calendar.timegm((1969, 12, 31, 23, 59, 59)), calendar.firstweekday(), calendar.MONDAY, calendar.SUNDAY)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.monthcalendar(2024, 9)[0])
for f in (lambda: calendar.monthrange(2020, 13), lambda: calendar.setfirstweekday(7), lambda: calendar.weekday(2021, 2, 30)):
  try:
    f()
  except ValueError as e:
    print(type(e).__name__, e)
