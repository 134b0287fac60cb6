# try without its colon.
try
  pass
finally:
  pass
