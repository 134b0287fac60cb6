// What the two halves of module _pickle share: opcodes, exceptions, the functions of copyreg and the names of Python 2.
// pickle_saver.hpp writes, pickle_loader.hpp reads, pickle.cpp is the module.
#pragma once

#include "modules/support.hpp"

namespace coil {

enum class PickleOp : uint8_t {
  Mark = '(', Stop = '.', Pop = '0', PopMark = '1', Dup = '2', Float = 'F', Int = 'I', BinInt = 'J', BinInt1 = 'K', Long = 'L',
  BinInt2 = 'M', None = 'N', PersId = 'P', BinPersId = 'Q', Reduce = 'R', String = 'S', BinString = 'T', ShortBinString = 'U',
  Unicode = 'V', BinUnicode = 'X', Append = 'a', Build = 'b', Global = 'c', Dict = 'd', EmptyDict = '}', Appends = 'e', Get = 'g',
  BinGet = 'h', Inst = 'i', LongBinGet = 'j', List = 'l', EmptyList = ']', Obj = 'o', Put = 'p', BinPut = 'q', LongBinPut = 'r',
  SetItem = 's', Tuple = 't', EmptyTuple = ')', SetItems = 'u', BinFloat = 'G', BinBytes = 'B', ShortBinBytes = 'C',
  Proto = 0x80, NewObj = 0x81, Ext1 = 0x82, Ext2 = 0x83, Ext4 = 0x84, Tuple1 = 0x85, Tuple2 = 0x86, Tuple3 = 0x87, NewTrue = 0x88,
  NewFalse = 0x89, Long1 = 0x8a, Long4 = 0x8b,
  ShortBinUnicode = 0x8c, BinUnicode8 = 0x8d, BinBytes8 = 0x8e, EmptySet = 0x8f, AddItems = 0x90, FrozenSet = 0x91, NewObjEx = 0x92,
  StackGlobal = 0x93, Memoize = 0x94, Frame = 0x95, ByteArray8 = 0x96, NextBuffer = 0x97, ReadonlyBuffer = 0x98,
};

inline constexpr int kHighestProtocol = 5, kDefaultProtocol = 4;

/// _pickle.PicklingError and UnpicklingError.
extern Class *g_pickling_error, *g_unpickling_error;
Error raise_class(Vm&, Class* exception, const std::string& message);

/// Out-of-band data: the wrapped bytes-like object, nothing after release().
struct PickleBuffer : NativeObject {
  Value object;
};
extern Class* g_pickle_buffer;

/// A variable of module copyreg; the name is interned.
Result<Value> copyreg_value_reenter(Vm&, Str* name);
/// Attribute by a path with dots; Value::stop() when some part is missing. `parent` gets the owner of the last part.
Result<Value> dotted_attribute_reenter(Vm&, Value object, Str* path, Value* parent);
/// Names between Python 2 and 3 (a small table in pickle_names.cpp); false when they stay as they are.
bool python2_name(std::string* module, std::string* name);
bool python3_name(std::string* module, std::string* name);

Result<void> init_pickler(Vm&, Dict* ns);
Result<void> init_unpickler(Vm&, Dict* ns);

struct DumpOptions {
  Value protocol;         // nothing or None: the default
  bool fix_imports = true;
  Value buffer_callback;  // nothing or None: buffers go in-band
};
/// The whole pickle as bytes.
Result<Value> dump_to_bytes_reenter(Vm&, Value object, const DumpOptions&);
/// The same, written to a file object.
Result<Value> dump_to_file_reenter(Vm&, Value object, Value file, const DumpOptions&);

struct LoadOptions {
  bool fix_imports = true;
  Value encoding, errors;  // nothing: ASCII, strict
  Value buffers;           // nothing or None: there are none
};
Result<Value> load_from_bytes_reenter(Vm&, Value data, const LoadOptions&);
Result<Value> load_from_file_reenter(Vm&, Value file, const LoadOptions&);

}  // namespace coil
