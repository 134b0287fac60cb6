# `-m asyncio` starts a prompt that awaits.
import subprocess
import sys

typed = "await asyncio.sleep(0, 5)\nx = await asyncio.sleep(0, 'seven')\nx\n"
done = subprocess.run([sys.executable, "-m", "asyncio"], input=typed, capture_output=True, text=True)
print(done.returncode, done.stdout.replace(">>> ", "").split())
