# A suggestion for a module's attribute.
import math
math.sqroot(4)
