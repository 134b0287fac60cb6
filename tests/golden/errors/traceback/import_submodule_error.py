# A module that is no package.
import math.sub
