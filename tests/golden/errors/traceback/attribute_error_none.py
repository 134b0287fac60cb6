# An attribute of None.
def find(): return None
find().name
