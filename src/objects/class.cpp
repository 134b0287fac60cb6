// Classes: start-up of the built-in ones, method resolution order, attribute look-up by MRO and what has to happen when a class changes.
// Making classes at run time is in builtins/type_new.cpp, slots in builtins/slots.cpp.
//
// Look-ups go through one global cache keyed by (class version, name). A change of an attribute drops exactly the entries of that name in
// the class and its subclasses; a change of bases gives new versions. Inline caches of the VM cannot be found that way: all of them are
// emptied. A name that keeps changing in some class (a counter) is marked volatile and not cached inline any more, so that it does not
// throw away everybody's caches again and again.
#include "objects/class.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/shape_internal.hpp"
#include "objects/str.hpp"

namespace coil {

uint32_t g_class_epoch = 1;
void (*g_empty_inline_caches)() = [] {};

namespace {

constexpr size_t kCacheSize = 4096;

struct CacheEntry {
  uint32_t version;
  Str* name;
  Value value;  // kept alive by the class's dict for as long as the entry is valid
};
constinit CacheEntry g_method_cache[kCacheSize] = {};
uint32_t g_next_version = 1;

CacheEntry& cache_entry(uint32_t version, Str* name) {
  size_t mixed = reinterpret_cast<uintptr_t>(name) >> 4;
  return g_method_cache[(mixed ^ version * 0x9e3779b1u) % kCacheSize];
}

Value mro_lookup(Class* cls, Str* name) {
  Tuple* mro = cls->mro;
  if (!mro) return Value();
  for (size_t i = 0; i < mro->size; i++) {
    if (Value found = dict_get_str(mro->items[i].as<Class>()->dict, name)) return found;
  }
  return Value();
}

[[noreturn]] void start_failed() {
  std::fputs("coil: out of memory while starting\n", stderr);
  std::exit(1);
}

template <class T>
T need(Result<T> result) {
  if (!result) start_failed();
  return *result;
}

enum TypeFlag : int { Base = 1, Final = 2, Internal = 4, WeakRef = 8 };

struct TypeRow {
  const char* name;
  Kind base;
  int flags;
};

constexpr TypeRow kTypeRows[] = {
#define TYPE(kind, type, name, base, flags) {name, Kind::base, flags},
#include "objects/types.def"
#undef TYPE
};

struct ExceptionRow {
  const char* name;
  Exc base;
  ExcLayout layout;
  const char* doc;
};

constexpr ExceptionRow kExceptionRows[] = {
#define EXC(name, base, layout, doc) {#name, Exc::base, ExcLayout::layout, doc},
#include "objects/exceptions.def"
#undef EXC
};

/// Bytes before the attribute area for layouts that programs may extend and this room knows; others set it where they are defined, or are final.
uint32_t layout_size(Kind kind) {
  switch (kind) {
    case Kind::Object: case Kind::SimpleNamespace: return sizeof(Instance);
    case Kind::Class: return sizeof(Class);
    case Kind::Float: return sizeof(Float);
    case Kind::Complex: return sizeof(Complex);
    case Kind::ByteArray: return sizeof(ByteArray);
    case Kind::List: return sizeof(List);
    case Kind::Dict: return sizeof(Dict);
    case Kind::Set: case Kind::FrozenSet: return sizeof(Set);
    case Kind::Reversed: return sizeof(SeqIter);
    case Kind::Enumerate: return sizeof(EnumerateCell);
    case Kind::Zip: case Kind::Map: return sizeof(IterTuple);
    case Kind::Filter: return sizeof(PairCell);
    case Kind::Property: return sizeof(Property);
    case Kind::StaticMethod: case Kind::ClassMethod: return sizeof(WrappedFunction);
    case Kind::Super: return sizeof(Super);
    case Kind::Module: return sizeof(Module);
    case Kind::GenericAlias: return sizeof(GenericAlias);
    case Kind::Exception: return sizeof(Exception);
    default: return 0;
  }
}

/// Bound native methods are another layout in the class of native functions.
constexpr bool shares_class(size_t kind) { return kind == static_cast<size_t>(Kind::NativeBound); }

/// Names of the modules that CPython shows for types that are no builtins.
const char* module_of_type(Kind kind) {
  switch (kind) {
    case Kind::SimpleNamespace: case Kind::GenericAlias: case Kind::UnionType: return "types";
    case Kind::WeakRef: return "weakref";
    case Kind::Context: case Kind::ContextVar: case Kind::ContextToken: return "_contextvars";
    case Kind::Future: case Kind::FutureIter: case Kind::Task: return "_asyncio";
    case Kind::Handle: case Kind::TimerHandle: return "asyncio.events";
    default: return "builtins";
  }
}

void trace_class(Cell* cell, Marker& marker) {
  auto* cls = static_cast<Class*>(cell);
  marker.cell(cls->name);
  marker.cell(cls->qualname);
  marker.cell(cls->bases);
  marker.cell(cls->mro);
  marker.cell(cls->dict.raw());
  marker.cell(cls->base);
  marker.cell(cls->root_shape);
  marker.cell(cls->dict_shape);
  marker.cell(cls->own_shape);
  if (auto* below = static_cast<List*>(cls->subclasses)) {
    // A full cycle drops classes that nothing else refers to.
    marker.shallow(below);
    marker.shallow(below->array);
    for (size_t i = 0; i < below->size; i++) marker.young(below->items()[i].cell());
  }
  marker.value(cls->module);
}

void mark_vm(void* context, Marker& marker) {
  Vm& vm = *static_cast<Vm*>(context);
  marker.value(vm.pending);
  for (Class* cls : vm.exceptions) marker.cell(cls);
  for (Str* name : vm.names) marker.cell(name);
  marker.cell(vm.empty_tuple);
  marker.cell(vm.empty_str);
  for (Str* text : vm.ascii_chars) marker.cell(text);
  marker.cell(vm.empty_bytes);
  marker.cell(vm.builtins);
  marker.cell(vm.no_builtins);
  marker.cell(vm.modules);
  marker.value(vm.memory_error);
}

Class* new_builtin_class_cell(Vm& vm, const char* name, const char* module) {
  Class* cls = need(alloc<Class>(vm, Kind::Class));
  cls->native_name = name;
  cls->name = intern(vm, name);
  cls->qualname = cls->name;
  cls->module = intern(vm, module);
  return cls;
}

}  // namespace

/// mro of a class with one base: itself, then the base's.
static Tuple* linear_mro(Vm& vm, Class* cls) {
  size_t above = cls->base ? cls->base->mro->size : 0;
  Tuple* mro = need(new_tuple(vm, above + 1));
  mro->items[0] = cls;
  for (size_t i = 0; i < above; i++) mro->items[i + 1] = cls->base->mro->items[i];
  return mro;
}

void add_subclass(Vm& vm, Class* base, Class* cls) {
  if (!base->subclasses) store(base, base->subclasses, need(new_list(vm)));
  if (!list_append(vm, static_cast<List*>(base->subclasses), cls)) start_failed();
}

/// The parts every native class gets once its base is known; `shape` is that of its instances.
void link_native_class(Vm& vm, Class* cls, Class* base, Shape* shape) {
  store(cls, cls->base, base);
  store(cls, cls->root_shape, shape);
  store(cls, cls->bases, base ? need(make_tuple(vm, {base})) : vm.empty_tuple);
  store(cls, cls->mro, linear_mro(vm, cls));
  cls->dict.declare(cls, {});
  store(cls, cls->own_shape, need(new_shape(vm, type_of_kind(Kind::Class))));
  static_cast<Cell*>(cls)->shape = cls->own_shape->index;
  if (base) add_subclass(vm, base, cls);
}

void setup_types(Vm& vm) {
  mark_special_names(vm);
  if (!reserve_shapes()) start_failed();
  g_heap.set_type(Kind::Class, trace_class, nullptr);
  setup_shapes();
  g_heap.add_roots(mark_vm, &vm);
  constexpr size_t kinds = static_cast<size_t>(Kind::kCount);
  for (size_t i = 0; i < kinds; i++) {
    if (shares_class(i)) {
      if (!new_shape_at(vm, static_cast<uint32_t>(i), type_of_kind(Kind::Native))) start_failed();
      continue;
    }
    const char* name = i == static_cast<size_t>(Kind::Exception) ? "BaseException" : kTypeRows[i].name;
    Class* cls = new_builtin_class_cell(vm, name, module_of_type(static_cast<Kind>(i)));
    if (!new_shape_at(vm, static_cast<uint32_t>(i), cls)) start_failed();
    cls->instance_kind = static_cast<Kind>(i);
    cls->instance_size = layout_size(cls->instance_kind);
    if (!(kTypeRows[i].flags & Base) && i != static_cast<size_t>(Kind::Exception)) cls->flags |= kClassFinal;
    if (kTypeRows[i].flags & TypeFlag::WeakRef) cls->flags |= kClassHasWeakRef;
  }
  if (!vm.empty_tuple) vm.empty_tuple = need(new_tuple(vm, 0));
  // A base must be linked before its subclasses, which object's own row would break: it is not the first one.
  link_native_class(vm, type_of_kind(Kind::Object), nullptr, g_shapes[static_cast<size_t>(Kind::Object)]);
  for (size_t i = 0; i < kinds; i++) {
    if (i == static_cast<size_t>(Kind::Object) || shares_class(i)) continue;
    Shape* shape = g_shapes[i];
    link_native_class(vm, shape->cls, type_of_kind(kTypeRows[i].base), shape);
  }
  enable_attrs(vm, type_of_kind(Kind::SimpleNamespace), sizeof(Instance));
  type_of_kind(Kind::Dict)->flags |= kClassMappingPattern;
  type_of_kind(Kind::MappingProxy)->flags |= kClassMappingPattern;
  for (Kind kind : {Kind::List, Kind::Tuple, Kind::Range, Kind::MemoryView}) type_of_kind(kind)->flags |= kClassSequencePattern;

  Class* root = type_of_kind(Kind::Exception);
  for (size_t i = 0; i < static_cast<size_t>(Exc::kCount); i++) {
    const ExceptionRow& row = kExceptionRows[i];
    Class* cls = root;
    if (i > 0) {
      bool asyncio = static_cast<Exc>(i) == Exc::CancelledError || static_cast<Exc>(i) == Exc::InvalidStateError;
      cls = new_builtin_class_cell(vm, row.name, asyncio ? "asyncio.exceptions" : "builtins");
      cls->instance_kind = Kind::Exception;
      cls->instance_size = sizeof(Exception);
      Shape* shape = need(new_shape(vm, cls));
      link_native_class(vm, cls, vm.exceptions[static_cast<int>(row.base)], shape);
    }
    if (static_cast<Exc>(i) == Exc::ExceptionGroup) {
      // The one built-in class with two bases. CPython makes it like a program's class, so weak references come with it.
      cls->flags |= kClassHasWeakRef;
      cls->bases = need(make_tuple(vm, {cls->base, vm.exception(Exc::Exception)}));
      cls->mro = need(compute_mro(vm, cls));
      write_barrier(cls);
      add_subclass(vm, vm.exception(Exc::Exception), cls);
    }
    cls->flags |= kClassIsException;
    cls->exception_layout = static_cast<uint16_t>(row.layout);
    cls->doc = row.doc;
    enable_attrs(vm, cls, sizeof(Exception));
    vm.exceptions[i] = cls;
  }
  // Its args are the empty tuple for ever: nothing to allocate when memory is out.
  auto* memory = need(alloc_for_class<Exception>(vm, vm.exception(Exc::MemoryError), Kind::Exception));
  memory->args = vm.empty_tuple;
  vm.memory_error = memory;
}

void enable_attrs(Vm&, Class* cls, uint32_t instance_size) {
  cls->flags |= kClassHasDict;
  cls->instance_size = instance_size;
  cls->root_shape->attrs_offset = static_cast<uint16_t>((instance_size + 7) & ~uint32_t{7});
}

bool is_subclass(const Class* cls, const Class* base) {
  if (cls == base) return true;
  Tuple* mro = cls->mro;
  if (!mro) {
    for (const Class* at = cls->base; at; at = at->base) {
      if (at == base) return true;
    }
    return false;
  }
  for (size_t i = 0; i < mro->size; i++) {
    if (mro->items[i].cell() == base) return true;
  }
  return false;
}

const char* class_name(const Class* cls) {
  if (cls->native_name) return cls->native_name;
  // Several names can take part in one message, so a few buffers take turns.
  static std::string buffers[8];
  static unsigned next = 0;
  std::string& buffer = buffers[next++ % 8];
  buffer = str_utf8(cls->name);
  return buffer.c_str();
}

Value class_lookup(Class* cls, Str* name) {
  if (!(name->flags & kStrInterned)) return mro_lookup(cls, name);
  if (cls->version == 0) {
    if (g_next_version == ~uint32_t{0}) return mro_lookup(cls, name);
    cls->version = g_next_version++;
  }
  CacheEntry& entry = cache_entry(cls->version, name);
  if (entry.version == cls->version && entry.name == name) return entry.value;
  Value found = mro_lookup(cls, name);
  entry = {cls->version, name, found};
  return found;
}

void note_inline_cached(Str* name) { name->flags |= kNameCached; }
bool may_cache_inline(const Str* name) { return !(name->flags & kNameVolatile); }

static void end_inline_caches() {
  g_class_epoch++;
  g_empty_inline_caches();
}

void class_modified(Vm& vm, Class* cls, Str* name) {
  bool special = !name;
  if (name) {
    StrView text = view(name);
    special = text.length > 4 && text[0] == '_' && text[1] == '_';
    if (name == vm.name(Name::setattr_) || name == vm.name(Name::getattribute_)) {
      end_inline_caches();  // all attributes of the class depend on it
    } else if (!(name->flags & kNameCached)) {
      // Nothing depends on it.
    } else if (!(name->flags & kNameVolatile)) {
      end_inline_caches();
      name->flags |= name->flags & kNameChanged ? kNameVolatile : kNameChanged;
    }
  } else {
    end_inline_caches();
  }
  std::vector<Class*> todo{cls};
  for (size_t i = 0; i < todo.size(); i++) {
    Class* at = todo[i];
    if (name && at->version) {
      CacheEntry& entry = cache_entry(at->version, name);
      if (entry.version == at->version && entry.name == name) entry = {};
    }
    if (!name) at->version = 0;
    if (special && at->mro) update_slots(vm, at, name);
    if (auto* below = static_cast<List*>(at->subclasses)) {
      for (size_t k = 0; k < below->size; k++) todo.push_back(below->items()[k].as<Class>());
    }
  }
}

// -- C3

Result<Tuple*> compute_mro(Vm& vm, Class* cls) {
  Tuple* bases = cls->bases;
  for (size_t i = 0; i < bases->size; i++) {
    auto* base = bases->items[i].as<Class>();
    if (!base->mro) return raise_type_error(vm, "Cannot extend an incomplete type '%s'", class_name(base));
  }
  // Single inheritance and the shortcut for it; both give what the merge would.
  if (bases->size == 1) {
    Tuple* above = bases->items[0].as<Class>()->mro;
    COIL_TRY(Tuple* mro, new_tuple(vm, above->size + 1));
    mro->items[0] = cls;
    for (size_t i = 0; i < above->size; i++) mro->items[i + 1] = above->items[i];
    return mro;
  }
  for (size_t i = 0; i < bases->size; i++) {
    for (size_t k = i + 1; k < bases->size; k++) {
      if (bases->items[i] == bases->items[k]) {
        return raise_text(vm, Exc::TypeError, "duplicate base class " + str_utf8(bases->items[i].as<Class>()->name));
      }
    }
  }
  // The classes stay alive through the bases, so plain vectors are safe here.
  struct Sequence { Tuple* items; size_t next; };
  std::vector<Sequence> sequences;
  for (size_t i = 0; i < bases->size; i++) sequences.push_back({bases->items[i].as<Class>()->mro, 0});
  sequences.push_back({bases, 0});
  std::vector<Class*> order{cls};
  for (;;) {
    Class* chosen = nullptr;
    bool all_empty = true;
    for (Sequence& sequence : sequences) {
      if (sequence.next == sequence.items->size) continue;
      all_empty = false;
      Class* candidate = sequence.items->items[sequence.next].as<Class>();
      bool in_tail = false;
      for (Sequence& other : sequences) {
        for (size_t i = other.next + 1; i < other.items->size; i++) in_tail |= other.items->items[i].cell() == candidate;
      }
      if (!in_tail) {
        chosen = candidate;
        break;
      }
    }
    if (all_empty) break;
    if (!chosen) {
      std::string text = "Cannot create a consistent method resolution\norder (MRO) for bases ";
      std::vector<Class*> named;
      for (Sequence& sequence : sequences) {
        if (sequence.next == sequence.items->size) continue;
        Class* candidate = sequence.items->items[sequence.next].as<Class>();
        bool seen = false;
        for (Class* have : named) seen |= have == candidate;
        if (seen) continue;
        if (!named.empty()) text += ", ";
        text += str_utf8(candidate->name);
        named.push_back(candidate);
      }
      return raise_text(vm, Exc::TypeError, text);
    }
    order.push_back(chosen);
    for (Sequence& sequence : sequences) {
      if (sequence.next < sequence.items->size && sequence.items->items[sequence.next].cell() == chosen) sequence.next++;
    }
  }
  COIL_TRY(Tuple* mro, new_tuple(vm, order.size()));
  for (size_t i = 0; i < order.size(); i++) mro->items[i] = order[i];
  return mro;
}

}  // namespace coil
