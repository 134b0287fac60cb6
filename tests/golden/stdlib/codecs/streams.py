# codecs: readers, writers, open() and EncodedFile()
import codecs
import io
import os
import tempfile

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

reader = codecs.getreader('utf-8')(io.BytesIO('aé\nb€\r\nc'.encode()))
print([reader.readline(), reader.read(chars=1), reader.readline(), reader.read(), reader.read()])
print(codecs.getreader('utf-16')(io.BytesIO('x\ny\n'.encode('utf-16'))).readlines())
writer = codecs.getwriter('utf-16')(io.BytesIO())
writer.write('aé')
writer.writelines(['x', 'y'])
print(writer.getvalue())
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'text')
with codecs.open(path, 'w', 'cp1252') as file:
  file.write('€é\r\nb\n')
with codecs.open(path, encoding='cp1252') as file:
  print(list(file), file.encoding)
with codecs.open(path, 'rb') as file:
  print(file.read())
recoder = codecs.EncodedFile(open(path, 'rb'), 'utf-8', 'cp1252')
print(recoder.read())
recoder.close()
attempt('open with an unknown encoding', lambda: codecs.open(path, encoding='nope'))
os.remove(path)
os.rmdir(folder)
