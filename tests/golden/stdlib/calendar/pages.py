# Calendars as text and HTML, and what they iterate over.
import calendar

text = calendar.TextCalendar(calendar.SUNDAY)
print(text.formatmonth(2024, 2), text.formatyear(2023, m=2)[:200], text.getfirstweekday(), text.formatweekheader(3), text.formatweekday(0, 9), text.formatmonthname(2024, 5, 20), text.formatday(7, 0, 4))
text.prmonth(2024, 1)
text.prweek([(1, 0), (0, 1)], 3)
print()
page = calendar.HTMLCalendar()
print(page.formatmonth(2024, 2), page.formatyear(2024, 6)[:300], page.formatweekday(1), page.formatday(5, 2), page.formatday(0, 2), page.formatweekheader(), page.formatmonthname(2024, 3), page.formatweek([(1, 0)]))
print(page.formatyearpage(2024, css=None)[:150])
one = calendar.Calendar(2)
print(list(one.iterweekdays()), list(one.itermonthdays(2024, 2))[:9], list(one.itermonthdays2(2024, 2))[:4], list(one.itermonthdays3(2024, 2))[:2], list(one.itermonthdays4(2024, 2))[:2],
      list(one.itermonthdates(2024, 2))[:2], one.monthdayscalendar(2024, 2)[0], one.monthdays2calendar(2024, 2)[0], one.monthdatescalendar(2024, 2)[0][0], len(one.yeardayscalendar(2024)),
      len(one.yeardays2calendar(2024, 4)), len(one.yeardatescalendar(2024, 6)))
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1999, 2025), calendar.weekday(2024, 2, 29), calendar.monthrange(2024, 2), calendar.monthcalendar(2024, 2)[-1], calendar.month(2024, 2, 3, 2),
      calendar.calendar(2024)[:60], calendar.timegm((1970, 1, 2, 0, 0, 1)), calendar.firstweekday(), calendar.month_name[3], calendar.day_abbr[6], list(calendar.month_abbr)[:3], calendar.week(
      [(1, 0)], 2) if hasattr(calendar, "week") and callable(calendar.week) else "")
calendar.setfirstweekday(calendar.SATURDAY)
print(calendar.firstweekday(), calendar.weekheader(2), calendar.FRIDAY)
calendar.prcal(2024, m=6)
for wrong in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.weekday(2023, 2, 29)):
  try:
    wrong()
  except ValueError as error:
    print(type(error).__name__, error)
