# A case that makes the rest unreachable.
match x:
  case a: pass
  case 1: pass
