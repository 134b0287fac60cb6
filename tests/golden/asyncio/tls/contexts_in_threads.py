import ssl, threading
made = []
def make():
    context = ssl.create_default_context()
    context.set_ciphers("ECDHE+AESGCM")
    made.append(context.verify_mode.name)
threads = [threading.Thread(target=make) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(made)
