"""Calendars: weeks and months as data, as text and as HTML.

>>> import calendar
>>> calendar.monthrange(2024, 2)
(3, 29)
"""

import datetime
from itertools import repeat

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday", "monthrange",
           "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr", "day_name", "day_abbr", "Calendar",
           "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar", "weekheader", "FRIDAY", "MONDAY", "SATURDAY",
           "SUNDAY", "THURSDAY", "TUESDAY", "WEDNESDAY"]

error = ValueError
January = 1
February = 2
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


class IllegalMonthError(ValueError):
  """A month outside 1 to 12."""

  def __init__(self, month):
    self.month = month

  def __str__(self):
    return "bad month number %r; must be 1-12" % self.month


class IllegalWeekdayError(ValueError):
  """A weekday outside 0 to 6."""

  def __init__(self, weekday):
    self.weekday = weekday

  def __str__(self):
    return "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % self.weekday


class _Names:
  """Names of days or months, made when they are asked for."""

  def __init__(self, format, dates, first=()):
    self.format = format
    self._dates = dates
    self._first = first

  def __getitem__(self, i):
    names = [*self._first, *(date.strftime(self.format) for date in self._dates)]
    return names[i]

  def __len__(self):
    return len(self._first) + len(self._dates)


_DAYS = [datetime.date(2001, 1, i + 1) for i in range(7)]
_MONTHS = [datetime.date(2001, i + 1, 1) for i in range(12)]
day_name = _Names("%A", _DAYS)
day_abbr = _Names("%a", _DAYS)
month_name = _Names("%B", _MONTHS, ("",))
month_abbr = _Names("%b", _MONTHS, ("",))


def isleap(year):
  """Whether the year has a 29th of February."""
  return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
  """The number of leap years in [y1, y2)."""
  y1 -= 1
  y2 -= 1
  return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
  """The weekday of a date, 0 is Monday."""
  if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
    year = 2000 + year % 400
  return datetime.date(year, month, day).weekday()


def monthrange(year, month):
  """(weekday of the first day, number of days)."""
  if not 1 <= month <= 12:
    raise IllegalMonthError(month)
  return weekday(year, month, 1), _monthlen(year, month)


def _monthlen(year, month):
  return mdays[month] + (month == February and isleap(year))


def _prevmonth(year, month):
  return (year - 1, 12) if month == 1 else (year, month - 1)


def _nextmonth(year, month):
  return (year + 1, 1) if month == 12 else (year, month + 1)


class Calendar:
  """Weeks and months as lists; firstweekday: the day weeks begin with."""

  def __init__(self, firstweekday=0):
    self.firstweekday = firstweekday

  def getfirstweekday(self):
    return self._firstweekday % 7

  def setfirstweekday(self, firstweekday):
    self._firstweekday = firstweekday

  firstweekday = property(getfirstweekday, setfirstweekday)

  def iterweekdays(self):
    """The numbers of the weekdays in order."""
    for i in range(self.firstweekday, self.firstweekday + 7):
      yield i % 7

  def itermonthdates(self, year, month):
    """Dates of whole weeks around a month."""
    for y, m, d in self.itermonthdays3(year, month):
      yield datetime.date(y, m, d)

  def itermonthdays(self, year, month):
    """Days of the month; 0 for days of other months."""
    day1, ndays = monthrange(year, month)
    before = (day1 - self.firstweekday) % 7
    yield from repeat(0, before)
    yield from range(1, ndays + 1)
    yield from repeat(0, (self.firstweekday - day1 - ndays) % 7)

  def itermonthdays2(self, year, month):
    """(day or 0, weekday)."""
    for i, d in enumerate(self.itermonthdays(year, month), self.firstweekday):
      yield d, i % 7

  def itermonthdays3(self, year, month):
    """(year, month, day), other months included."""
    day1, ndays = monthrange(year, month)
    before = (day1 - self.firstweekday) % 7
    after = (self.firstweekday - day1 - ndays) % 7
    y, m = _prevmonth(year, month)
    end = _monthlen(y, m) + 1
    for d in range(end - before, end):
      yield y, m, d
    for d in range(1, ndays + 1):
      yield year, month, d
    y, m = _nextmonth(year, month)
    for d in range(1, after + 1):
      yield y, m, d

  def itermonthdays4(self, year, month):
    """(year, month, day, weekday), other months included."""
    for i, (y, m, d) in enumerate(self.itermonthdays3(year, month)):
      yield y, m, d, (self.firstweekday + i) % 7

  def _weeks(self, days):
    days = list(days)
    return [days[i:i + 7] for i in range(0, len(days), 7)]

  def monthdatescalendar(self, year, month):
    """Weeks of dates."""
    return self._weeks(self.itermonthdates(year, month))

  def monthdays2calendar(self, year, month):
    """Weeks of (day, weekday)."""
    return self._weeks(self.itermonthdays2(year, month))

  def monthdayscalendar(self, year, month):
    """Weeks of days."""
    return self._weeks(self.itermonthdays(year, month))

  def _year(self, make, year, width):
    months = [make(year, m) for m in range(January, January + 12)]
    return [months[i:i + width] for i in range(0, len(months), width)]

  def yeardatescalendar(self, year, width=3):
    """Rows of months of weeks of dates."""
    return self._year(self.monthdatescalendar, year, width)

  def yeardays2calendar(self, year, width=3):
    return self._year(self.monthdays2calendar, year, width)

  def yeardayscalendar(self, year, width=3):
    return self._year(self.monthdayscalendar, year, width)


