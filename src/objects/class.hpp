// Classes, slots and shapes: how a value's type tells what it can do and where its attributes are.
//
// Every cell header holds a shape index. The shape names the class and, for instances with attributes, maps names to slots. Slots are
// function pointers that the protocol functions (protocol.hpp) call; built-in types fill them with natives, classes made by
// programs inherit them and get "slot functions" that call the special method whenever the class or a base defines it.
#pragma once

#include <span>

#include "objects/value.hpp"

namespace coil {

struct Vm;
struct Str;
struct Tuple;
struct Dict;
struct Class;
struct ArgList;
class Marker;

enum class CompareOp : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };

enum class BinaryOp : uint8_t { Add, Sub, Mul, MatMul, Div, FloorDiv, Mod, Pow, LShift, RShift, And, Or, Xor, kCount };

using UnaryFn = Result<Value> (*)(Vm&, Value self);
/// Binary slots get the operands in source order, `self` may be either; they return NotImplemented when they can't.
using BinaryFn = Result<Value> (*)(Vm&, Value left, Value right);
using PowFn = Result<Value> (*)(Vm&, Value base, Value exponent, Value modulus_or_none);
using CompareFn = Result<Value> (*)(Vm&, Value self, Value other, CompareOp);
using HashFn = Result<int64_t> (*)(Vm&, Value self);
using LenFn = Result<int64_t> (*)(Vm&, Value self);
using BoolFn = Result<bool> (*)(Vm&, Value self);
using GetItemFn = Result<Value> (*)(Vm&, Value self, Value key);
using SetItemFn = Result<void> (*)(Vm&, Value self, Value key, Value value_or_nothing_to_delete);
using ContainsFn = Result<bool> (*)(Vm&, Value self, Value item);
/// Value::stop() at the end; a raised StopIteration never leaves a next slot of a native iterator.
using NextFn = Result<Value> (*)(Vm&, Value self);
using GetAttrFn = Result<Value> (*)(Vm&, Value self, Str* name);
using SetAttrFn = Result<void> (*)(Vm&, Value self, Str* name, Value value_or_nothing_to_delete);
/// instance is nothing when looked up on the class itself.
using DescrGetFn = Result<Value> (*)(Vm&, Value self, Value instance, Value owner);
using DescrSetFn = Result<void> (*)(Vm&, Value self, Value instance, Value value_or_nothing_to_delete);
/// args[0..npos) positional, followed by one value for each name of kwnames (nullptr: none). `args` stay valid and may be overwritten.
using CallFn = Result<Value> (*)(Vm&, Value self, Value* args, size_t npos, Tuple* kwnames);
using NewFn = Result<Value> (*)(Vm&, Class* cls, Value* args, size_t npos, Tuple* kwnames);
using InitFn = Result<void> (*)(Vm&, Value self, Value* args, size_t npos, Tuple* kwnames);

struct Slots {
  UnaryFn repr, str, iter, await, aiter, anext, neg, pos, invert, abs, to_int, to_float, index;
  NextFn next;
  BinaryFn binary[static_cast<int>(BinaryOp::kCount)];   // Pow here has no modulus
  BinaryFn inplace[static_cast<int>(BinaryOp::kCount)];  // null: fall back to binary
  BinaryFn divmod;
  PowFn pow;                                             // three-argument pow()
  CompareFn compare;
  HashFn hash;                                           // hash_not_implemented when unhashable
  LenFn len;
  BoolFn truth;
  GetItemFn get_item;
  SetItemFn set_item;
  ContainsFn contains;
  GetAttrFn get_attr;
  SetAttrFn set_attr;
  DescrGetFn descr_get;
  DescrSetFn descr_set;
  CallFn call;
  NewFn make;                                            // __new__
  InitFn init;                                           // __init__
};

/// Attribute layout of cells. Immutable but for its transition table; never freed.
/// Instances keep an attribute area at `attrs_offset`: one overflow word, then `inline_cap` words. Slot i < inline_cap is inline, the
/// others are in the overflow ValueArray. In dictionary mode the overflow word is the Dict and there are no slots.
struct Shape : Cell {
  Class* cls;
  uint32_t index;         // of g_shapes
  uint16_t attrs_offset;  // 0: no attribute area
  uint16_t inline_cap;
  uint16_t slot_count;
  bool is_dict_mode;
  bool of_program_class;  // of the class object of a program's class: dies with it
  Shape* parent;          // without the last added name
  Str* last_name;         // in slot slot_count - 1
  Dict* table;            // name -> slot, made at first need
  Dict* transitions;      // name -> Shape, made at first need
};

