# A key that the database lacks: the error's full name is that of the submodule that it comes from.
import traceback
import zoneinfo

for key in "Mars/Olympus", "Europe/Berlin/x", "":
  try:
    zoneinfo.ZoneInfo(key)
  except Exception as error:
    print(traceback.format_exception_only(error)[-1].replace("/usr", "@").strip(), isinstance(error, KeyError))
print(zoneinfo.ZoneInfoNotFoundError, zoneinfo.InvalidTZPathWarning)
