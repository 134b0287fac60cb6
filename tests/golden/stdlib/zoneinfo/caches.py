# Functions of zoneinfo that the other tests do not use: caches.
import zoneinfo, datetime, io, warnings

z = zoneinfo.ZoneInfo("Europe/Paris"); print(z is zoneinfo.ZoneInfo("Europe/Paris")); zoneinfo.ZoneInfo.clear_cache(); print(z is zoneinfo.ZoneInfo("Europe/Paris"), zoneinfo.ZoneInfo.clear_cache(only_keys=["Europe/Paris"]))
u = datetime.datetime(2024, 7, 1, 12, tzinfo=z); print(z.fromutc(u), datetime.timezone.utc.fromutc(datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)), (t := datetime.timezone(datetime.timedelta(hours=2))).fromutc(datetime.datetime(2024, 1, 1, tzinfo=t)))
class Fixed(datetime.tzinfo):
    def utcoffset(self, dt): return datetime.timedelta(hours=1)
    def dst(self, dt): return datetime.timedelta(0)
print((own := Fixed()) and datetime.tzinfo.fromutc(own, datetime.datetime(2024, 1, 1, tzinfo=own)).hour)
for wrong in (lambda: datetime.timezone.utc.fromutc(5), lambda: z.fromutc(datetime.datetime(2024, 1, 1)), lambda: datetime.tzinfo().fromutc(datetime.datetime(2024, 1, 1))):
    try: print(wrong())
    except Exception as e: print(type(e).__name__, e)
before = zoneinfo.TZPATH; zoneinfo.reset_tzpath(to=["/no/such"]); print(zoneinfo.TZPATH); zoneinfo.reset_tzpath(before); print(zoneinfo.TZPATH == tuple(before), issubclass(zoneinfo.InvalidTZPathWarning, RuntimeWarning))
try: zoneinfo.reset_tzpath(["relative"])
except ValueError as e: print(str(e).splitlines()[0][:60])
