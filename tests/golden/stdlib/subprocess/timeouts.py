# Timeouts keep what was read so far.
import subprocess
from subprocess import PIPE, Popen, TimeoutExpired

process = Popen(["sh", "-c", "echo early; exec sleep 60"], stdout=PIPE)
try:
    process.wait(timeout=0.01)
except TimeoutExpired as error:
    print(error)
early = None
while not early:
    try:
        process.communicate(timeout=0.02)
    except TimeoutExpired as error:
        early = error.output
print(early)
try:
    process.communicate(b"more", timeout=0.01)
except ValueError as error:
    print("ValueError:", error)
process.kill()
print(process.communicate(), process.returncode)
try:
    subprocess.run(["sleep", "60"], timeout=0.01, capture_output=True)
except TimeoutExpired as error:
    print(error.cmd, error.timeout, error.output)
try:
    subprocess.call(["sleep", "60"], timeout=0.01)
except TimeoutExpired as error:
    print(error)
