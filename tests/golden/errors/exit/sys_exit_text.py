# sys.exit with a text writes it to stderr and exits with 1.
import sys
sys.exit("something went wrong")
