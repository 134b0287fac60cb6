from ..alpha import A
G = A.upper()
