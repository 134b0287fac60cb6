# if without its colon.
if True
  pass
