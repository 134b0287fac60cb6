// Module gc, second part: which objects there are, and which refer to which. Programs see objects only: what the interpreter keeps between
// them (buffers, shapes, frames that run, keys of dictionaries in tables) is looked through.
#include "modules/gc_graph.hpp"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "heap/census.hpp"
#include "heap/heap.hpp"
#include "modules/support.hpp"

namespace coil {

namespace {

/// Whether programs may get the cell into their hands.
bool is_visible(const Cell* cell) {
  switch (cell->kind) {
    case Kind::Free: case Kind::Buffer: case Kind::ValueArray: case Kind::DictTable: case Kind::SetTable: case Kind::Shape: case Kind::Frame:
    case Kind::TaskDetails: case Kind::FutureIter: case Kind::DoneCallback: case Kind::Awaiter: case Kind::Box: case Kind::Code:
      return false;
    case Kind::Tuple: {
      // Tuples that natives use as arrays may have empty places.
      auto* tuple = static_cast<const Tuple*>(cell);
      return std::none_of(tuple->items, tuple->items + tuple->size, [](Value item) { return item.is_nothing() || item.is_stop(); });
    }
    default:
      return class_of(cell) != nullptr;
  }
}

/// What CPython's collector would know of: objects that may refer to others.
bool is_container(const Cell* cell) {
  switch (cell->kind) {
    case Kind::Int: case Kind::Float: case Kind::Complex: case Kind::Str: case Kind::Bytes: case Kind::ByteArray: case Kind::Range:
      return (class_of(cell)->flags & kClassHeap) != 0;
    default:
      return is_visible(cell);
  }
}

void note(Cell* cell, void* context) { static_cast<std::vector<Cell*>*>(context)->push_back(cell); }

/// The visible cells that a cell refers to, also through invisible ones.
std::vector<Cell*> referents(Cell* start) {
  std::vector<Cell*> found, waiting;
  std::unordered_set<Cell*> seen;
  for_each_referent(start, note, &waiting);
  while (!waiting.empty()) {
    Cell* cell = waiting.back();
    waiting.pop_back();
    if (!seen.insert(cell).second) continue;
    if (is_visible(cell)) found.push_back(cell);
    else for_each_referent(cell, note, &waiting);
  }
  Class* cls = class_of(start);
  if (cls && cls->flags & kClassHeap) found.push_back(cls);
  return found;
}

/// Live cells as they are at this moment; they stay while the vector is used, for no collection runs meanwhile.
std::vector<Cell*> containers() {
  struct Visit {
    static void one(Cell* cell, void* context) {
      if (is_container(cell)) note(cell, context);
    }
  };
  std::vector<Cell*> cells;
  g_heap.for_each_cell(Visit::one, &cells);
  return cells;
}

Result<Value> listed(Vm& vm, const std::vector<Cell*>& cells) {
  Heap::Exemption exemption;  // the cells are known to no root
  COIL_TRY(List* list, new_list(vm));
  for (Cell* cell : cells) COIL_CHECK(list_append(vm, list, Value(cell)));
  return Value(list);
}

}  // namespace

Result<Value> gc_objects(Vm& vm, int generation) {
  std::vector<Cell*> cells = containers();
  if (generation >= 0) {
    // A full collection has just run: everything is in the oldest generation.
    if (generation < 2) cells.clear();
  }
  return listed(vm, cells);
}

Result<Value> gc_referents(Vm& vm, Tuple* objects) {
  Heap::Exemption exemption;
  COIL_TRY(List* list, new_list(vm));
  for (size_t i = 0; i < objects->size; i++) {
    Value object = objects->items[i];
    if (!object.is_cell() || object.cell()->gc & kGcStatic) continue;
    if (object.is(Kind::List) || object.is(Kind::Tuple)) {
      // Small numbers are no cells.
      size_t size = object.is(Kind::List) ? object.as<List>()->size : object.as<Tuple>()->size;
      Value* items = object.is(Kind::List) ? object.as<List>()->items() : object.as<Tuple>()->items;
      for (size_t k = size; k-- > 0;) COIL_CHECK(list_append(vm, list, items[k]));
    } else if (object.is(Kind::Set) || object.is(Kind::FrozenSet)) {
      size_t position = 0;
      Value key;
      while (set_next(object.as<Set>(), &position, &key)) COIL_CHECK(list_append(vm, list, key));
    } else if (object.is(Kind::Slice)) {
      auto* slice = object.as<Slice>();
      for (Value part : {slice->start, slice->stop, slice->step}) COIL_CHECK(list_append(vm, list, part));
    } else if (object.is(Kind::Dict)) {
      size_t position = 0;
      Value key, value;
      // A dictionary of names refers to them, but they are in no cycle.
      bool other_keys = false;
      while (dict_next(object.as<Dict>(), &position, &key, &value)) other_keys = other_keys || !key.is(Kind::Str);
      position = 0;
      while (dict_next(object.as<Dict>(), &position, &key, &value)) {
        COIL_CHECK(list_append(vm, list, value));
        if (other_keys) COIL_CHECK(list_append(vm, list, key));
      }
    } else {
      for (Cell* cell : referents(object.cell())) COIL_CHECK(list_append(vm, list, Value(cell)));
    }
  }
  return Value(list);
}

Result<Value> gc_referrers(Vm& vm, Tuple* objects) {
  std::unordered_set<const Cell*> wanted;
  for (size_t i = 0; i < objects->size; i++) {
    if (objects->items[i].is_cell()) wanted.insert(objects->items[i].cell());
  }
  std::vector<Cell*> found;
  for (Cell* cell : containers()) {
    if (cell == objects) continue;
    std::vector<Cell*> targets = referents(cell);
    if (std::any_of(targets.begin(), targets.end(), [&](Cell* target) { return wanted.contains(target); })) found.push_back(cell);
  }
  return listed(vm, found);
}

}  // namespace coil
