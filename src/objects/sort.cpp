// list.sort: a stable merge sort over natural runs that survives any answers of the comparison, or a radix sort when the keys are shuffled
// numbers. What is sorted are plain words outside
// the heap: numbers, prefixes of texts, or indices of keys, which stay in arrays the collector sees; so an exception in a comparison can
// lose no element. The list is empty for others while it is being sorted.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "objects/containers.hpp"
#include "objects/iteration.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

/// Memory for what the collector need not see; on the stack while it is little. False: there is none.
template <class T>
class Scratch {
 public:
  explicit Scratch(size_t count) : data_(count <= kFew ? few() : static_cast<T*>(std::malloc(count * sizeof(T)))) {}
  ~Scratch() { if (data_ != few()) std::free(data_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  explicit operator bool() const { return data_ != nullptr; }
  T* get() const { return data_; }
  T& operator[](size_t i) const { return data_[i]; }

 private:
  static constexpr size_t kFew = 64;
  T* few() { return reinterpret_cast<T*>(few_); }
  alignas(T) char few_[kFew * sizeof(T)];
  T* data_;
};

enum class Answer : int8_t { No, Yes, Failed };

/// Sorts `items` by `less(a, b)`. False when a comparison failed: the items are then some permutation of themselves.
template <class T, class Less>
class MergeSort {
 public:
  MergeSort(T* items, size_t count, T* temporary, Less less) : items_(items), count_(count), temporary_(temporary), less_(less) {}

  bool run() {
    if (count_ < 2) return true;
    size_t min_run = count_, odd = 0;
    while (min_run >= 64) {
      odd |= min_run & 1;
      min_run >>= 1;
    }
    min_run += odd;
    for (size_t start = 0; start < count_;) {
      size_t length;
      if (!natural_run(start, &length)) return false;
      if (length < min_run) {
        size_t forced = std::min(min_run, count_ - start);
        if (!insertion_sort(start, start + length, start + forced)) return false;
        length = forced;
      }
      runs_[run_count_++] = {start, length};
      start += length;
      if (!collapse(false)) return false;
    }
    return collapse(true);
  }

 private:
  struct Run { size_t start, length; };

  bool natural_run(size_t start, size_t* length) {
    size_t end = start + 1;
    if (end == count_) {
      *length = 1;
      return true;
    }
    Answer answer = less_(items_[end], items_[end - 1]);
    if (answer == Answer::Failed) return false;
    bool descending = answer == Answer::Yes;
    for (end++; end < count_; end++) {
      answer = less_(items_[end], items_[end - 1]);
      if (answer == Answer::Failed) return false;
      if ((answer == Answer::Yes) != descending) break;
    }
    if (descending) std::reverse(items_ + start, items_ + end);
    *length = end - start;
    return true;
  }

  /// [start, sorted) is in order; brings in the items up to `end`.
  bool insertion_sort(size_t start, size_t sorted, size_t end) {
    for (; sorted < end; sorted++) {
      T pivot = items_[sorted];
      size_t low = start, high = sorted;
      while (low < high) {
        size_t middle = low + (high - low) / 2;
        Answer answer = less_(pivot, items_[middle]);
        if (answer == Answer::Failed) return false;
        if (answer == Answer::Yes) high = middle;
        else low = middle + 1;
      }
      std::memmove(static_cast<void*>(items_ + low + 1), items_ + low, (sorted - low) * sizeof(T));
      items_[low] = pivot;
    }
    return true;
  }

  /// Timsort's invariants: lengths on the stack shrink faster than Fibonacci numbers.
  bool collapse(bool all) {
    while (run_count_ > 1) {
      size_t n = run_count_ - 2;
      if (all) {
        if (n > 0 && runs_[n - 1].length < runs_[n + 1].length) n--;
      } else if ((n > 0 && runs_[n - 1].length <= runs_[n].length + runs_[n + 1].length) ||
                 (n > 1 && runs_[n - 2].length <= runs_[n - 1].length + runs_[n].length)) {
        if (runs_[n - 1].length < runs_[n + 1].length) n--;
      } else if (runs_[n].length > runs_[n + 1].length) {
        return true;
      }
      if (!merge(n)) return false;
    }
    return true;
  }

  bool merge(size_t n) {
    size_t start = runs_[n].start, middle = runs_[n + 1].start, end = middle + runs_[n + 1].length;
    runs_[n].length += runs_[n + 1].length;
    for (size_t i = n + 1; i + 1 < run_count_; i++) runs_[i] = runs_[i + 1];
    run_count_--;
    Answer answer = less_(items_[middle], items_[middle - 1]);
    if (answer == Answer::Failed) return false;
    if (answer == Answer::No) return true;
    // Items that are already in place at both ends.
    if (!bound(&start, middle, items_[middle], true)) return false;
    size_t right_end = middle;
    if (!bound(&right_end, end, items_[middle - 1], false)) return false;
    end = right_end;
    size_t left_count = middle - start;
    std::memcpy(static_cast<void*>(temporary_), items_ + start, left_count * sizeof(T));
    size_t left = 0, right = middle, to = start;
    bool fine = true;
    while (left < left_count && right < end) {
      answer = less_(items_[right], temporary_[left]);
      if (answer == Answer::Failed) {
        fine = false;
        break;
      }
      if (answer == Answer::Yes) items_[to++] = items_[right++];
      else items_[to++] = temporary_[left++];
    }
    // The gap is exactly as wide as what is left in the copy.
    std::memcpy(static_cast<void*>(items_ + to), temporary_ + left, (left_count - left) * sizeof(T));
    return fine;
  }

  /// Moves *at to the place in [*at, end) where the item belongs: behind equal ones (`after`) or before them.
  bool bound(size_t* at, size_t end, T item, bool after) {
    size_t low = *at, high = end;
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      Answer answer = after ? less_(item, items_[middle]) : less_(items_[middle], item);
      if (answer == Answer::Failed) return false;
      bool go_left = after == (answer == Answer::Yes);
      if (go_left) high = middle;
      else low = middle + 1;
    }
    *at = low;
    return true;
  }

  T* items_;
  size_t count_;
  T* temporary_;
  Less less_;
  Run runs_[96];
  size_t run_count_ = 0;
};

template <class T, class Less>
bool merge_sort(T* items, size_t count, T* temporary, Less less) {
  return MergeSort<T, Less>(items, count, temporary, less).run();
}

template <class Key>
struct Keyed {
  Key key;
  uint32_t index;
};

/// What all keys have in common, so that they can be compared without the protocol.
enum class KeyClass { Int, Float, NarrowStr, Str, Other };

KeyClass classify(const Value* keys, size_t count) {
  if (keys[0].is_small_int()) {
    for (size_t i = 0; i < count; i++) {
      if (!keys[i].is_small_int()) return KeyClass::Other;
    }
    return KeyClass::Int;
  }
  if (keys[0].is_inline_float() || is_exact(keys[0], Kind::Float)) {
    for (size_t i = 0; i < count; i++) {
      // NaN has no order: the general way gives CPython's result.
      if (!(keys[i].is_inline_float() || is_exact(keys[i], Kind::Float)) || std::isnan(keys[i].as_float())) return KeyClass::Other;
    }
    return KeyClass::Float;
  }
  if (!is_exact(keys[0], Kind::Str)) return KeyClass::Other;
  bool narrow = true;
  for (size_t i = 0; i < count; i++) {
    if (!is_exact(keys[i], Kind::Str)) return KeyClass::Other;
    narrow &= !(keys[i].cell()->flags & kStrWide);
  }
  return narrow ? KeyClass::NarrowStr : KeyClass::Str;
}

/// The first eight characters as a number that compares as they do.
uint64_t text_prefix(Value key) {
  StrView text = view(key);
  uint64_t prefix = 0;
  for (size_t i = 0; i < 8; i++) prefix = prefix << 8 | (i < text.length ? text.narrow()[i] : 0);
  return prefix;
}

/// Sorts `order` by keys with a primitive form; `flip` for descending order.
template <class Key, class Get, class Less>
bool sort_primitive(const Value* keys, size_t count, uint32_t* order, bool flip, Get get, Less less) {
  Scratch<Keyed<Key>> items(count);
  Scratch<Keyed<Key>> temporary(count);
  if (!items || !temporary) return false;
  for (size_t i = 0; i < count; i++) items[i] = {get(keys[order[i]]), order[i]};
  auto compare = [&](const Keyed<Key>& a, const Keyed<Key>& b) {
    return (flip ? less(b, a) : less(a, b)) ? Answer::Yes : Answer::No;
  };
  merge_sort(items.get(), count, temporary.get(), compare);
  for (size_t i = 0; i < count; i++) order[i] = items[i].index;
  return true;
}

/// Whether the keys go up and down so often that runs do not help.
bool is_shuffled(const Keyed<uint64_t>* items, size_t count) {
  if (count < 256) return false;
  size_t descents = 0;
  for (size_t i = 1; i < count; i++) descents += items[i].key < items[i - 1].key;
  return descents > count / 16 && descents < count - count / 16;
}

/// Stable, least significant digit first; digits that all keys share are skipped.
void radix_sort(Keyed<uint64_t>* items, Keyed<uint64_t>* temporary, size_t count) {
  constexpr int kBits = 11;
  constexpr size_t kDigits = size_t{1} << kBits;
  Keyed<uint64_t>* const result = items;
  uint64_t least = ~uint64_t{0}, most = 0;
  for (size_t i = 0; i < count; i++) {
    least = std::min(least, items[i].key);
    most = std::max(most, items[i].key);
  }
  for (int shift = 0; shift < 64 && (most - least) >> shift; shift += kBits) {
    uint32_t starts[kDigits] = {};
    for (size_t i = 0; i < count; i++) starts[(items[i].key - least) >> shift & (kDigits - 1)]++;
    uint32_t start = 0;
    for (uint32_t& digit : starts) start += std::exchange(digit, start);
    for (size_t i = 0; i < count; i++) temporary[starts[(items[i].key - least) >> shift & (kDigits - 1)]++] = items[i];
    std::swap(items, temporary);
  }
  if (items != result) std::memcpy(static_cast<void*>(result), items, count * sizeof *items);
}

/// Sorts `order`, which is that of the keys, by numbers that `get` maps to integers of the same order.
template <class Get>
bool sort_numbers(const Value* keys, size_t count, uint32_t* order, bool flip, Get get) {
  size_t ordered = 1;
  while (ordered < count && (flip ? get(keys[ordered]) <= get(keys[ordered - 1]) : get(keys[ordered - 1]) <= get(keys[ordered]))) ordered++;
  if (ordered == count) return true;
  Scratch<Keyed<uint64_t>> items(count);
  Scratch<Keyed<uint64_t>> temporary(count);
  if (!items || !temporary) return false;
  for (size_t i = 0; i < count; i++) items[i] = {flip ? ~get(keys[order[i]]) : get(keys[order[i]]), order[i]};
  if (is_shuffled(items.get(), count)) {
    radix_sort(items.get(), temporary.get(), count);
  } else {
    merge_sort(items.get(), count, temporary.get(),
               [](const Keyed<uint64_t>& a, const Keyed<uint64_t>& b) { return a.key < b.key ? Answer::Yes : Answer::No; });
  }
  for (size_t i = 0; i < count; i++) order[i] = items[i].index;
  return true;
}

uint64_t ordered_bits(int64_t number) { return static_cast<uint64_t>(number) ^ uint64_t{1} << 63; }
/// Never NaN; both zeros are equal.
uint64_t ordered_bits(double number) {
  auto bits = std::bit_cast<uint64_t>(number + 0.0);
  return bits >> 63 ? ~bits : bits | uint64_t{1} << 63;
}

/// Compares without the protocol: -1, 0, 1, or 2 when only the protocol knows.
int quick_order(Value a, Value b) {
  if (a == b) return 0;
  if (a.is_small_int() && b.is_small_int()) return a.small_int() < b.small_int() ? -1 : 1;
  if (is_exact(a, Kind::Str) && is_exact(b, Kind::Str)) {
    int order = str_compare(a.as<Str>(), b.as<Str>());
    return order < 0 ? -1 : order > 0;
  }
  if (a.is_inline_float() && b.is_inline_float()) {
    double left = a.inline_float(), right = b.inline_float();  // never NaN: those are cells
    return left < right ? -1 : left > right;
  }
  return 2;
}

/// The same for tuples of such values.
int quick_tuple_order(Value a, Value b) {
  if (!is_exact(a, Kind::Tuple) || !is_exact(b, Kind::Tuple)) return 2;
  Tuple* left = a.as<Tuple>();
  Tuple* right = b.as<Tuple>();
  for (size_t i = 0; i < left->size && i < right->size; i++) {
    if (int order = quick_order(left->items[i], right->items[i])) return order;
  }
  return left->size < right->size ? -1 : left->size > right->size;
}

/// Sorts `order` (indices of keys). Fails with the comparison's exception; `order` is a permutation in any case.
Result<void> sort_indices_reenter(Vm& vm, ValueArray* keys, size_t count, uint32_t* order, bool flip) {
  const Value* values = keys->items();
  bool enough = true;
  switch (classify(values, count)) {
    case KeyClass::Int:
      enough = sort_numbers(values, count, order, flip, [](Value v) { return ordered_bits(v.small_int()); });
      break;
    case KeyClass::Float:
      enough = sort_numbers(values, count, order, flip, [](Value v) { return ordered_bits(v.as_float()); });
      break;
    case KeyClass::NarrowStr:
      enough = sort_primitive<uint64_t>(values, count, order, flip, text_prefix, [&](const Keyed<uint64_t>& a, const Keyed<uint64_t>& b) {
        if (a.key != b.key) return a.key < b.key;
        return str_compare(values[a.index].as<Str>(), values[b.index].as<Str>()) < 0;
      });
      break;
    case KeyClass::Str: {
      Scratch<uint32_t> temporary(count);
      enough = static_cast<bool>(temporary);
      if (!enough) break;
      merge_sort(order, count, temporary.get(), [&](uint32_t a, uint32_t b) {
        int answer = str_compare(values[a].as<Str>(), values[b].as<Str>());
        return (flip ? answer > 0 : answer < 0) ? Answer::Yes : Answer::No;
      });
      break;
    }
    case KeyClass::Other: {
      Scratch<uint32_t> temporary(count);
      enough = static_cast<bool>(temporary);
      if (!enough) break;
      // Descending order is made as CPython does: reverse, sort ascending, reverse.
      if (flip) std::reverse(order, order + count);
      bool fine = merge_sort(order, count, temporary.get(), [&](uint32_t a, uint32_t b) {
        int known = quick_tuple_order(keys->items()[a], keys->items()[b]);
        if (known != 2) return known < 0 ? Answer::Yes : Answer::No;
        Result<bool> answer = compare_bool_reenter(vm, keys->items()[a], keys->items()[b], CompareOp::Lt);
        return !answer ? Answer::Failed : *answer ? Answer::Yes : Answer::No;
      });
      if (flip) std::reverse(order, order + count);
      if (!fine) return Error{};
      break;
    }
  }
  if (!enough) return raise_memory_error(vm);
  return ok();
}

/// Integers or floats sorted by themselves need no keys and no indices.
bool sort_plain_ints(Value* items, size_t count, bool reverse) {
  for (size_t i = 0; i < count; i++) {
    if (!items[i].is_small_int()) return false;
  }
  auto less = [](Value a, Value b) { return a.small_int() < b.small_int(); };
  if (std::is_sorted(items, items + count, less)) {
    if (reverse) std::reverse(items, items + count);
    return true;
  }
  std::sort(items, items + count, less);
  if (reverse) std::reverse(items, items + count);
  return true;
}

Result<void> sort_array_reenter(Vm& vm, ValueArray* array, size_t count, Value key, bool reverse) {
  if (count < 2 && key.is_none()) return ok();
  if (count > 0xfffffff0u) return raise_memory_error(vm);
  if (key.is_none() && sort_plain_ints(array->items(), count, reverse)) return ok();
  ValueArray* keys = array;
  if (!key.is_none()) {
    COIL_TRY(keys, new_value_array(vm, count));
    for (size_t i = 0; i < count; i++) {
      COIL_TRY(Value made, call_args_reenter(vm, key, array->items()[i]));
      store(keys, keys->items()[i], made);
    }
    if (count < 2) return ok();
  }
  Scratch<uint32_t> order(count);
  if (!order) return raise_memory_error(vm);
  for (size_t i = 0; i < count; i++) order[i] = static_cast<uint32_t>(i);
  Result<void> sorted = sort_indices_reenter(vm, keys, count, order.get(), reverse);
  // No allocation until the values are back: the copy is invisible to the collector, but `array` still holds them all.
  Scratch<Value> copy(count);
  if (!copy) return sorted ? Result<void>(raise_memory_error(vm)) : sorted;
  std::memcpy(static_cast<void*>(copy.get()), array->items(), count * sizeof(Value));
  for (size_t i = 0; i < count; i++) array->items()[i] = copy[order[i]];
  write_barrier(array);
  return sorted;
}

}  // namespace

Result<void> list_sort_reenter(Vm& vm, List* list, Value key, bool reverse) {
  if (list->size == 0) return ok();
  // Others see an empty list meanwhile.
  ValueArray* array = list->array;
  size_t count = list->size;
  list->array = nullptr;
  list->size = 0;
  Result<void> sorted = sort_array_reenter(vm, array, count, key, reverse);
  bool modified = list->array != nullptr;
  store(list, list->array, array);
  list->size = count;
  if (modified && sorted) return raise_value_error(vm, "list modified during sort");
  return sorted;
}

}  // namespace coil
