# Zones from files: the TZ string at the end and its mistakes, changes outside of the range of dates, zones that never change, pickles.
import io
import pickle
import struct
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo


def file_of(footer, times=(), kinds=((3600, 0, b"STD"),), indices=()):
    names = types = b""
    for offset, is_dst, name in kinds:
        types += struct.pack(">lbb", offset, is_dst, len(names))
        names += name + b"\0"

    def block(times, form):
        counts = struct.pack(">6l", 0, 0, 0, len(times), len(kinds), len(names))
        return b"TZif2" + bytes(15) + counts + struct.pack(f">{len(times)}{form}", *times) + bytes(indices[:len(times)]) + types + names

    return io.BytesIO(block((), "l") + block(times, "q") + b"\n" + footer.encode() + b"\n")


WRONG = """PST8PDT
+11
GMT,M3.2.0/2,M11.1.0/3
GMT0+11,M3.2.0/2,M11.1.0/3
PST8PDT,M3.2.0/2
STD+25
STD+374
STD+23DST+25,M3.2.0/2,M11.1.0/3
AAA4BBB,M1443339,M11.1.0/3
AAA4BBB,M3.2.0/2,0349309483959c
AAA4BBB,M13.1.1/2,M1.1.1/2
AAA4BBB,M1.6.1/2,M1.1.1/2
AAA4BBB,M1.1.7/2,M2.1.1/2
AAA4BBB,-1/2,20/2
AAA4BBB,1/2,367/2
AAA4BBB,J0/2,J20/2
AAA4BBB,M3.1.0/168,M4.1.0/25
AAA4BBB,M3.2.0/2,M4.2.0/2x
AAA
<""".splitlines()
for footer in WRONG:
    try:
        ZoneInfo.from_file(file_of(footer))
    except ValueError as error:
        print(error)

for footer in ("AAA4", "AAA-1:30:15", "<AA>4<B+3>,M3.1.0,M4.1.0/-2:30", "AAA4BBB,M3.1.0/167,M4.1.0", "AAA3BBB,60/2,300/2", "AAA3BBB,J60/2,J300/2", "AAA3BBB,0/0,J365/25"):
    zone = ZoneInfo.from_file(file_of(footer))
    for year in (2019, 2020):
        name, changes = None, []
        for hours in range(24 * 365):
            moment = datetime(year, 1, 1, tzinfo=timezone.utc) + timedelta(hours=hours)
            local = moment.astimezone(zone)
            if local.tzname() != name:
                name = local.tzname()
                changes.append(f"{local:%m-%d %H:%M %Z%z}")
        print(footer, year, *changes)

ancient = ZoneInfo.from_file(file_of("", (-(1 << 62), 1 << 62), ((-968, 0, b"LMT"), (0, 0, b"GMT")), (0, 1)), key="ancient")
print(datetime(1900, 1, 1, tzinfo=timezone.utc).astimezone(ancient), datetime(2020, 1, 1, tzinfo=ancient).utcoffset())
phantom = ZoneInfo.from_file(file_of("UTC0", (0,), ((0, 0, b"UTC"),), (0,)))
for zone in (ancient, phantom, ZoneInfo("UTC"), ZoneInfo("Etc/GMT+5"), ZoneInfo("Europe/Paris")):
    print(time(1, tzinfo=zone).tzname(), time(1, tzinfo=zone).utcoffset())
    try:
        print(pickle.loads(pickle.dumps(zone)))
    except pickle.PicklingError as error:
        print(error)
print(ZoneInfo.from_file(file_of("UTC0", kinds=()), key="k").utcoffset(None))
try:
    ZoneInfo.from_file(file_of("", kinds=()))
except ValueError as error:
    print(error)