enum ClassFlags : uint16_t {      // Cell::flags of a Class
  kClassHeap = 1,                 // made by a program (mutable)
  kClassFinal = 2,                // no subclasses
  kClassHasDict = 4,              // instances may have any attribute
  kClassHasDel = 8,
  kClassIsException = 16,
  kClassMappingPattern = 32,      // matches mapping patterns (dict and registered)
  kClassSequencePattern = 64,
  kClassAbstract = 128,           // __abstractmethods__ is not empty
  kClassCustomGetAttribute = 256, // defines __getattribute__ or __getattr__
  kClassHasWeakRef = 512,
  kClassPermanent = 1024,         // made by a native module, whose C++ side refers to it: never dies
  kClassOpen = 2048,              // native, but programs may set its attributes
  kClassPatched = 4096,           // open, and a program has set one
};

struct NativeSpec;
struct GetSetSpec;

/// Members that a native class was declared with and that are not in its namespace yet.
struct DeclaredMembers {
  std::span<const NativeSpec* const> methods;
  std::span<const GetSetSpec* const> getsets;
  Result<void> (*others)(Vm&, Class*, Dict*);  // nullptr: none
  DeclaredMembers* next;
};

/// The namespace of a class. A native class makes the objects in it at the first look, since a program uses few of them: start-up only notes
/// what they are. Making them is exempt from collections and limits, so reading a namespace stays what it seems to be.
class ClassDict {
 public:
  operator Dict*() const { return dict_ ? dict_ : complete(); }
  Dict* get() const { return *this; }
  Dict* operator->() const { return *this; }
  /// nullptr while nothing was made.
  Dict* raw() const { return dict_; }
  void set(Class* owner, Dict* dict);
  void declare(Class* owner, const DeclaredMembers& members);

 private:
  Dict* complete() const;

  mutable Dict* dict_;
  mutable DeclaredMembers* declared_;
  mutable DeclaredMembers* last_;
  Class* owner_;
};

struct Class : Cell {
  Str* name;
  Str* qualname;
  Tuple* bases;
  Tuple* mro;
  ClassDict dict;
  Class* base;             // the base that gives the layout
  Shape* root_shape;       // of new instances
  Shape* dict_shape;       // of instances in dictionary mode
  Shape* own_shape;        // attribute area of the class object itself is not used: attributes are in dict
  Cell* subclasses;        // List of classes or nullptr; it does not keep them alive
  uint32_t version;        // changes whenever an attribute of the class or of a base changes; 0: not cached
  uint32_t instance_size;  // bytes of a fixed-size instance without attribute area
  Kind instance_kind;      // C++ layout of instances
  uint16_t exception_layout;
  Value module;            // __module__ for built-in classes
  const char* doc;
  const char* native_name; // built-in classes: the name as messages show it; else nullptr
  uint16_t member_count;   // __slots__ members: the first slots of the attribute area
  uint32_t constructor_epoch;  // g_class_epoch that `constructor` was found in
  Cell* constructor;       // __init__ as a Function that a call of the class may push as a frame, or nullptr; alive while the epoch lasts
  Slots slots;
};

/// Shape::attrs_offset of layouts of varying size (int, str, bytes, tuple): the attribute area is the end of the cell.
inline constexpr uint16_t kAttrsAtEnd = 0xffff;

/// Instance of object and of classes made by programs: the attribute area directly follows the header.
struct Instance : Cell {};

/// A native module is being initialised: its classes are permanent.
extern bool g_makes_permanent_classes;
extern Shape** g_shapes;

inline Shape* shape_of(const Cell* cell) { return g_shapes[cell->shape]; }
inline Class* class_of(const Cell* cell) { return shape_of(cell)->cls; }
/// True when the value is of exactly the built-in type (not of a subclass).
inline bool is_exact(Value v, Kind kind) { return v.is_cell() && v.cell()->shape == static_cast<uint32_t>(kind); }
inline Class* type_of_kind(Kind kind) { return g_shapes[static_cast<uint32_t>(kind)]->cls; }
inline Class* class_of(Value v) {
  if (v.is_small_int()) return type_of_kind(Kind::Int);
  if (v.is_inline_float()) return type_of_kind(Kind::Float);
  return class_of(v.cell());
}
bool is_subclass(const Class* cls, const Class* base);  // by MRO, no hooks
inline bool is_instance(Value v, const Class* cls) { return is_subclass(class_of(v), cls); }

