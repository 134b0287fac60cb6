# match, case, type and _ are ordinary names elsewhere.
match = [1, 2]
case = {"match": match}
type_ = type
_ = 5
print(match[0], case["match"], _, match)
match(case) if callable(match) else print("not callable")
def case(match): return match * 2
print(case(4))
match case(1):
  case 2: print("two")
match -1:
  case -1: print("minus one")
match = 1
match *= 5
print(match)
match match:
  case match: print(match)
class match: case = 1
print(match.case)
