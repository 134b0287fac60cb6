// Module _sha: message digests md5, sha1, sha224, sha256, sha384, sha512 (public through hashlib). Plain implementations of RFC 1321 and
// FIPS 180-4 behind one class: the algorithm says how a block is mixed in and how the state becomes the digest.
#include <bit>
#include <cmath>
#include <cstring>

#include "modules/support.hpp"

namespace coil {

namespace {

enum class Mixing : uint8_t { Md5, Sha1, Sha256, Sha512 };

struct Algorithm {
  const char* name;
  Mixing mixing;
  uint8_t digest_size, block_size;
  uint64_t start[8];
};

constexpr Algorithm kAlgorithms[] = {
    {"md5", Mixing::Md5, 16, 64, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}},
    {"sha1", Mixing::Sha1, 20, 64, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}},
    {"sha224", Mixing::Sha256, 28, 64, {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4}},
    {"sha256", Mixing::Sha256, 32, 64, {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}},
    {"sha384", Mixing::Sha512, 48, 128,
     {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511,
      0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4}},
    {"sha512", Mixing::Sha512, 64, 128,
     {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
      0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}},
};

struct Hash : NativeObject {
  const Algorithm* algorithm;
  uint64_t state[8];
  uint64_t length;      // bytes taken
  uint8_t block[128];   // the part not mixed in yet
};
const NativeObjectOps kHashOps{nullptr, nullptr};
Class* g_hash;

/// Round constants: the first 64 bits of the fractions of the cube roots of the first 80 primes (their upper halves for SHA-256),
/// and of sines for MD5; computed once with integers.
struct Constants {
  uint64_t sha512[80];
  uint32_t sha256[64];
  uint32_t md5[64];

  Constants() {
    int found = 0;
    for (uint64_t candidate = 2; found < 80; candidate++) {
      bool prime = true;
      for (uint64_t divisor = 2; divisor * divisor <= candidate; divisor++) prime = prime && candidate % divisor != 0;
      if (prime) sha512[found++] = cube_root_fraction(candidate);
    }
    for (int i = 0; i < 64; i++) {
      sha256[i] = static_cast<uint32_t>(sha512[i] >> 32);
      md5[i] = static_cast<uint32_t>(std::floor(std::fabs(std::sin(i + 1.0)) * 4294967296.0));
    }
  }

  /// The fraction of the cube root of n as 64 bits: floor(cbrt(n * 2^192)) mod 2^64.
  static uint64_t cube_root_fraction(uint64_t n) {
    Mpz cube, root;
    mpz_set_ui(cube.z, n);
    mpz_mul_2exp(cube.z, cube.z, 192);
    mpz_root(root.z, cube.z, 3);
    mpz_fdiv_r_2exp(root.z, root.z, 64);
    return mpz_get_ui(root.z);
  }
};
const Constants& constants() {
  static const Constants instance;
  return instance;
}

template <class Word>
Word big_endian(const uint8_t* p) {
  Word word = 0;
  for (size_t i = 0; i < sizeof(Word); i++) word = static_cast<Word>(word << 8) | p[i];
  return word;
}

void mix_md5(uint64_t* state, const uint8_t* p) {
  static constexpr uint8_t kShifts[] = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
  uint32_t words[16];
  std::memcpy(words, p, 64);
  auto a = static_cast<uint32_t>(state[0]), b = static_cast<uint32_t>(state[1]), c = static_cast<uint32_t>(state[2]),
       d = static_cast<uint32_t>(state[3]);
  for (int i = 0; i < 64; i++) {
    uint32_t f;
    int g;
    switch (i / 16) {
      case 0: f = (b & c) | (~b & d); g = i; break;
      case 1: f = (d & b) | (~d & c); g = (5 * i + 1) % 16; break;
      case 2: f = b ^ c ^ d; g = (3 * i + 5) % 16; break;
      default: f = c ^ (b | ~d); g = (7 * i) % 16; break;
    }
    uint32_t rotated = std::rotl(a + f + constants().md5[i] + words[g], kShifts[i / 16 * 4 + i % 4]);
    a = d;
    d = c;
    c = b;
    b += rotated;
  }
  const uint32_t sums[] = {a, b, c, d};
  for (int i = 0; i < 4; i++) state[i] = static_cast<uint32_t>(state[i] + sums[i]);
}

