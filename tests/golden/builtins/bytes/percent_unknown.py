# An unknown conversion is shown as it is in bytes, and as "?" in str when it is not printable; bytes of the upper half cannot be shown.
for template in (b"%y", b"%\x01", b"%\x7f", b"%\xff", "%y", "%\x01", "%\x7f", "%\u1234"):
  try:
    template % 1
  except (ValueError, OverflowError) as error:
    print(template, type(error).__name__, ascii(str(error)))
