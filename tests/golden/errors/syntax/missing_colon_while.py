# while without its colon.
while True
  pass
