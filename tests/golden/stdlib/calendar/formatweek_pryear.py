# Ordinary use, mistakes and corners of calendar: formatweek, pryear, formatmonth, prmonth.
import calendar, datetime

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

h = calendar.HTMLCalendar(calendar.SUNDAY); print(h.formatmonth(2024, 2)); print(h.formatmonth(2024, 2, withyear=False)[:120]); print(h.formatweek([(1, 0), (2, 1), (0, 2)]), h.formatday(0, 0), h.formatday(5, 6), h.formatweekday(0), h.formatweekheader(), h.formatmonthname(2024, 5, False))
t = calendar.TextCalendar(); print(t.formatmonth(2024, 9), t.formatmonth(2024, 2, w=3, l=2), t.formatweek([(1, 0), (2, 1)], 4), t.formatweekheader(3), t.formatmonthname(2024, 1, 20)); calendar.prmonth(2026, 1); calendar.prmonth(2026, 1, 4, 1); t.prmonth(2024, 2); print(t.pryear(2024, m=4)); print(t.formatyear(2023, 2, 1, 1, 2)[:300]); t.prweek([(3, 2)], 3); calendar.prcal(2025, m=6)
print(calendar.isleap(2000), calendar.leapdays(2000, 2024), calendar.monthrange(2024, 2), calendar.weekday(2024, 2, 29), calendar.monthcalendar(2024, 2), calendar.timegm((1970, 1, 2, 0, 0, 0)), list(calendar.month_name)[:3], list(calendar.day_abbr), calendar.firstweekday(), calendar.week(2024, 1, 1) if hasattr(calendar, 'week') and False else '', calendar.setfirstweekday(6), calendar.month(2024, 2), calendar.setfirstweekday(0), calendar.weekheader(2), calendar.calendar(2024, m=6)[:60])
c = calendar.Calendar(3); print(list(c.iterweekdays()), c.monthdayscalendar(2024, 2)[0], c.monthdays2calendar(2024, 2)[0], c.monthdatescalendar(2024, 2)[0][0], list(c.itermonthdays(2024, 2))[:9], list(c.itermonthdays2(2024, 2))[:2], list(c.itermonthdays3(2024, 2))[:2], list(c.itermonthdays4(2024, 2))[:2], next(c.itermonthdates(2024, 1)), len(c.yeardatescalendar(2024, 4)), c.getfirstweekday(), c.firstweekday, len(c.yeardayscalendar(2024)), len(c.yeardays2calendar(2024, 6)[0]))
for f, a in [(calendar.monthrange, (2024, 13)), (calendar.monthrange, (2024, 0)), (calendar.monthrange, ('x', 1)), (calendar.setfirstweekday, (7,)), (calendar.setfirstweekday, ('x',)), (calendar.weekday, (2024, 2, 30)), (calendar.weekday, ('a', 1, 1)), (calendar.month, (2024, 13)), (calendar.monthcalendar, (2024, 13)), (calendar.isleap, ('x',)), (calendar.leapdays, ('a', 'b')), (calendar.timegm, (5,)), (calendar.timegm, ((1, 2),)), (calendar.Calendar, ('x',)), (t.formatmonth, (2024,)), (t.formatmonth, (2024, 0)), (h.formatmonth, (2024, 14)), (h.formatweek, (5,)), (h.formatday, (1, 9)), (calendar.prmonth, (2024,)), (calendar.calendar, ()), (calendar.calendar, (2024, 'x')), (calendar.TextCalendar, (1, 2)), (list, (c.itermonthdays(2024, 13),)), (t.pryear, ()), (calendar.weekday, (10000, 1, 1)), (calendar.monthrange, (1, 1))]: err(f, *a)
try: calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as e: print(repr(e), isinstance(e, ValueError), e.month)
try: calendar.setfirstweekday(9)
except calendar.IllegalWeekdayError as e: print(repr(e), e.weekday)
print(h.formatyear(2024, 6)[:200], h.formatyearpage(2024)[:60], calendar.LocaleTextCalendar(locale='C').formatweekday(0, 3), calendar.LocaleHTMLCalendar(locale='C').formatmonthname(2024, 1), calendar.January, calendar.MONDAY, calendar.EPOCH, calendar.month_abbr[-1], calendar.day_name[0:2], len(calendar.day_name)); err(lambda: calendar.month_name[13])
class Css(calendar.HTMLCalendar): cssclasses = ['m'] * 7; cssclass_month = 'mon'; cssclass_noday = 'none'
print(Css().formatmonth(2023, 2)[:200])
