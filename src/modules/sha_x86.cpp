// SHA-1 and SHA-256 by the processor's own instructions (four and two rounds each), where it has them. SHA-512 has none: its rounds are plain
// ones, beside which the next words of the message are made two at a time.
#include "modules/sha_x86.hpp"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#include <bit>

namespace coil {

namespace {

/// Leaves 1 and 7 of CPUID. __builtin_cpu_supports() would ask at every start of the program, and each question is an exit of a virtual machine.
struct CpuFeatures {
  unsigned leaf1_c = 0, leaf7_b = 0;
  bool vectors_saved = false;  // the system keeps AVX registers

  CpuFeatures() {
    unsigned a, b, c, d;
    if (__get_cpuid(1, &a, &b, &c, &d)) leaf1_c = c;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) leaf7_b = b;
    if (leaf1_c & bit_OSXSAVE) {
      unsigned low, high;
      asm("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
      constexpr unsigned kSseAndAvx = 6;
      vectors_saved = (low & kSseAndAvx) == kSseAndAvx;
    }
  }
};

const CpuFeatures& cpu_features() {
  static const CpuFeatures features;
  return features;
}

}  // namespace

bool has_sha_instructions() {
  const CpuFeatures& cpu = cpu_features();
  return cpu.leaf7_b & bit_SHA && cpu.leaf1_c & bit_SSE4_1;
}

bool has_wide_rotations() {
  const CpuFeatures& cpu = cpu_features();
  return cpu.vectors_saved && cpu.leaf1_c & bit_AVX && cpu.leaf7_b & bit_BMI && cpu.leaf7_b & bit_BMI2;
}

#define COIL_SHA_TARGET __attribute__((target("sha,sse4.1")))
#define COIL_WIDE_TARGET __attribute__((target("avx,bmi,bmi2")))

namespace {

COIL_SHA_TARGET __m128i four_words(uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
  return _mm_set_epi32(static_cast<int>(a), static_cast<int>(b), static_cast<int>(c), static_cast<int>(d));
}
COIL_SHA_TARGET void take_words(__m128i words, uint64_t* a, uint64_t* b, uint64_t* c, uint64_t* d) {
  *a = static_cast<uint32_t>(_mm_extract_epi32(words, 3));
  *b = static_cast<uint32_t>(_mm_extract_epi32(words, 2));
  *c = static_cast<uint32_t>(_mm_extract_epi32(words, 1));
  *d = static_cast<uint32_t>(_mm_extract_epi32(words, 0));
}

/// Rounds 20 * kind to 20 * kind + 19; `e` is the state before the previous four rounds.
template <int kind>
COIL_SHA_TARGET void sha1_rounds(__m128i& abcd, __m128i& e, __m128i* w) {
#pragma GCC unroll 5
  for (int i = 0; i < 5; i++) {
    int group = 5 * kind + i;
    __m128i& words = w[group % 4];
    if (group >= 4) {
      __m128i mixed = _mm_xor_si128(_mm_sha1msg1_epu32(words, w[(group + 1) % 4]), w[(group + 2) % 4]);
      words = _mm_sha1msg2_epu32(mixed, w[(group + 3) % 4]);
    }
    __m128i before = abcd;
    abcd = _mm_sha1rnds4_epu32(abcd, group ? _mm_sha1nexte_epu32(e, words) : _mm_add_epi32(e, words), kind);
    e = before;
  }
}

}  // namespace

COIL_SHA_TARGET void mix_sha1_x86(uint64_t* state, const uint8_t* p, size_t blocks) {
  const __m128i reversed = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
  __m128i abcd = four_words(state[0], state[1], state[2], state[3]), e = four_words(state[4], 0, 0, 0);
  for (; blocks; blocks--, p += 64) {
    __m128i abcd_start = abcd, e_start = e, w[4];
    for (int i = 0; i < 4; i++) w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + i), reversed);
    sha1_rounds<0>(abcd, e, w);
    sha1_rounds<1>(abcd, e, w);
    sha1_rounds<2>(abcd, e, w);
    sha1_rounds<3>(abcd, e, w);
    e = _mm_sha1nexte_epu32(e, e_start);
    abcd = _mm_add_epi32(abcd, abcd_start);
  }
  take_words(abcd, &state[0], &state[1], &state[2], &state[3]);
  state[4] = static_cast<uint32_t>(_mm_extract_epi32(e, 3));
}

