// The digests md5, sha1, sha2 (RFC 1321, FIPS 180-4), sha3 and shake (FIPS 202). The algorithm says how a block is mixed into the state
// and how the state becomes the digest.
#include <bit>
#include <cmath>
#include <cstring>

#include "modules/digest.hpp"
#include "modules/sha_x86.hpp"
#include "objects/number.hpp"

namespace coil {

namespace {

constexpr DigestAlgorithm kAlgorithms[] = {
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
    {"sha3_224", Mixing::Keccak, 28, 144, {}},
    {"sha3_256", Mixing::Keccak, 32, 136, {}},
    {"sha3_384", Mixing::Keccak, 48, 104, {}},
    {"sha3_512", Mixing::Keccak, 64, 72, {}},
    {"shake_128", Mixing::Keccak, 0, 168, {}},
    {"shake_256", Mixing::Keccak, 0, 136, {}},
};

/// Round constants: the first 64 bits of the fractions of the cube roots of the first 80 primes (their upper halves for SHA-256),
/// and of sines for MD5; computed once with integers.
struct Constants {
  uint64_t sha512[80];
  uint32_t sha256[64];
  uint32_t md5[64];
  uint64_t keccak[24];

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
    // Bits 0, 1, 3, 7, 15, 31, 63 of each come from a linear feedback shift register.
    uint8_t shift_register = 1;
    for (uint64_t& constant : keccak) {
      constant = 0;
      for (int bit = 0; bit < 7; bit++) {
        if (shift_register & 1) constant |= uint64_t{1} << ((1 << bit) - 1);
        shift_register = static_cast<uint8_t>(shift_register << 1 ^ (shift_register & 0x80 ? 0x71 : 0));
      }
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

/// Sixteen steps of MD5; `choose` gives the function of three words, `stride` and `offset` the order of the message's words.
template <class Choose>
void md5_round(uint32_t* v, const uint32_t* words, const uint32_t* sines, const uint8_t* shifts, int stride, int offset, Choose choose) {
  uint32_t a = v[0], b = v[1], c = v[2], d = v[3];
#pragma GCC unroll 16
  for (int i = 0; i < 16; i++) {
    uint32_t rotated = b + std::rotl(a + choose(b, c, d) + sines[i] + words[(stride * i + offset) % 16], shifts[i % 4]);
    a = d;
    d = c;
    c = b;
    b = rotated;
  }
  v[0] = a, v[1] = b, v[2] = c, v[3] = d;
}

void mix_md5(uint64_t* state, const uint8_t* p) {
  static constexpr uint8_t kShifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  uint32_t words[16], v[4];
  std::memcpy(words, p, 64);
  for (int i = 0; i < 4; i++) v[i] = static_cast<uint32_t>(state[i]);
  const uint32_t* sines = constants().md5;
  md5_round(v, words, sines, kShifts[0], 1, 0, [](uint32_t b, uint32_t c, uint32_t d) { return d ^ (b & (c ^ d)); });
  md5_round(v, words, sines + 16, kShifts[1], 5, 1, [](uint32_t b, uint32_t c, uint32_t d) { return (d & b) + (~d & c); });
  md5_round(v, words, sines + 32, kShifts[2], 3, 5, [](uint32_t b, uint32_t c, uint32_t d) { return b ^ c ^ d; });
  md5_round(v, words, sines + 48, kShifts[3], 7, 0, [](uint32_t b, uint32_t c, uint32_t d) { return c ^ (b | ~d); });
  for (int i = 0; i < 4; i++) state[i] = static_cast<uint32_t>(state[i] + v[i]);
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
  Word w[16];  // the words of the last 16 rounds
  for (int i = 0; i < 16; i++) w[i] = big_endian<Word>(p + sizeof(Word) * static_cast<size_t>(i));
  Word v[8];
  for (int i = 0; i < 8; i++) v[i] = static_cast<Word>(state[i]);
  const Constants& roots = constants();
  for (int first = 0; first < kRounds; first += 16) {
    // Instead of moving all words at each round, their roles rotate.
#pragma GCC unroll 16
    for (int i = 0; i < 16; i++) {
      if (first) {
        Word x = w[(i + 1) % 16], y = w[(i + 14) % 16];
        Word s0 = kWide ? std::rotr(x, 1) ^ std::rotr(x, 8) ^ (x >> 7) : std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3);
        Word s1 = kWide ? std::rotr(y, 19) ^ std::rotr(y, 61 % (8 * sizeof(Word))) ^ (y >> 6) : std::rotr(y, 17) ^ std::rotr(y, 19) ^ (y >> 10);
        w[i] += s0 + w[(i + 9) % 16] + s1;
      }
      auto at = [&](int role) -> Word& { return v[(role + 16 - i) % 8]; };
      Word e = at(4), a = at(0);
      Word s1 = kWide ? std::rotr(e, 14) ^ std::rotr(e, 18) ^ std::rotr(e, 41 % (8 * sizeof(Word))) : std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
      Word s0 = kWide ? std::rotr(a, 28) ^ std::rotr(a, 34 % (8 * sizeof(Word))) ^ std::rotr(a, 39 % (8 * sizeof(Word)))
                      : std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
      int round = first + i;
      Word k = kWide ? static_cast<Word>(roots.sha512[round]) : static_cast<Word>(roots.sha256[round % 64]);
      Word t1 = at(7) + s1 + (at(6) ^ (e & (at(5) ^ at(6)))) + k + w[i];
      at(3) += t1;
      at(7) = t1 + s0 + ((a & at(1)) | (at(2) & (a | at(1))));
    }
  }
  for (int i = 0; i < 8; i++) state[i] = static_cast<Word>(static_cast<Word>(state[i]) + v[i]);
}

/// Keccak-f[1600].
[[gnu::always_inline]] inline void permute_lanes(uint64_t* state) {
  // The lanes in the order in which one cycle moves them, and by how much each is rotated.
  static constexpr uint8_t kLanes[] = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};
  const uint64_t* round_constants = constants().keccak;
  uint64_t a[25];
  std::memcpy(a, state, sizeof a);
  for (int round = 0; round < 24; round++) {
    uint64_t c[5];
#pragma GCC unroll 5
    for (int x = 0; x < 5; x++) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
#pragma GCC unroll 5
    for (int x = 0; x < 5; x++) {
      uint64_t d = c[(x + 4) % 5] ^ std::rotl(c[(x + 1) % 5], 1);
#pragma GCC unroll 5
      for (int y = 0; y < 25; y += 5) a[x + y] ^= d;
    }
    uint64_t carried = a[1];
#pragma GCC unroll 24
    for (int i = 0; i < 24; i++) {
      uint64_t next = a[kLanes[i]];
      a[kLanes[i]] = std::rotl(carried, (i + 1) * (i + 2) / 2 % 64);
      carried = next;
    }
#pragma GCC unroll 5
    for (int y = 0; y < 25; y += 5) {
      uint64_t row[5];
#pragma GCC unroll 5
      for (int x = 0; x < 5; x++) row[x] = a[y + x];
#pragma GCC unroll 5
      for (int x = 0; x < 5; x++) a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
    a[0] ^= round_constants[round];
  }
  std::memcpy(state, a, sizeof a);
}

// "And not" and rotations that leave their operand alone save a fifth of the time.
#if defined(__x86_64__)
[[gnu::target("avx,bmi,bmi2")]] void permute_x86(uint64_t* state) { permute_lanes(state); }
#else
void permute_x86(uint64_t* state) { permute_lanes(state); }
#endif

void permute(uint64_t* state) {
  if (has_wide_rotations()) permute_x86(state);
  else permute_lanes(state);
}

void mix_keccak(uint64_t* state, const uint8_t* p, size_t size) {
  for (size_t i = 0; i < size / 8; i++) {
    uint64_t word;
    std::memcpy(&word, p + 8 * i, 8);
    state[i] ^= word;
  }
  permute(state);
}

void mix(Digest* digest, const uint8_t* p, size_t blocks) {
  Mixing mixing = digest->algorithm->mixing;
  if (mixing == Mixing::Sha256 && has_sha_instructions()) return mix_sha256_x86(digest->state, p, blocks, constants().sha256);
  if (mixing == Mixing::Sha1 && has_sha_instructions()) return mix_sha1_x86(digest->state, p, blocks);
  if (mixing == Mixing::Sha512 && has_wide_rotations()) return mix_sha512_x86(digest->state, p, blocks, constants().sha512);
  size_t block_size = digest->algorithm->block_size;
  for (; blocks; blocks--, p += block_size) {
    switch (mixing) {
      case Mixing::Md5: mix_md5(digest->state, p); break;
      case Mixing::Sha1: mix_sha1(digest->state, p); break;
      case Mixing::Sha256: mix_sha2<uint32_t>(digest->state, p); break;
      case Mixing::Sha512: mix_sha2<uint64_t>(digest->state, p); break;
      case Mixing::Keccak: mix_keccak(digest->state, p, block_size); break;
    }
  }
}

void finish_keccak(Digest* digest, uint8_t* out, size_t size) {
  size_t rate = digest->algorithm->block_size, used = digest->length % rate;
  std::memset(digest->block + used, 0, rate - used);
  digest->block[used] = digest->algorithm->digest_size ? 0x06 : 0x1f;
  digest->block[rate - 1] |= 0x80;
  mix_keccak(digest->state, digest->block, rate);
  while (size > rate) {
    std::memcpy(out, digest->state, rate);
    out += rate;
    size -= rate;
    permute(digest->state);
  }
  std::memcpy(out, digest->state, size);
}

void finish_merkle_damgard(Digest* digest, uint8_t* out, size_t size) {
  size_t block_size = digest->algorithm->block_size;
  size_t length_size = block_size / 8;
  uint64_t bits = digest->length * 8;
  uint8_t padding[256] = {0x80};
  size_t used = digest->length % block_size;
  size_t pad = (used < block_size - length_size ? block_size : 2 * block_size) - used;
  bool little = digest->algorithm->mixing == Mixing::Md5;
  for (size_t i = 0; i < 8; i++) padding[little ? pad - 8 + i : pad - 1 - i] = static_cast<uint8_t>(bits >> (8 * i));
  digest->add(padding, pad);
  size_t word_size = block_size / 16;
  for (size_t i = 0; i < size; i++) {
    size_t byte = i % word_size;
    out[i] = static_cast<uint8_t>(digest->state[i / word_size] >> (8 * (little ? byte : word_size - 1 - byte)));
  }
}

}  // namespace

Digest::Digest(const DigestAlgorithm* chosen) : algorithm(chosen), state{}, length(0), block{} {
  std::memcpy(state, chosen->start, sizeof chosen->start);
}

void Digest::add(const uint8_t* data, size_t size) {
  size_t block_size = algorithm->block_size;
  size_t used = length % block_size;
  length += size;
  if (used) {
    size_t part = size < block_size - used ? size : block_size - used;
    std::memcpy(block + used, data, part);
    data += part;
    size -= part;
    if (used + part < block_size) return;
    mix(this, block, 1);
  }
  size_t whole = size / block_size;
  mix(this, data, whole);
  size -= whole * block_size;
  if (size) std::memcpy(block, data + whole * block_size, size);
}

void Digest::finish(uint8_t* out, size_t size) const {
  Digest copy = *this;
  if (algorithm->mixing == Mixing::Keccak) finish_keccak(&copy, out, size);
  else finish_merkle_damgard(&copy, out, size);
}

const DigestAlgorithm* find_digest_algorithm(std::string_view name) {
  for (const DigestAlgorithm& algorithm : kAlgorithms) {
    if (name == algorithm.name) return &algorithm;
  }
  return nullptr;
}

}  // namespace coil
