# None has attributes, too, to which a misspelled one may be near
def find(key):
    return {}.get(key)

find("answer").__clas__