/// Attribute of the class by MRO with a global cache; nothing when absent. No descriptors, no exceptions.
Value class_lookup(Class* cls, Str* name);
/// "list" for built-in, "Name" for program classes: what error messages say (tp_name without module).
const char* class_name(const Class* cls);
inline const char* type_name(Value v) { return class_name(class_of(v)); }
/// As messages about arguments name it.
inline const char* argument_type_name(Value v) { return v.is_none() ? "None" : type_name(v); }


// -- shapes and attribute areas (shape.cpp)

/// Marks the attribute area; every trace function of a layout that programs may subclass calls it (cheap when there is none).
void trace_attrs_slow(Cell*, Shape*, Marker&);
inline void trace_attrs(Cell* cell, Marker& marker) {
  Shape* shape = shape_of(cell);
  if (shape->attrs_offset) trace_attrs_slow(cell, shape, marker);
}
/// The overflow word of a cell that has an attribute area; the inline slots follow it.
Value* attrs_area(Cell*, const Shape*);
/// The attribute in the instance itself (area or own dictionary); nothing when absent.
Value instance_attr(Cell*, Str* name);
Result<void> set_instance_attr(Vm&, Cell*, Str* name, Value value);
/// False when there was none.
Result<bool> del_instance_attr(Vm&, Cell*, Str* name);
/// Names and values of all attributes in the instance, in order of creation, appended to a Dict.
Result<void> copy_instance_attrs(Vm&, Cell*, Dict* into);
/// Instances of a built-in class get an attribute area after `instance_size` bytes (sizeof of the layout).
void enable_attrs(Vm&, Class*, uint32_t instance_size);

// -- inline caches. A cache is valid while the receiver's shape index is, and no attribute or bases of an existing class have changed since the look-up.

/// Changes whenever an attribute that a cache may depend on or the bases of an existing class change.
extern uint32_t g_class_epoch;
/// Called then: caches that keep no epoch have to be emptied. Set by the VM.
extern void (*g_empty_inline_caches)();

struct AttrLookup {
  enum Result : uint8_t {
    Generic,     // not cacheable: use get_attr_reenter
    Slot,        // the value is in the word `offset` bytes into the receiver (nothing there: use get_attr_reenter)
    Method,      // `value` is a function or method descriptor to call with the receiver first
    ClassValue,  // `value` is the result
    Property,    // `value` is a property object whose getter is a function
    Descriptor,  // `value` is a descriptor of a built-in class
    Overflow,    // the value is item `offset` of the receiver's overflow array
    OwnDict,     // the receiver keeps its attributes in a dictionary; `value`: the function to call with the receiver first when it has none
  };
  Result result;
  uint32_t offset;
  Value value;
};
AttrLookup find_cacheable_attr(Vm&, Value object, Str* name);
/// An inline cache depends on what classes say of this name.
void note_inline_cached(Str* name);
/// False for a name that changes in some class all the time.
bool may_cache_inline(const Str* name);

struct AttrStore {
  bool cacheable;
  bool overflow;       // `offset` is an index of the receiver's overflow array, and the attribute exists
  uint32_t offset;     // of the word to write
  uint32_t new_shape;  // index; the receiver's own when the attribute exists
};
/// To be asked before the store is done.
AttrStore find_cacheable_store(Vm&, Value object, Str* name);

// -- classes (class.cpp, builtins/type_new.cpp)

/// To be called after every change of an existing class's dict or bases: versions, caches, slots of the class and all its subclasses.
void class_modified(Vm&, Class*, Str* name_or_null);
/// type(name, bases, namespace, **kwargs) with metaclass `meta`.
Result<Class*> new_class_reenter(Vm&, Class* meta, Str* name, Tuple* bases, Dict* ns, Value* kwvalues, Tuple* kwnames);
/// C3 linearization; TypeError as CPython words it.
Result<Tuple*> compute_mro(Vm&, Class*);

/// For statistics: shapes there are, and all that there ever were.
size_t live_shapes();
uint32_t shape_table_size();

}  // namespace coil
