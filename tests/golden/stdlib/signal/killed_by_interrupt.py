"""A program that a KeyboardInterrupt ends dies by the signal, so that a shell's loop around it stops."""
import subprocess
import sys

for code in ("raise KeyboardInterrupt", "class Mine(KeyboardInterrupt): pass\nraise Mine", "raise SystemExit(130)",
             "try:\n raise KeyboardInterrupt\nfinally:\n print('finally')"):
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    print(ended.returncode, ended.stdout.strip(), ended.stderr.strip().splitlines()[-1:])
