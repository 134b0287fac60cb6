# Sounds written and read: parameters, frames, positions, sizes that are corrected, files that are none.
import array
import io
import math
import os
import struct
import tempfile
import wave

folder = tempfile.TemporaryDirectory()
name = os.path.join(folder.name, "beep.wav")
samples = array.array("h", [int(20000 * math.sin(i / 4)) for i in range(50)])
with wave.open(name, "wb") as sound:
  sound.setnchannels(2)
  sound.setsampwidth(2)
  sound.setframerate(8000.4)
  sound.writeframes(samples)
  sound.writeframesraw(b"\x01\x02\x03\x04")
  print(sound.tell(), sound.getnframes(), sound.getnchannels(), sound.getsampwidth(), sound.getframerate(), sound.getmarkers())
data = open(name, "rb").read()
print(len(data), data[:44])
with wave.open(name) as sound:
  print(sound.getparams(), sound.getnframes(), sound.getcomptype(), sound.getcompname(), sound.tell())
  print(sound.readframes(2) == samples.tobytes()[:8], sound.tell(), sound.setpos(25), sound.readframes(99), sound.tell(), sound.readframes(1), sound.readframes(0))
  sound.rewind()
  print(sound.readframes(1) == samples.tobytes()[:4], sound.tell(), len(sound.readframes(-1)), sound.tell())

buffer = io.BytesIO()
sound = wave.open(buffer, "w")
sound.setparams((1, 1, 100, 5, "NONE", "not compressed"))
print(sound.getparams())
sound.writeframesraw(bytes(3))
print(buffer.getvalue()[-10:])
sound.close()
sound.close()
print(buffer.getvalue()[36:], buffer.closed)
odd = bytearray(buffer.getvalue())
odd[36:36] = b"LIST" + struct.pack("<L", 3) + b"abc\0"
odd[4:8] = struct.pack("<L", len(odd) - 8)
print(wave.open(io.BytesIO(odd)).getparams())

fresh = wave.Wave_write(io.BytesIO())
for wrong in (fresh.getnchannels, fresh.getsampwidth, fresh.getframerate, fresh.getparams, lambda: fresh.writeframes(b"x"), lambda: fresh.setnchannels(0),
              lambda: fresh.setsampwidth(5), lambda: fresh.setframerate(0), lambda: fresh.setcomptype("ULAW", "u"), lambda: fresh.setparams((1, 2)),
              lambda: fresh.setmark(1, 2, "x"), lambda: fresh.getmark(1), lambda: sound.setnchannels(2), lambda: wave.open(name, "q"),
              lambda: wave.open(name).setpos(999), lambda: wave.open(name).getmark(1), lambda: wave.open(os.path.join(folder.name, "none")),
              lambda: wave.open(io.BytesIO(b"")), lambda: wave.open(io.BytesIO(b"JUNK" + bytes(8))), lambda: wave.open(io.BytesIO(b"RIFF\x04\0\0\0JUNK")),
              lambda: wave.open(io.BytesIO(data[:36])), lambda: wave.open(io.BytesIO(data[:20] + b"\x03" + data[21:])),
              lambda: wave.open(io.BytesIO(data[:22] + b"\0\0" + data[24:])), lambda: wave.open(io.BytesIO(data[:12] + data[36:]))):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, str(error).replace(folder.name, ""))
fresh.setparams((1, 1, 1, 0, "NONE", "not compressed"))
fresh.close()