class TextCalendar(Calendar):
  """Calendars as text."""

  def prweek(self, theweek, width):
    print(self.formatweek(theweek, width), end="")

  def formatday(self, day, weekday, width):
    return ("" if day == 0 else "%2i" % day).center(width)

  def formatweek(self, theweek, width):
    return " ".join(self.formatday(d, wd, width) for d, wd in theweek)

  def formatweekday(self, day, width):
    names = day_name if width >= 9 else day_abbr
    return names[day][:width].center(width)

  def formatweekheader(self, width):
    return " ".join(self.formatweekday(i, width) for i in self.iterweekdays())

  def formatmonthname(self, theyear, themonth, width, withyear=True):
    s = month_name[themonth]
    if withyear:
      s = "%s %r" % (s, theyear)
    return s.center(width)

  def prmonth(self, theyear, themonth, w=0, l=0):
    print(self.formatmonth(theyear, themonth, w, l), end="")

  def formatmonth(self, theyear, themonth, w=0, l=0):
    """A month; w: width of days, l: lines for a week."""
    w = max(2, w)
    l = max(1, l)
    end = "\n" * l
    s = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip() + end
    s += self.formatweekheader(w).rstrip() + end
    for week in self.monthdays2calendar(theyear, themonth):
      s += self.formatweek(week, w).rstrip() + end
    return s

  def formatyear(self, theyear, w=2, l=1, c=6, m=3):
    """A year in rows of m months."""
    w = max(2, w)
    l = max(1, l)
    c = max(2, c)
    colwidth = (w + 1) * 7 - 1
    out = [repr(theyear).center(colwidth * m + c * (m - 1)).rstrip(), "\n" * l]
    header = self.formatweekheader(w)
    for i, row in enumerate(self.yeardays2calendar(theyear, m)):
      months = range(m * i + 1, min(m * (i + 1) + 1, 13))
      out.append("\n" * l)
      out.append(formatstring((self.formatmonthname(theyear, k, colwidth, False) for k in months), colwidth, c).rstrip())
      out.append("\n" * l)
      out.append(formatstring((header for _ in months), colwidth, c).rstrip())
      out.append("\n" * l)
      for j in range(max(len(cal) for cal in row)):
        weeks = ["" if j >= len(cal) else self.formatweek(cal[j], w) for cal in row]
        out.append(formatstring(weeks, colwidth, c).rstrip())
        out.append("\n" * l)
    return "".join(out)

  def pryear(self, theyear, w=0, l=0, c=6, m=3):
    print(self.formatyear(theyear, w, l, c, m), end="")


