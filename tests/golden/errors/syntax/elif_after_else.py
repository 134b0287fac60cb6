# elif after else.
if a:
  pass
else:
  pass
elif b:
  pass
