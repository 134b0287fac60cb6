# Calendars as text and HTML, and their arithmetic.
import calendar

print(calendar.month(2024, 2), calendar.TextCalendar(6).formatmonth(2023, 12, 4, 1), sep="\n")
print(calendar.calendar(2025, w=2, l=1, c=3, m=4)[:400])
print(calendar.isleap(2000), calendar.leapdays(1900, 2001), calendar.weekday(2024, 2, 29), calendar.monthrange(2023, 2), calendar.timegm((2024, 1, 1, 0, 0, 0)))
print(calendar.monthcalendar(2024, 9), calendar.firstweekday(), calendar.setfirstweekday(calendar.SUNDAY), calendar.firstweekday())
calendar.setfirstweekday(0)
c = calendar.Calendar(2)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2))[:8], list(c.itermonthdays2(2024, 2))[:3], list(c.itermonthdates(2024, 2))[0], list(c.itermonthdays3(2024, 2))[-1], list(c.itermonthdays4(2024, 2))[0])
print(c.monthdatescalendar(2024, 2)[0][0], c.monthdays2calendar(2024, 2)[0], len(c.yeardayscalendar(2024)), len(c.yeardatescalendar(2024, 2)[0]))
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:300], list(calendar.day_name)[:2], list(calendar.month_abbr)[:3], calendar.day_abbr[-1], len(calendar.month_name))
for call, arguments in ((calendar.monthrange, (2024, 13)), (calendar.setfirstweekday, (9,)), (calendar.weekday, (2024, 2, 30))):
  try:
    print(call(*arguments))
  except ValueError as error:
    print(type(error).__name__, error)
