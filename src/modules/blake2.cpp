// blake2b and blake2s; see blake2.hpp.
#include "modules/blake2.hpp"

#include <bit>
#include <cstring>

namespace coil {

namespace {

constexpr uint64_t kStart64[] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                                 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};

constexpr uint8_t kSigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

/// The halves of blake2b's start values, from above, are those of blake2s.
template <class Word>
Word start_word(int i) {
  return static_cast<Word>(kStart64[i] >> (64 - 8 * sizeof(Word)));
}

template <class Word>
void put(uint8_t* out, Word word) { std::memcpy(out, &word, sizeof word); }

}  // namespace

template <class Word>
void Blake2<Word>::start(const Blake2Parameters& p, const uint8_t* key) {
  uint8_t parameters[kMaxDigest] = {p.digest_size, p.key_size, p.fanout, p.depth};
  put(parameters + 4, p.leaf_size);
  if constexpr (sizeof(Word) == 8) {
    put(parameters + 8, p.node_offset);
    parameters[16] = p.node_depth;
    parameters[17] = p.inner_size;
  } else {
    put(parameters + 8, static_cast<uint32_t>(p.node_offset));
    put(parameters + 12, static_cast<uint16_t>(p.node_offset >> 32));
    parameters[14] = p.node_depth;
    parameters[15] = p.inner_size;
  }
  std::memcpy(parameters + kMaxDigest / 2, p.salt, kSalt);
  std::memcpy(parameters + kMaxDigest / 2 + kSalt, p.person, kSalt);
  for (int i = 0; i < 8; i++) {
    Word word;
    std::memcpy(&word, parameters + sizeof(Word) * static_cast<size_t>(i), sizeof word);
    state[i] = start_word<Word>(i) ^ word;
  }
  counter[0] = counter[1] = 0;
  used = 0;
  digest_size = p.digest_size;
  last_node = p.last_node;
  if (!p.key_size) return;
  uint8_t key_block[kBlock] = {};
  std::memcpy(key_block, key, p.key_size);
  add(key_block, kBlock);
}

template <class Word>
void Blake2<Word>::compress(bool last) {
  constexpr int kRounds = sizeof(Word) == 8 ? 12 : 10;
  constexpr int kRotations[] = {sizeof(Word) == 8 ? 32 : 16, sizeof(Word) == 8 ? 24 : 12, sizeof(Word) == 8 ? 16 : 8, sizeof(Word) == 8 ? 63 : 7};
  Word m[16], v[16];
  std::memcpy(m, block, sizeof m);
  for (int i = 0; i < 8; i++) {
    v[i] = state[i];
    v[i + 8] = start_word<Word>(i);
  }
  v[12] ^= counter[0];
  v[13] ^= counter[1];
  if (last) v[14] = ~v[14];
  if (last && last_node) v[15] = ~v[15];
  auto g = [&](int a, int b, int c, int d, Word x, Word y) {
    v[a] += v[b] + x;
    v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), kRotations[0]);
    v[c] += v[d];
    v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), kRotations[1]);
    v[a] += v[b] + y;
    v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), kRotations[2]);
    v[c] += v[d];
    v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), kRotations[3]);
  };
  // Unrolled, the words have constant places.
#pragma GCC unroll 12
  for (int round = 0; round < kRounds; round++) {
    const uint8_t* s = kSigma[round % 10];
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) g(i, i + 4, i + 8, i + 12, m[s[2 * i]], m[s[2 * i + 1]]);
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) g(i, (i + 1) % 4 + 4, (i + 2) % 4 + 8, (i + 3) % 4 + 12, m[s[8 + 2 * i]], m[s[9 + 2 * i]]);
  }
  for (int i = 0; i < 8; i++) state[i] ^= v[i] ^ v[i + 8];
}

template <class Word>
void Blake2<Word>::add(const uint8_t* data, size_t size) {
  while (size > 0) {
    // The last block waits: only finish() knows that it is the last.
    if (used == kBlock) {
      counter[0] += kBlock;
      counter[1] += counter[0] < kBlock;
      compress(false);
      used = 0;
    }
    size_t part = size < kBlock - used ? size : kBlock - used;
    std::memcpy(block + used, data, part);
    used += part;
    data += part;
    size -= part;
  }
}

template <class Word>
void Blake2<Word>::finish(uint8_t* out) const {
  Blake2 copy = *this;
  copy.counter[0] += static_cast<Word>(used);
  copy.counter[1] += copy.counter[0] < used;
  std::memset(copy.block + used, 0, kBlock - used);
  copy.compress(true);
  std::memcpy(out, copy.state, digest_size);
}

template struct Blake2<uint64_t>;
template struct Blake2<uint32_t>;

}  // namespace coil
