// Shapes: the table, transitions, and the attribute areas of instances (see Shape in class.hpp for the layout).
//
// Shapes are cells in the table g_shapes. An index is never used for a second shape, so caches that compare indices need no invalidation.
// The shapes of native classes live for ever. Those of a program's classes live as long as something has them in its header or refers to
// the class: a full collection clears the entries of the others, and a class that nothing else holds dies with them.
// Attribute names in shapes are interned; a name that is not interned cannot be told apart by address and takes the table of the shape.
#include <sys/mman.h>

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "heap/heap.hpp"
#include "objects/containers.hpp"
#include "objects/shape_internal.hpp"
#include "objects/str.hpp"

namespace coil {

bool g_makes_permanent_classes = false;
Shape** g_shapes = nullptr;
static uint32_t shape_count = 0;
static constexpr size_t kMaxShapes = size_t{1} << 26;
/// An instance with more attributes than this becomes a dictionary.
static constexpr size_t kMaxSlots = 64;
static constexpr size_t kMaxInline = 30;
/// Up to this many slots a walk along the parents beats the table.
static constexpr size_t kWalkSlots = 8;

bool reserve_shapes() {
  void* table = mmap(nullptr, kMaxShapes * sizeof(Shape*), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (table == MAP_FAILED) return false;
  g_shapes = static_cast<Shape**>(table);
  shape_count = static_cast<uint32_t>(Kind::kCount);
  return true;
}

uint32_t shape_table_size() { return shape_count; }

size_t live_shapes() {
  return static_cast<size_t>(std::count_if(g_shapes, g_shapes + shape_count, [](const Shape* shape) { return shape; }));
}

Shape* new_shape_at(Vm& vm, uint32_t index, Class* cls) {
  Cell* cell = g_heap.allocate(sizeof(Shape), Kind::Shape, static_cast<uint32_t>(Kind::Shape));
  if (!cell) {
    (void)raise_memory_error(vm);
    return nullptr;
  }
  auto* shape = static_cast<Shape*>(cell);
  shape->cls = cls;
  shape->index = index;
  g_shapes[index] = shape;
  return shape;
}

Result<Shape*> new_shape(Vm& vm, Class* cls) {
  if (shape_count == kMaxShapes) return raise_memory_error(vm);
  Shape* shape = new_shape_at(vm, shape_count, cls);
  if (!shape) return Error{};
  shape_count++;
  return shape;
}

Result<Shape*> new_root_shape(Vm& vm, Class* cls, uint16_t attrs_offset, uint16_t inline_cap) {
  COIL_TRY(Shape* shape, new_shape(vm, cls));
  shape->attrs_offset = attrs_offset;
  shape->inline_cap = inline_cap;
  shape->slot_count = cls->member_count;
  return shape;
}

static void trace_shape(Cell* cell, Marker& marker) {
  auto* shape = static_cast<Shape*>(cell);
  marker.cell(shape->cls);
  marker.cell(shape->parent);
  marker.cell(shape->last_name);
  marker.cell(shape->table);
  marker.cell(shape->transitions);
}

static void trace_instance(Cell* cell, Marker& marker) { trace_attrs(cell, marker); }

static void trace_value_array(Cell* cell, Marker& marker) {
  auto* array = static_cast<ValueArray*>(cell);
  marker.values(array->items(), array->capacity);
}

static void trace_value_array_part(Cell* cell, Marker& marker, size_t begin, size_t end) {
  begin = std::max(begin, sizeof(ValueArray));
  end = std::min(end, sizeof(ValueArray) + static_cast<ValueArray*>(cell)->capacity * sizeof(Value));
  if (begin < end) marker.values(reinterpret_cast<const Value*>(reinterpret_cast<const char*>(cell) + begin), (end - begin) / sizeof(Value));
}

static bool is_permanent(const Shape* shape) {
  return !shape->of_program_class && (shape->cls->flags & (kClassHeap | kClassPermanent)) != kClassHeap;
}

static void mark_shapes(void*, Marker& marker) {
  for (uint32_t i = 0; i < shape_count; i++) {
    if (!g_shapes[i]) continue;
    if (is_permanent(g_shapes[i])) marker.cell(g_shapes[i]);
    else marker.young(g_shapes[i]);
  }
}

/// Entries of dead shapes become nothing, and classes forget their dead subclasses.
static void forget_dead_shapes() {
  for (uint32_t i = 0; i < shape_count; i++) {
    if (g_shapes[i] && !Heap::is_marked(g_shapes[i])) g_shapes[i] = nullptr;
  }
  std::vector<Class*> waiting{type_of_kind(Kind::Object)};
  std::unordered_set<Class*> seen;
  while (!waiting.empty()) {
    Class* cls = waiting.back();
    waiting.pop_back();
    auto* below = static_cast<List*>(cls->subclasses);
    if (!below || !seen.insert(cls).second) continue;
    size_t kept = 0;
    for (size_t i = 0; i < below->size; i++) {
      Value subclass = below->items()[i];
      if (!Heap::is_marked(subclass.cell())) continue;
      below->items()[kept++] = subclass;
      waiting.push_back(subclass.as<Class>());
    }
    for (size_t i = kept; i < below->size; i++) below->items()[i] = Value();
    below->size = kept;
  }
}

void setup_shapes() {
  g_heap.set_type(Kind::Shape, trace_shape, nullptr);
  g_heap.set_type(Kind::Object, trace_instance, nullptr);
  g_heap.set_type(Kind::SimpleNamespace, trace_instance, nullptr);
  g_heap.set_type(Kind::ValueArray, trace_value_array, nullptr);
  g_heap.set_part_trace(Kind::ValueArray, trace_value_array_part);
  g_heap.add_roots(mark_shapes, nullptr);
  g_heap.set_shape_table(reinterpret_cast<Cell* const*>(g_shapes), static_cast<uint32_t>(Kind::kCount));
  g_heap.on_full_mark(forget_dead_shapes);
}

Value* attrs_area(Cell* cell, const Shape* shape) {
  size_t offset = shape->attrs_offset;
  if (offset == kAttrsAtEnd) offset = Heap::size_of(cell) - 8 * (1 + size_t{shape->inline_cap});
  return reinterpret_cast<Value*>(reinterpret_cast<char*>(cell) + offset);
}

void trace_attrs_slow(Cell* cell, Shape* shape, Marker& marker) {
  marker.values(attrs_area(cell, shape), 1 + size_t{shape->inline_cap});
}

// -- names and slots

/// Slot of the name, or -1.
static int find_slot(Shape* shape, Str* name) {
  if (name->flags & kStrInterned && shape->slot_count <= kWalkSlots) {
    for (Shape* at = shape; at->last_name; at = at->parent) {
      if (at->last_name == name) return at->slot_count - 1;
    }
    return -1;
  }
  if (!shape->table) {
    // Without a table (no memory for it) the walk by content is the answer.
    for (Shape* at = shape; at->last_name; at = at->parent) {
      if (str_equal(at->last_name, name)) return at->slot_count - 1;
    }
    return -1;
  }
  Value slot = dict_get_str(shape->table, name);
  return slot ? static_cast<int>(slot.small_int()) : -1;
}

static Result<void> make_table(Vm& vm, Shape* shape) {
  COIL_TRY(Dict* table, new_dict(vm));
  for (Shape* at = shape; at->last_name; at = at->parent) {
    COIL_CHECK(dict_set_str(vm, table, at->last_name, Value::small_int(at->slot_count - 1)));
  }
  store(shape, shape->table, table);
  return ok();
}

/// The shape with one more name at the end.
static Result<Shape*> transition(Vm& vm, Shape* shape, Str* name) {
  if (shape->transitions) {
    if (Value next = dict_get_str(shape->transitions, name)) return next.as<Shape>();
  } else {
    COIL_TRY(Dict* transitions, new_dict(vm));
    store(shape, shape->transitions, transitions);
  }
  COIL_TRY(Shape* next, new_shape(vm, shape->cls));
  next->attrs_offset = shape->attrs_offset;
  next->inline_cap = shape->inline_cap;
  next->slot_count = static_cast<uint16_t>(shape->slot_count + 1);
  next->parent = shape;
  next->last_name = name;
  if (next->slot_count > kWalkSlots) COIL_CHECK(make_table(vm, next));
  COIL_CHECK(dict_set_str(vm, shape->transitions, name, next));
  return next;
}

/// Instances of the class made from now on have room for more inline attributes.
static Result<void> widen_class(Vm& vm, Class* cls, Shape* full) {
  Shape* root = cls->root_shape;
  if (root->inline_cap > full->inline_cap || root->attrs_offset == kAttrsAtEnd || root->inline_cap >= kMaxInline) return ok();
  if (root->index < static_cast<uint32_t>(Kind::kCount)) return ok();
  size_t cap = size_t{root->inline_cap} * 2 + 2;
  COIL_TRY(Shape* wider, new_root_shape(vm, cls, root->attrs_offset, static_cast<uint16_t>(cap < kMaxInline ? cap : kMaxInline)));
  store(cls, cls->root_shape, wider);
  return ok();
}

static Value read_slot(Value* area, const Shape* shape, size_t slot) {
  if (slot < shape->inline_cap) return area[1 + slot];
  if (!area[0]) return Value();
  return area[0].as<ValueArray>()->items()[slot - shape->inline_cap];
}

static void write_slot(Cell* cell, Value* area, const Shape* shape, size_t slot, Value value) {
  if (slot < shape->inline_cap) {
    store(cell, area[1 + slot], value);
  } else {
    auto* array = area[0].as<ValueArray>();
    store(array, array->items()[slot - shape->inline_cap], value);
  }
}

/// The overflow array has room for `count` values.
static Result<void> reserve_overflow(Vm& vm, Cell* cell, Value* area, size_t count) {
  ValueArray* old = area[0] ? area[0].as<ValueArray>() : nullptr;
  if (old && old->capacity >= count) return ok();
  COIL_TRY(ValueArray* grown, new_value_array(vm, count < 4 ? 4 : count * 2));
  if (old) {
    for (size_t i = 0; i < old->capacity; i++) grown->items()[i] = old->items()[i];
    write_barrier(grown);
  }
  store(cell, area[0], Value(grown));
  return ok();
}

/// The dictionary shape differs from the instance's only in mode: members of __slots__ keep their words.
static Result<Shape*> dict_mode_shape(Vm& vm, Shape* shape) {
  Class* cls = shape->cls;
  if (Shape* have = cls->dict_shape; have && have->inline_cap == shape->inline_cap) return have;
  COIL_TRY(Shape* made, new_root_shape(vm, cls, shape->attrs_offset, shape->inline_cap));
  made->is_dict_mode = true;
  store(cls, cls->dict_shape, made);
  return made;
}

Result<Dict*> switch_to_dict_mode(Vm& vm, Cell* cell) {
  Shape* shape = shape_of(cell);
  Value* area = attrs_area(cell, shape);
  if (shape->is_dict_mode) return area[0].as<Dict>();
  COIL_TRY(Dict* dict, new_dict(vm));
  COIL_CHECK(copy_instance_attrs(vm, cell, dict));
  COIL_TRY(Shape* mode, dict_mode_shape(vm, shape));
  store(cell, area[0], Value(dict));
  for (size_t i = shape->cls->member_count; i < shape->inline_cap; i++) area[1 + i] = Value();
  cell->shape = mode->index;
  return dict;
}

Result<void> replace_instance_dict(Vm& vm, Cell* cell, Dict* dict) {
  COIL_CHECK(switch_to_dict_mode(vm, cell));
  Value* area = attrs_area(cell, shape_of(cell));
  store(cell, area[0], Value(dict));
  return ok();
}

Dict** own_dict_field(Cell* cell) {
  switch (cell->kind) {
    case Kind::Function: return &static_cast<Function*>(cell)->dict;
    case Kind::Module: return &static_cast<Module*>(cell)->dict;
    case Kind::StaticMethod:
    case Kind::ClassMethod: return &static_cast<WrappedFunction*>(cell)->dict;
    default: return nullptr;
  }
}

Value instance_attr(Cell* cell, Str* name) {
  Shape* shape = shape_of(cell);
  if (shape->attrs_offset) [[likely]] {
    Value* area = attrs_area(cell, shape);
    if (shape->is_dict_mode) return dict_get_str(area[0].as<Dict>(), name);
    int slot = find_slot(shape, name);
    return slot < 0 ? Value() : read_slot(area, shape, static_cast<size_t>(slot));
  }
  Dict** own = own_dict_field(cell);
  return own && *own ? dict_get_str(*own, name) : Value();
}

Result<void> set_instance_attr(Vm& vm, Cell* cell, Str* name, Value value) {
  Shape* shape = shape_of(cell);
  if (!shape->attrs_offset) {
    Dict** own = own_dict_field(cell);
    if (!*own) {
      COIL_TRY(Dict* made, new_dict(vm));
      store(cell, *own, made);
    }
    return dict_set_str(vm, *own, name, value);
  }
  if (!shape->is_dict_mode) {
    Value* area = attrs_area(cell, shape);
    int slot = find_slot(shape, name);
    if (slot >= 0) {
      write_slot(cell, area, shape, static_cast<size_t>(slot), value);
      return ok();
    }
    if (shape->slot_count < kMaxSlots && is_exact(Value(name), Kind::Str)) {
      COIL_TRY(Shape* next, transition(vm, shape, intern_str(vm, name)));
      size_t at = shape->slot_count;
      if (at >= shape->inline_cap) {
        COIL_CHECK(reserve_overflow(vm, cell, area, at - shape->inline_cap + 1));
        COIL_CHECK(widen_class(vm, shape->cls, shape));
      }
      write_slot(cell, area, shape, at, value);
      cell->shape = next->index;
      return ok();
    }
  }
  COIL_TRY(Dict* dict, switch_to_dict_mode(vm, cell));
  return dict_set_str(vm, dict, name, value);
}

Result<bool> del_instance_attr(Vm& vm, Cell* cell, Str* name) {
  Shape* shape = shape_of(cell);
  if (!shape->attrs_offset) {
    Dict** own = own_dict_field(cell);
    return own && *own && dict_del_str(*own, name);
  }
  if (!shape->is_dict_mode) {
    int slot = find_slot(shape, name);
    if (slot < 0) return false;
    if (slot + 1 == shape->slot_count) {
      write_slot(cell, attrs_area(cell, shape), shape, static_cast<size_t>(slot), Value());
      cell->shape = shape->parent->index;
      return true;
    }
  }
  COIL_TRY(Dict* dict, switch_to_dict_mode(vm, cell));
  return dict_del_str(dict, name);
}

Result<void> copy_instance_attrs(Vm& vm, Cell* cell, Dict* into) {
  Shape* shape = shape_of(cell);
  Dict* source = nullptr;
  if (!shape->attrs_offset) {
    Dict** own = own_dict_field(cell);
    source = own ? *own : nullptr;
  } else if (shape->is_dict_mode) {
    source = attrs_area(cell, shape)[0].as<Dict>();
  } else {
    Str* names[kMaxSlots];
    for (Shape* at = shape; at->last_name; at = at->parent) names[at->slot_count - 1] = at->last_name;
    for (size_t slot = shape->cls->member_count; slot < shape->slot_count; slot++) {
      Value value = read_slot(attrs_area(cell, shape), shape, slot);
      if (value) COIL_CHECK(dict_set_str(vm, into, names[slot], value));
    }
    return ok();
  }
  if (!source) return ok();
  size_t position = 0;
  Value key, value;
  while (dict_next(source, &position, &key, &value)) COIL_CHECK(dict_set_reenter(vm, into, key, value));
  return ok();
}

Value* member_slot(Cell* cell, uint32_t slot) { return attrs_area(cell, shape_of(cell)) + 1 + slot; }

// -- inline caches

SlotPlace find_slot_place(Cell* cell, Str* name) {
  Shape* shape = shape_of(cell);
  if (!shape->attrs_offset) return {own_dict_field(cell) ? SlotPlace::Unknown : SlotPlace::Absent, 0};
  if (shape->is_dict_mode) return {SlotPlace::OwnDict, 0};
  int slot = find_slot(shape, name);
  if (slot < 0) return {SlotPlace::Absent, 0};
  auto at = static_cast<uint32_t>(slot);
  if (at >= shape->inline_cap) return {SlotPlace::Overflow, at - shape->inline_cap};
  if (shape->attrs_offset == kAttrsAtEnd) return {SlotPlace::Unknown, 0};
  return {SlotPlace::Inline, shape->attrs_offset + 8 + 8 * at};
}

bool find_transition(Vm& vm, Cell* cell, Str* name, uint32_t* offset, uint32_t* new_shape) {
  Shape* shape = shape_of(cell);
  if (!shape->attrs_offset || shape->attrs_offset == kAttrsAtEnd || shape->is_dict_mode || shape->slot_count >= shape->inline_cap) return false;
  if (!(name->flags & kStrInterned)) return false;
  Result<Shape*> next = transition(vm, shape, name);
  if (!next) {
    clear_pending(vm);
    return false;
  }
  *offset = shape->attrs_offset + 8 + 8 * uint32_t{shape->slot_count};
  *new_shape = next->index;
  return true;
}

}  // namespace coil
