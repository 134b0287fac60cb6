// Module _random: the Mersenne Twister MT19937, number for number as CPython's. Distributions are in stdlib/random.py; those that are hot
// (randrange, randint, choice, shuffle) draw their integers here.
#include <sys/random.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

#include "modules/support.hpp"

namespace coil {

namespace {

constexpr int kWords = 624, kShift = 397;
constexpr uint32_t kUnseeded = kWords + 1;  // index of a generator that nobody has seeded or asked yet

struct Random : NativeObject {
  uint32_t index;
  uint32_t words[kWords];
};
const NativeObjectOps kRandomOps{nullptr, nullptr};

void seed_by_system(Random* r);

/// The next kWords numbers.
void twist(Random* r) {
  if (r->index == kUnseeded) seed_by_system(r);
  auto mix = [](uint32_t high, uint32_t low) {
    uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
    return (y >> 1) ^ (low & 1 ? 0x9908b0dfu : 0u);
  };
  uint32_t* w = r->words;
  for (int i = 0; i < kWords - kShift; i++) w[i] = w[i + kShift] ^ mix(w[i], w[i + 1]);
  for (int i = kWords - kShift; i < kWords - 1; i++) w[i] = w[i + kShift - kWords] ^ mix(w[i], w[i + 1]);
  w[kWords - 1] = w[kShift - 1] ^ mix(w[kWords - 1], w[0]);
  r->index = 0;
}

uint32_t next_word(Random* r) {
  if (r->index >= kWords) twist(r);
  uint32_t y = r->words[r->index++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

void seed_number(Random* r, uint32_t seed) {
  r->words[0] = seed;
  for (uint32_t i = 1; i < kWords; i++) r->words[i] = 1812433253u * (r->words[i - 1] ^ (r->words[i - 1] >> 30)) + i;
  r->index = kWords;
}

void seed_words(Random* r, const uint32_t* key, size_t length) {
  seed_number(r, 19650218u);
  uint32_t* w = r->words;
  uint32_t i = 1;
  size_t j = 0;
  for (size_t k = length > kWords ? length : kWords; k; k--) {
    w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1664525u)) + key[j] + static_cast<uint32_t>(j);
    if (++i >= kWords) {
      w[0] = w[kWords - 1];
      i = 1;
    }
    if (++j >= length) j = 0;
  }
  for (int k = kWords - 1; k; k--) {
    w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1566083941u)) - i;
    if (++i >= kWords) {
      w[0] = w[kWords - 1];
      i = 1;
    }
  }
  w[0] = 0x80000000u;
}

double next_double(Random* r) {
  uint32_t a = next_word(r) >> 5, b = next_word(r) >> 6;
  return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

void seed_by_system(Random* r) {
  uint32_t key[kWords];
  if (getrandom(key, sizeof key, 0) != static_cast<ssize_t>(sizeof key)) key[0] ^= static_cast<uint32_t>(time(nullptr));
  seed_words(r, key, kWords);
}

Result<void> seed_from(Vm& vm, Random* r, Value seed) {
  if (seed.is_nothing() || seed.is_none()) {
    seed_by_system(r);
    return ok();
  }
  Value number = seed;
  if (!seed.is_int()) {
    // Other hashable objects seed by their hash, taken as unsigned.
    COIL_TRY(int64_t hash, hash_reenter(vm, seed));
    COIL_TRY(number, make_int_u64(vm, static_cast<uint64_t>(hash)));
  }
  if (number.is_small_int()) {
    uint64_t magnitude = static_cast<uint64_t>(std::abs(number.small_int()));
    uint32_t key[] = {static_cast<uint32_t>(magnitude), static_cast<uint32_t>(magnitude >> 32)};
    seed_words(r, key, key[1] ? 2 : 1);
    return ok();
  }
  MpzView big(number);
  size_t count = (mpz_sizeinbase(big.get(), 2) + 31) / 32;
  std::vector<uint32_t> key(count ? count : 1, 0);
  size_t written = 0;
  mpz_export(key.data(), &written, -1, 4, 0, 0, big.get());
  seed_words(r, key.data(), written ? written : 1);
  return ok();
}

NATIVE(random_init_native, "Random(self, seed=None)", "A generator of random numbers.") {
  COIL_CHECK(seed_from(vm, self_as<Random>(args), args[1]));
  return none();
}
COIL_INIT_SLOT(random_init, random_init_native)
Result<Value> random_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Random* r, new_native_object<Random>(vm, cls, &kRandomOps));
  r->index = kUnseeded;
  return Value(r);
}
NATIVE(random_seed, "seed(self, n=None, /)", "Start the sequence that belongs to the seed; None: an unpredictable one.") {
  COIL_CHECK(seed_from(vm, self_as<Random>(args), args[1]));
  return none();
}
NATIVE(random_random, "random(self, /)", "A float of [0, 1).") { return make_float(vm, next_double(self_as<Random>(args))); }

