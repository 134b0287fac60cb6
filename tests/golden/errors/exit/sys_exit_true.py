# sys.exit with a boolean.
import sys
sys.exit(True)
