# struct_time and stat_result: tuples with hidden fields. Clocks of the system.
import copy
import os
import pickle
import time

fields = time.struct_time((1, 2, 3, 4, 5, 6, 7, 8, 9))
print(fields, len(fields), fields == (1, 2, 3, 4, 5, 6, 7, 8, 9), fields.tm_zone, time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff)
print(time.struct_time(range(11)).tm_gmtoff, time.struct_time(range(11)).__reduce__(), len(time.localtime()))
year, *rest = time.gmtime(86400 * 365)
print(year, rest, time.gmtime(0) < time.gmtime(1), hash(fields) == hash(tuple(fields)))
for make, arguments in ((time.struct_time, ((1,),)), (time.struct_time, (range(20),)), (os.stat_result, ((1,) * 30,)), (time.struct_time, (5,)),
                        (os.stat_result, (range(10), 5)), (os.stat_result, ())):
  try:
    print(make(*arguments))
  except TypeError as error:
    print(error)
found = os.stat(__file__)
print(len(found), found[7] == int(found.st_atime), found.st_mtime_ns // 10**9 == found[8], type(found.st_atime), type(found[7]))
print(found.n_fields, found.n_sequence_fields, found.n_unnamed_fields)
made = os.stat_result(range(10))
print(made, made.st_atime, made.st_blksize, made.st_mtime_ns)
made = os.stat_result(range(19))
print(made, made.st_atime, made.st_rdev, made[:3])
again = pickle.loads(pickle.dumps(found))
print(again == found, again.st_mtime_ns == found.st_mtime_ns, copy.copy(found).st_blocks == found.st_blocks, copy.deepcopy(fields) == fields)
print(time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_getres(time.CLOCK_REALTIME) < 1, time.clock_gettime_ns(time.CLOCK_REALTIME) > 10**18)
print(time.CLOCK_REALTIME, time.CLOCK_MONOTONIC, time.CLOCK_PROCESS_CPUTIME_ID, time.CLOCK_TAI)
try:
  time.clock_gettime(9999)
except OSError as error:
  print(error)
os.environ["TZ"] = "EST+05EDT,M3.2.0,M11.1.0"
time.tzset()
print(time.tzname, time.timezone, time.altzone, time.daylight)
print(time.localtime(1700000000)[:6], time.localtime(1690000000)[:], time.localtime(1690000000).tm_zone, time.localtime(1690000000).tm_gmtoff)
print(time.mktime((2024, 7, 1, 12, 0, 0, -1, -1, -1)), time.strftime("%Z %z", time.localtime(1690000000)), time.ctime(1690000000))
for year in (2**31, -2**31, 2**64):
  try:
    print(time.mktime((year, 1, 1, 0, 0, 0, 0, 0, 0)))
  except OverflowError as error:
    print(error)
# A zone that had summer times long ago has none now; in the south the summer is at the beginning of the year.
for zone in ("Asia/Kolkata", "Australia/Sydney", "America/Caracas", "XYZ-3"):
  os.environ["TZ"] = zone
  time.tzset()
  print(zone, time.tzname, time.timezone, time.altzone, time.daylight)
for fields in ((2024,) * 8, (2024,) * 10):
  try:
    time.asctime(fields)
  except TypeError as error:
    print(error)
