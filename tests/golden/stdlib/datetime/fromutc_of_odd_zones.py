from datetime import datetime, timedelta, timezone, tzinfo


class Zone(tzinfo):
    def __init__(self, offset, summer):
        self.offset, self.summer = offset, summer

    def utcoffset(self, dt):
        return self.offset

    def dst(self, dt):
        return self.summer


hour = timedelta(hours=1)
for zone in (Zone(None, None), Zone(hour, None), Zone(5, 5), Zone(hour, hour), Zone(hour, 25 * hour)):
    when = datetime(2024, 1, 1, tzinfo=zone)
    for act in (lambda: zone.fromutc(when), lambda: zone.fromutc(5), lambda: zone.fromutc(datetime(2024, 1, 1))):
        try:
            print(act())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


class Day(datetime):
    def __new__(cls, *args):
        print(args)
        return super().__new__(cls, *args)


print(Day.strptime("2024", "%Y"), Day.strptime("2024 +0100", "%Y %z"))
