# Damaged pickles end in an exception.
import io
import pickle

DAMAGED = [
    b"", b".", b"abc", b"\xff.", b"(.", b"0.", b"1.", b"2.", b"a.", b"Na.", b"]a.", b"e.", b"(e.", b"N(Ne.", b"s.", b"}Ns.", b"NNNs.", b"u.",
    b"}(Nu.", b"t.", b"\x85.", b"NN\x87.", b"R.", b"NNR.", b"b.", b"NNb.", b"N}b.", b"\x81.", b"NN\x81.", b"N)\x81.", b"NNN\x92.", b"h\x00.",
    b"j\x00\x00\x00\x01.", b"gx\n.", b"g5\n.", b"q\x00.", b"Np-1\n.", b"\x80\x06.", b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\xff.",
    b"X\xff\xff\xff\xff.", b"X\x01\x00\x00\x00\xff.", b"B\xff\xff\xff\x7f.", b"\x8a\x02\xff.", b"\x8b\xff\xff\xff\xff.", b"Ix\n.", b"Lx\n.",
    b"Fx\n.", b"G\x00.", b"S'abc\n.", b"U\x01\xff.", b"Vab\\u20\n.", b"cno_such_module\nthing\n.", b"NN\x93.", b"(o.", b"\x82\x00.", b"\x82\x05.",
    b"P5\n.", b"NQ.", b"\x97.", b"\x90.", b"(Nd.", b"((((((.", b"}]Ns.", b"\x8f(]\x90.", b"\x80", b"Nabc", b"cbuiltins\nint\n(Vx\ntR.",
]

for data in DAMAGED:
    outcomes = []
    for load in (pickle.loads, lambda data: pickle.load(io.BytesIO(data))):
        try:
            outcomes.append(repr(load(data)))
        except Exception as error:
            outcomes.append(f"{type(error).__name__}: {error}")
    print(data, *dict.fromkeys(outcomes), sep="\n    ")
