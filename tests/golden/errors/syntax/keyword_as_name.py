# A keyword as name.
class = 5
