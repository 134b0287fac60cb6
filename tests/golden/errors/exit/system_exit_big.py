# The exit code is taken modulo 256.
raise SystemExit(258)
