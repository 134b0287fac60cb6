// Cell layouts that the interpreter loop and several rooms reach into. The operations on each type are in the header of its name
// (str.hpp, list.hpp, dict.hpp, int.hpp, ...); types that only their own file knows are declared there.
#pragma once

#include <string_view>

#include "objects/value.hpp"

namespace coil {

struct Vm;
struct Class;
struct Str;
struct Tuple;
struct Dict;
struct Code;
struct Generator;

/// Raw bytes owned by another cell.
struct Buffer : Cell {
  size_t size;  // payload bytes
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
};

/// What follows a Buffer's or ValueArray's header. Also computed for nullptr (an empty container), where nobody reads through it.
template <class T, class Storage>
T* payload(Storage* storage) {
  return reinterpret_cast<T*>(reinterpret_cast<uintptr_t>(storage) + sizeof(Storage));
}

/// Values owned by another cell (list items, attribute overflow). Traced by itself.
struct ValueArray : Cell {
  size_t capacity;
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
};

struct Float : Cell {
  double number;
};

struct Complex : Cell {
  double real, imag;
};

enum StrFlags : uint16_t {
  kStrAscii = 1,     // all characters < 128
  kStrWide = 2,      // 4 bytes a character; else 1 byte (Latin-1)
  kStrExternal = 8,  // data is in a Buffer, which longer strings that begin with this one may share
  kStrInterned = 16, // pointer equality decides between interned strings
};

/// Immutable text of at most 2^32-1 characters, always in the narrowest form. Read it through view() in str.hpp.
struct Str : Cell {
  uint32_t length;  // characters
  uint32_t hash;    // 0: not computed
  union {
    uint8_t bytes[16];  // inline data, as many as needed
    Buffer* external;
  };
};

struct Bytes : Cell {
  size_t size;
  int64_t hash;  // 0: not computed
  uint8_t data[8];
};

struct ByteArray : Cell {
  size_t size;
  size_t capacity;
  Buffer* buffer;     // nullptr when empty
  uint32_t exports;   // memoryviews that pin the size: BufferError on resize
};

struct List : Cell {
  size_t size;
  ValueArray* array;  // nullptr when empty; capacity inside
  Value* items() const { return payload<Value>(array); }
};

struct Tuple : Cell {
  size_t size;
  Value items[1];     // `size` of them
  // Attributes of subclasses follow the items.
};

/// Insertion-ordered hash table; see dict.hpp.
struct DictEntry {
  Value key;    // nothing: deleted
  Value value;
  uint64_t hash;
};

struct Dict : Cell {
  size_t used;          // live entries
  uint32_t entry_count; // entries in use, deleted ones included
  uint32_t entry_capacity;
  uint32_t keys_version;// of the key layout; 0: no cache has asked. Reset to 0 whenever a key comes, goes or moves.
  uint32_t log2_size;   // of the index table
  Buffer* index;        // int32 or smaller positions into entries; nullptr while empty
  Buffer* entry_buffer; // DictEntry array, a DictTable
  DictEntry* entries() const { return payload<DictEntry>(entry_buffer); }
};

/// Open addressing exactly as CPython's setobject.c, so that iteration order agrees.
struct SetEntry {
  Value key;    // nothing: unused; Value::stop(): deleted
  int64_t hash;
};

struct Set : Cell {
  size_t used;
  size_t fill;
  size_t mask;
  size_t finger;       // search start of pop()
  int64_t hash;        // of a frozenset; -1: not computed
  Buffer* table;       // a SetTable
  SetEntry* entries() const { return payload<SetEntry>(table); }
};

struct Range : Cell {
  Value start, stop, step, length;  // integers of any size
};

struct Slice : Cell {
  Value start, stop, step;
};

struct RangeIter : Cell {
  int64_t next, step;
  uint64_t remaining;
};

/// Position in a sequence: list, tuple, str, bytes ... and anything with __getitem__. `sequence` becomes nothing at the end.
struct SeqIter : Cell {
  Value sequence;
  int64_t index;
};

struct Box : Cell {
  Value value;
};

/// A function written in the language. Attributes set on it live in `dict`.
struct Function : Cell {
  Code* code;
  Dict* globals;
  Dict* builtins;
  Tuple* closure;    // of Boxes, or nullptr
  Tuple* defaults;   // or nullptr
  Dict* kwdefaults;  // or nullptr
  Value annotations; // Dict or nothing
  Str* name;
  Str* qualname;
  Value doc;         // set by the program; nothing: what the code says
  Value module;
  Dict* dict;        // or nullptr
};

struct Method : Cell {
  Value function;
  Value self;
};

struct WrappedFunction : Cell {  // staticmethod, classmethod
  Value function;
  Dict* dict;
};

struct Property : Cell {
  Value get, set, del, doc, name;
};

struct Super : Cell {
  Class* cls;
  Value self;
  Class* self_class;
};

struct Module : Cell {  // Cell::flags: kModuleMakesLate
  Dict* dict;
};
/// Its __getattr__ makes attributes that its __dir__ names, and has not been asked for all of them.
constexpr uint16_t kModuleMakesLate = 1;

struct MappingProxy : Cell {
  Value mapping;
};

struct PairCell : Cell {
  Value first, second;
};

struct IterTuple : Cell {
  Value function;  // map's; nothing for zip
  Tuple* iterators;
  bool strict;
};

struct EnumerateCell : Cell {
  Value iterator;
  Value next_index;  // integer
};

struct DictView : Cell {
  Dict* dict;
};

struct DictIter : Cell {
  Dict* dict;      // nullptr at the end
  size_t position;
  size_t expected_used;
  size_t remaining; // items not yet given
};

struct SetIter : Cell {
  Set* set;
  size_t position;
  size_t expected_used;
};

/// One stack level of a traceback: newest frame last, as CPython links them.
struct Traceback : Cell {
  Traceback* next;
  Code* code;
  uint32_t instr_index;
  uint32_t line;          // of a level that a program made; 0: the instruction's
  Value frame;            // the Function that ran, until somebody asks for the frame object
  uint32_t local_count;   // what the frame's first registers held, or its namespace; they follow, until somebody asks for the frame object
  Value* locals() { return reinterpret_cast<Value*>(this + 1); }
};

struct Exception : Cell {
  Tuple* args;
  Value cause;      // or nothing
  Value context;    // or nothing
  Traceback* traceback;
  ValueArray* extra; // fields of the layout named in exceptions.def, or nullptr; see exception.hpp
  bool suppress_context;
  // The attribute area follows.
};

struct GenericAlias : Cell {
  Value origin;
  Tuple* args;
  Value parameters;
};

struct UnionType : Cell {
  Tuple* args;
};

}  // namespace coil
