# class without its colon.
class C
  pass