Result<Value> random_bits(Vm& vm, Random* r, int64_t k) {
  if (k == 0) return Value::small_int(0);
  if (k <= 32) return Value::small_int(next_word(r) >> (32 - k));
  if (k <= 64) {
    uint64_t low = next_word(r);
    return make_int_u64(vm, uint64_t{next_word(r)} >> (64 - k) << 32 | low);
  }
  size_t words = static_cast<size_t>((k - 1) / 32 + 1);
  std::vector<uint32_t> data(words);
  for (size_t i = 0; i < words; i++, k -= 32) {
    uint32_t word = next_word(r);
    if (k < 32) word >>= 32 - k;
    data[i] = word;
  }
  Mpz result;
  mpz_import(result.z, words, -1, 4, 0, 0, data.data());
  return make_int_mpz(vm, result.z);
}
NATIVE(random_getrandbits, "getrandbits(self, k, /)", "An integer of k random bits.") {
  COIL_TRY(int k, c_int_reenter(vm, args[1]));
  if (k < 0) return raise_value_error(vm, "number of bits must be non-negative");
  return random_bits(vm, self_as<Random>(args), k);
}

/// As CPython's Random._randbelow_with_getrandbits: draws of bit_length bits until one is small enough.
Result<Value> below(Vm& vm, Random* r, Value limit) {
  int64_t bits = static_cast<int64_t>(int_bit_length(limit));
  if (int_sign(limit) <= 0) return Value::small_int(0);
  if (bits <= 32) {
    int64_t n = limit.small_int(), drawn;
    do drawn = next_word(r) >> (32 - bits);
    while (drawn >= n);
    return Value::small_int(drawn);
  }
  for (;;) {
    COIL_TRY(Value drawn, random_bits(vm, r, bits));
    if (int_compare(drawn, limit) < 0) return drawn;
  }
}
NATIVE(random_randbelow, "_randbelow(self, n, /)", "An integer of [0, n); 0 when n is 0.") {
  COIL_TRY(Value limit, index_reenter(vm, args[1]));
  return below(vm, self_as<Random>(args), limit);
}
NATIVE(random_getstate, "getstate(self, /)", "The inner state as a tuple.") {
  auto* r = self_as<Random>(args);
  if (r->index == kUnseeded) seed_by_system(r);
  COIL_TRY(Tuple* state, new_tuple(vm, kWords + 1));
  for (int i = 0; i < kWords; i++) state->items[i] = Value::small_int(r->words[i]);
  state->items[kWords] = Value::small_int(r->index);
  return Value(state);
}
NATIVE(random_setstate, "setstate(self, state, /)", "Go back to a state that getstate() gave.") {
  auto* r = self_as<Random>(args);
  if (!args[1].is(Kind::Tuple)) return raise_type_error(vm, "state vector must be a tuple");
  auto* state = args[1].as<Tuple>();
  if (state->size != kWords + 1) return raise_value_error(vm, "state vector is the wrong size");
  uint32_t words[kWords];
  for (int i = 0; i <= kWords; i++) {
    if (!state->items[i].is_int()) return raise_type_error(vm, "an integer is required");
    if (int_sign(state->items[i]) < 0 && i < kWords) return raise(vm, Exc::OverflowError, "can't convert negative value to unsigned int");
    int64_t word;
    if (!int_to_i64(state->items[i], &word)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C unsigned long");
    if (i == kWords && (word < 0 || word > kWords)) return raise_value_error(vm, "invalid state");
    if (i < kWords) words[i] = static_cast<uint32_t>(word);
    else r->index = static_cast<uint32_t>(word);
  }
  std::memcpy(r->words, words, sizeof words);
  return none();
}

Result<void> init_random(Vm& vm, Dict* ns) {
  COIL_TRY(Class* cls, new_module_class<Random>(vm, "Random", "_random", "Generator of random numbers."));
  cls->slots.make = random_make;
  cls->slots.init = random_init;
  define_class(vm, cls,
               {&random_seed_spec, &random_random_spec, &random_getrandbits_spec, &random_randbelow_spec, &random_getstate_spec,
                &random_setstate_spec}, {});
  return module_set(vm, ns, "Random", cls);
}

}  // namespace

MODULE(random_native, "_random", "The Mersenne Twister.", init_random)

}  // namespace coil