COIL_SHA_TARGET void mix_sha256_x86(uint64_t* state, const uint8_t* p, size_t blocks, const uint32_t* constants) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i abef = four_words(state[0], state[1], state[4], state[5]), cdgh = four_words(state[2], state[3], state[6], state[7]);
  for (; blocks; blocks--, p += 64) {
    __m128i abef_start = abef, cdgh_start = cdgh, w[4];
#pragma GCC unroll 16
    for (int group = 0; group < 16; group++) {
      __m128i& words = w[group % 4];
      if (group < 4) {
        words = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + group), big_endian);
      } else {
        __m128i last = w[(group + 3) % 4], seventh = _mm_alignr_epi8(last, w[(group + 2) % 4], 4);
        words = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(words, w[(group + 1) % 4]), seventh), last);
      }
      __m128i added = _mm_add_epi32(words, _mm_loadu_si128(reinterpret_cast<const __m128i*>(constants) + group));
      // Two rounds turn one half of the state into the other's successor.
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(added, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_start);
    cdgh = _mm_add_epi32(cdgh, cdgh_start);
  }
  take_words(abef, &state[0], &state[1], &state[4], &state[5]);
  take_words(cdgh, &state[2], &state[3], &state[6], &state[7]);
}

namespace {

template <int count>
COIL_WIDE_TARGET __m128i rotated(__m128i words) {
  return _mm_or_si128(_mm_srli_epi64(words, count), _mm_slli_epi64(words, 64 - count));
}

/// The two words sixteen rounds behind w[pair].
COIL_WIDE_TARGET __m128i next_words(const __m128i* w, int pair) {
  __m128i x = _mm_alignr_epi8(w[(pair + 1) % 8], w[pair], 8), y = w[(pair + 7) % 8];
  __m128i s0 = _mm_xor_si128(_mm_xor_si128(rotated<1>(x), rotated<8>(x)), _mm_srli_epi64(x, 7));
  __m128i s1 = _mm_xor_si128(_mm_xor_si128(rotated<19>(y), rotated<61>(y)), _mm_srli_epi64(y, 6));
  __m128i seventh = _mm_alignr_epi8(w[(pair + 5) % 8], w[(pair + 4) % 8], 8);
  return _mm_add_epi64(_mm_add_epi64(w[pair], s0), _mm_add_epi64(seventh, s1));
}

COIL_WIDE_TARGET void mix_sha512_block(uint64_t* state, const uint8_t* p, const uint64_t* constants) {
  const __m128i big_endian = _mm_set_epi64x(0x08090a0b0c0d0e0f, 0x0001020304050607);
  __m128i w[8];
  for (int i = 0; i < 8; i++) w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p) + i), big_endian);
  alignas(16) uint64_t added[16];
  uint64_t v[8];
  for (int i = 0; i < 8; i++) v[i] = state[i];
  uint64_t bc = v[1] ^ v[2];
  for (int first = 0; first < 80; first += 16) {
#pragma GCC unroll 8
    for (int pair = 0; pair < 8; pair++) {
      __m128i constant = _mm_loadu_si128(reinterpret_cast<const __m128i*>(constants + first) + pair);
      _mm_store_si128(reinterpret_cast<__m128i*>(added) + pair, _mm_add_epi64(w[pair], constant));
      if (first < 64) w[pair] = next_words(w, pair);
#pragma GCC unroll 2
      for (int i = 2 * pair; i < 2 * pair + 2; i++) {
        auto at = [&](int role) -> uint64_t& { return v[(role + 16 - i) % 8]; };  // roles rotate instead of words
        uint64_t e = at(4), a = at(0), ab = a ^ at(1);
        uint64_t s1 = std::rotr(e, 14) ^ std::rotr(e, 18) ^ std::rotr(e, 41), s0 = std::rotr(a, 28) ^ std::rotr(a, 34) ^ std::rotr(a, 39);
        uint64_t t1 = at(7) + added[i] + s1 + (at(6) ^ (e & (at(5) ^ at(6))));
        at(3) += t1;
        at(7) = t1 + s0 + ((ab & bc) ^ at(1));
        bc = ab;
      }
    }
  }
  for (int i = 0; i < 8; i++) state[i] += v[i];
}

}  // namespace

void mix_sha512_x86(uint64_t* state, const uint8_t* p, size_t blocks, const uint64_t* constants) {
  for (; blocks; blocks--, p += 128) mix_sha512_block(state, p, constants);
}

}  // namespace coil

#else

namespace coil {

bool has_sha_instructions() { return false; }
bool has_wide_rotations() { return false; }
void mix_sha512_x86(uint64_t*, const uint8_t*, size_t, const uint64_t*) {}
void mix_sha1_x86(uint64_t*, const uint8_t*, size_t) {}
void mix_sha256_x86(uint64_t*, const uint8_t*, size_t, const uint32_t*) {}

}  // namespace coil

#endif
