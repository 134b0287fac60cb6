# strftime("%Z") of names that are no plain text.
import datetime


class Zone(datetime.tzinfo):
    def __init__(self, name):
        self.name = name

    def utcoffset(self, moment):
        return datetime.timedelta(hours=1)

    def dst(self, moment):
        return None

    def tzname(self, moment):
        return self.name


for name in ("CET", "%z", "é", "", "\ud800"):
    try:
        print(datetime.datetime(2005, 3, 2, tzinfo=Zone(name)).strftime("<%Z>"), datetime.time(1, tzinfo=Zone(name)).strftime("<%Z>"))
    except ValueError as error:
        print(type(error).__name__, error)
