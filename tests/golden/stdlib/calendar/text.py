# Months and years as text and HTML.
import calendar

print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatmonth(2023, 10, w=3, l=1))
print(calendar.calendar(2021, w=2, l=1, c=3, m=4)[:400])
calendar.prmonth(2000, 1)
print(calendar.weekheader(3), calendar.weekheader(10))
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:400])
print(len(calendar.HTMLCalendar(6).formatyearpage(2024)), calendar.HTMLCalendar().formatyearpage(2024)[:120])
print(calendar.LocaleTextCalendar().formatmonth(2022, 5))