void mix_sha1(uint64_t* state, const uint8_t* p) {
  uint32_t w[80];
  for (int i = 0; i < 16; i++) w[i] = big_endian<uint32_t>(p + 4 * i);
  for (int i = 16; i < 80; i++) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  uint32_t v[5];
  for (int i = 0; i < 5; i++) v[i] = static_cast<uint32_t>(state[i]);
  for (int i = 0; i < 80; i++) {
    uint32_t f, k;
    if (i < 20) { f = (v[1] & v[2]) | (~v[1] & v[3]); k = 0x5a827999; }
    else if (i < 40) { f = v[1] ^ v[2] ^ v[3]; k = 0x6ed9eba1; }
    else if (i < 60) { f = (v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3]); k = 0x8f1bbcdc; }
    else { f = v[1] ^ v[2] ^ v[3]; k = 0xca62c1d6; }
    uint32_t next = std::rotl(v[0], 5) + f + v[4] + k + w[i];
    v[4] = v[3];
    v[3] = v[2];
    v[2] = std::rotl(v[1], 30);
    v[1] = v[0];
    v[0] = next;
  }
  for (int i = 0; i < 5; i++) state[i] = static_cast<uint32_t>(state[i] + v[i]);
}

template <class Word>
void mix_sha2(uint64_t* state, const uint8_t* p) {
  constexpr bool kWide = sizeof(Word) == 8;
  constexpr int kRounds = kWide ? 80 : 64;
  Word w[kRounds];
  for (int i = 0; i < 16; i++) w[i] = big_endian<Word>(p + sizeof(Word) * static_cast<size_t>(i));
  for (int i = 16; i < kRounds; i++) {
    Word x = w[i - 15], y = w[i - 2];
    Word s0 = kWide ? std::rotr(x, 1) ^ std::rotr(x, 8) ^ (x >> 7) : std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3);
    Word s1 = kWide ? std::rotr(y, 19) ^ std::rotr(y, 61 % (8 * sizeof(Word))) ^ (y >> 6) : std::rotr(y, 17) ^ std::rotr(y, 19) ^ (y >> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  Word v[8];
  for (int i = 0; i < 8; i++) v[i] = static_cast<Word>(state[i]);
  for (int i = 0; i < kRounds; i++) {
    Word e = v[4], a = v[0];
    Word s1 = kWide ? std::rotr(e, 14) ^ std::rotr(e, 18) ^ std::rotr(e, 41 % (8 * sizeof(Word))) : std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    Word s0 = kWide ? std::rotr(a, 28) ^ std::rotr(a, 34 % (8 * sizeof(Word))) ^ std::rotr(a, 39 % (8 * sizeof(Word)))
                    : std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    Word k = kWide ? static_cast<Word>(constants().sha512[i]) : static_cast<Word>(constants().sha256[i % 64]);
    Word t1 = v[7] + s1 + ((e & v[5]) ^ (~e & v[6])) + k + w[i];
    Word t2 = s0 + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
    for (int j = 7; j > 0; j--) v[j] = v[j - 1];
    v[4] += t1;
    v[0] = t1 + t2;
  }
  for (int i = 0; i < 8; i++) state[i] = static_cast<Word>(static_cast<Word>(state[i]) + v[i]);
}

void mix(Hash* hash, const uint8_t* p) {
  switch (hash->algorithm->mixing) {
    case Mixing::Md5: return mix_md5(hash->state, p);
    case Mixing::Sha1: return mix_sha1(hash->state, p);
    case Mixing::Sha256: return mix_sha2<uint32_t>(hash->state, p);
    case Mixing::Sha512: return mix_sha2<uint64_t>(hash->state, p);
  }
}

void add_bytes(Hash* hash, const uint8_t* data, size_t size) {
  size_t block_size = hash->algorithm->block_size;
  size_t used = hash->length % block_size;
  hash->length += size;
  if (used) {
    size_t part = size < block_size - used ? size : block_size - used;
    std::memcpy(hash->block + used, data, part);
    data += part;
    size -= part;
    if (used + part < block_size) return;
    mix(hash, hash->block);
  }
  for (; size >= block_size; data += block_size, size -= block_size) mix(hash, data);
  if (size) std::memcpy(hash->block, data, size);
}

void finish(const Hash* original, uint8_t* digest) {
  Hash hash = *original;
  size_t block_size = hash.algorithm->block_size;
  size_t length_size = block_size / 8;
  uint64_t bits = hash.length * 8;
  uint8_t padding[256] = {0x80};
  size_t used = hash.length % block_size;
  size_t pad = (used < block_size - length_size ? block_size : 2 * block_size) - used;
  bool little = hash.algorithm->mixing == Mixing::Md5;
  for (size_t i = 0; i < 8; i++) padding[little ? pad - 8 + i : pad - 1 - i] = static_cast<uint8_t>(bits >> (8 * i));
  add_bytes(&hash, padding, pad);
  size_t word_size = block_size / 16;
  for (size_t i = 0; i < hash.algorithm->digest_size; i++) {
    size_t byte = i % word_size;
    digest[i] = static_cast<uint8_t>(hash.state[i / word_size] >> (8 * (little ? byte : word_size - 1 - byte)));
  }
}

Result<void> add_value(Vm& vm, Hash* hash, Value data) {
  if (data.is(Kind::Str)) return raise_type_error(vm, "Strings must be encoded before hashing");
  ByteSpan bytes;
  if (!byte_span(data, &bytes)) return raise_type_error(vm, "object supporting the buffer API required");
  add_bytes(hash, bytes.data, bytes.size);
  return ok();
}

Result<Value> new_hash(Vm& vm, const Algorithm* algorithm, Value data) {
  COIL_TRY(Hash* hash, new_native_object<Hash>(vm, g_hash, &kHashOps));
  hash->algorithm = algorithm;
  std::memcpy(hash->state, algorithm->start, sizeof hash->state);
  if (data) COIL_CHECK(add_value(vm, hash, data));
  return Value(hash);
}

#define DIGEST(name, row)                                                                               \
  NATIVE(sha_##name, #name "(string=b'', *, usedforsecurity=True)", "A new " #name " object.") { \
    return new_hash(vm, &kAlgorithms[row], args[0]);                                                    \
  }
DIGEST(md5, 0)
DIGEST(sha1, 1)
DIGEST(sha224, 2)
DIGEST(sha256, 3)
DIGEST(sha384, 4)
DIGEST(sha512, 5)
#undef DIGEST

NATIVE(hash_update, "update(self, obj, /)", "Add bytes.") {
  COIL_CHECK(add_value(vm, self_as<Hash>(args), args[1]));
  return none();
}
NATIVE(hash_digest, "digest(self, /)", "The digest as bytes.") {
  uint8_t digest[64];
  finish(self_as<Hash>(args), digest);
  return new_bytes(vm, digest, self_as<Hash>(args)->algorithm->digest_size);
}
NATIVE(hash_hexdigest, "hexdigest(self, /)", "The digest as hexadecimal text.") {
  uint8_t digest[64];
  auto* hash = self_as<Hash>(args);
  finish(hash, digest);
  char text[128];
  for (size_t i = 0; i < hash->algorithm->digest_size; i++) {
    text[2 * i] = "0123456789abcdef"[digest[i] >> 4];
    text[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
  }
  return new_str_ascii(vm, std::string_view(text, 2 * size_t{hash->algorithm->digest_size}));
}
NATIVE(hash_copy, "copy(self, /)", "An independent object in the same state.") {
  auto* source = self_as<Hash>(args);
  COIL_TRY(Value made, new_hash(vm, source->algorithm, Value()));
  auto* copy = made.as<Hash>();
  std::memcpy(copy->state, source->state, sizeof copy->state);
  copy->length = source->length;
  std::memcpy(copy->block, source->block, sizeof copy->block);
  return made;
}
Result<Value> hash_name(Vm& vm, Value self) { return Value(intern(vm, self.as<Hash>()->algorithm->name)); }
Result<Value> hash_digest_size(Vm&, Value self) { return Value::small_int(self.as<Hash>()->algorithm->digest_size); }
Result<Value> hash_block_size(Vm&, Value self) { return Value::small_int(self.as<Hash>()->algorithm->block_size); }
Result<Value> hash_repr(Vm& vm, Value self) {
  return new_str_format(vm, "<%s _hashlib.HASH object @ 0x%llx>", self.as<Hash>()->algorithm->name, static_cast<unsigned long long>(self.bits()));
}
const GetSetSpec kHashName{"name", hash_name, nullptr, "Name of the algorithm."};
const GetSetSpec kHashDigestSize{"digest_size", hash_digest_size, nullptr, "Bytes of a digest."};
const GetSetSpec kHashBlockSize{"block_size", hash_block_size, nullptr, "Bytes of a block."};

Result<void> init_sha(Vm& vm, Dict* ns) {
  COIL_TRY(g_hash, new_module_class<Hash>(vm, "HASH", "_hashlib", "A message digest under way."));
  g_hash->slots.repr = hash_repr;
  define_class(vm, g_hash, {&hash_update_spec, &hash_digest_spec, &hash_hexdigest_spec, &hash_copy_spec},
               {&kHashName, &kHashDigestSize, &kHashBlockSize});
  return module_set(vm, ns, "HASH", g_hash);
}

}  // namespace

MODULE(sha, "_sha", "Message digests.", init_sha, FN(sha_md5), FN(sha_sha1), FN(sha_sha224), FN(sha_sha256), FN(sha_sha384), FN(sha_sha512))

}  // namespace coil