class HTMLCalendar(Calendar):
  """Calendars as HTML tables."""

  cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  cssclasses_weekday_head = cssclasses
  cssclass_noday = "noday"
  cssclass_month_head = "month"
  cssclass_month = "month"
  cssclass_year_head = "year"
  cssclass_year = "year"

  def formatday(self, day, weekday):
    if day == 0:
      return '<td class="%s">&nbsp;</td>' % self.cssclass_noday
    return '<td class="%s">%d</td>' % (self.cssclasses[weekday], day)

  def formatweek(self, theweek):
    return "<tr>%s</tr>" % "".join(self.formatday(d, wd) for d, wd in theweek)

  def formatweekday(self, day):
    return '<th class="%s">%s</th>' % (self.cssclasses_weekday_head[day], day_abbr[day])

  def formatweekheader(self):
    return "<tr>%s</tr>" % "".join(self.formatweekday(i) for i in self.iterweekdays())

  def formatmonthname(self, theyear, themonth, withyear=True):
    s = "%s %s" % (month_name[themonth], theyear) if withyear else "%s" % month_name[themonth]
    return '<tr><th colspan="7" class="%s">%s</th></tr>' % (self.cssclass_month_head, s)

  def formatmonth(self, theyear, themonth, withyear=True):
    """A month as a table."""
    lines = ['<table border="0" cellpadding="0" cellspacing="0" class="%s">' % self.cssclass_month,
             self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
    lines += [self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)]
    return "\n".join(lines) + "\n</table>\n"

  def formatyear(self, theyear, width=3):
    """A year as a table of tables."""
    width = max(width, 1)
    v = ['<table border="0" cellpadding="0" cellspacing="0" class="%s">' % self.cssclass_year, "\n",
         '<tr><th colspan="%d" class="%s">%s</th></tr>' % (width, self.cssclass_year_head, theyear)]
    for i in range(January, January + 12, width):
      v.append("<tr>")
      for m in range(i, min(i + width, 13)):
        v += ["<td>", self.formatmonth(theyear, m, withyear=False), "</td>"]
      v.append("</tr>")
    v.append("</table>")
    return "".join(v)

  def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
    """A whole page as bytes."""
    import sys
    if encoding is None:
      encoding = sys.getdefaultencoding()
    v = ['<?xml version="1.0" encoding="%s"?>\n' % encoding,
         '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n',
         "<html>\n", "<head>\n", '<meta http-equiv="Content-Type" content="text/html; charset=%s" />\n' % encoding]
    if css is not None:
      v.append('<link rel="stylesheet" type="text/css" href="%s" />\n' % css)
    v += ["<title>Calendar for %d</title>\n" % theyear, "</head>\n", "<body>\n", self.formatyear(theyear, width), "</body>\n", "</html>\n"]
    return "".join(v).encode(encoding, "xmlcharrefreplace")


class different_locale:
  """The names of days and months of another locale, while it is in use; there are only those of C."""

  def __init__(self, locale):
    self.locale = locale
    self.oldlocale = None

  def __enter__(self):
    import locale
    self.oldlocale = locale.setlocale(locale.LC_TIME, None)
    locale.setlocale(locale.LC_TIME, self.locale)

  def __exit__(self, *args):
    import locale
    locale.setlocale(locale.LC_TIME, self.oldlocale)


def _get_default_locale():
  """The locale that is set, or that of the environment."""
  import locale
  present = locale.setlocale(locale.LC_TIME, None)
  if present == "C":
    with different_locale(""):
      present = locale.setlocale(locale.LC_TIME, None)
  return present


class LocaleTextCalendar(TextCalendar):
  """A TextCalendar with the names of a locale."""

  def __init__(self, firstweekday=0, locale=None):
    super().__init__(firstweekday)
    self.locale = _get_default_locale() if locale is None else locale

  def formatweekday(self, day, width):
    with different_locale(self.locale):
      return super().formatweekday(day, width)

  def formatmonthname(self, theyear, themonth, width, withyear=True):
    with different_locale(self.locale):
      return super().formatmonthname(theyear, themonth, width, withyear)


class LocaleHTMLCalendar(HTMLCalendar):
  """An HTMLCalendar with the names of a locale."""

  def __init__(self, firstweekday=0, locale=None):
    super().__init__(firstweekday)
    self.locale = _get_default_locale() if locale is None else locale

  def formatweekday(self, day):
    with different_locale(self.locale):
      return super().formatweekday(day)

  def formatmonthname(self, theyear, themonth, withyear=True):
    with different_locale(self.locale):
      return super().formatmonthname(theyear, themonth, withyear)


c = TextCalendar()
firstweekday = c.getfirstweekday


def setfirstweekday(firstweekday):
  """The day weeks begin with in the functions of the module."""
  if not MONDAY <= firstweekday <= SUNDAY:
    raise IllegalWeekdayError(firstweekday)
  c.firstweekday = firstweekday


monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear

_colwidth = 7 * 3 - 1
_spacing = 6


def format(cols, colwidth=_colwidth, spacing=_spacing):
  """Print texts in columns."""
  print(formatstring(cols, colwidth, spacing))


def formatstring(cols, colwidth=_colwidth, spacing=_spacing):
  """Texts centered in columns."""
  return (" " * spacing).join(col.center(colwidth) for col in cols)


EPOCH = 1970
_EPOCH_ORD = datetime.date(EPOCH, 1, 1).toordinal()


def timegm(tuple):
  """Seconds since the epoch of a UTC time tuple."""
  year, month, day, hour, minute, second = tuple[:6]
  days = datetime.date(year, month, 1).toordinal() - _EPOCH_ORD + day - 1
  return ((days * 24 + hour) * 60 + minute) * 60 + second


def main(args):
  """What `calendar` prints as a command; the first argument is the command's name."""
  import _command_lines
  _command_lines.calendar(args)


if __name__ == "__main__":
  import sys
  main(sys.argv)
