# main(), and calendars with a locale: there is the C locale; others are refused when a name is needed.
import calendar

calendar.main(["prog", "2024", "2"])
calendar.main(["prog", "-w", "3", "-m", "6", "2024"])
for arguments in (["prog", "2024", "2", "--bad"], ["prog", "-L", "C", "2024"]):
  try:
    calendar.main(arguments)
  except SystemExit as error:
    print(error.code)
text = calendar.LocaleTextCalendar(calendar.SUNDAY, "C")
print(text.locale, text.formatweekday(0, 9), text.formatmonthname(2024, 2, 30))
print(text.formatmonth(2024, 2))
page = calendar.LocaleHTMLCalendar(locale="C")
print(page.formatweekday(3), page.formatmonthname(2024, 2))
for kind in (calendar.LocaleTextCalendar, calendar.LocaleHTMLCalendar):
  try:
    kind(locale="xx_YY").formatmonth(2024, 2)
  except Exception as error:
    print(type(error).__name__, error)
