# for without its colon.
for x in []
  pass
