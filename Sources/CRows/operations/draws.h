// Philox4x32-10 (Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11).

// A counter by itself mostly waits, each round for the last, and so does a normal, each step of a
// polynomial for the last. So many take each step side by side: COUNTERS_AT_ONCE and PAIRS_AT_ONCE,
// with which each level was fastest.

// A 32-bit word of every counter in 64 bits. What stands in the upper half is ignored: it is masked
// away only where a word is multiplied, which makes the mask free on x86.
typedef uint64_t Wides __attribute__((ext_vector_type(COUNTERS_AT_ONCE)));

typedef struct {
  Wides w0, w1, w2, w3;
} Counters;

static const uint64_t low_half = 0xffffffff;

INLINE Counters bijected(Counters c, uint32_t k0, uint32_t k1) {
  const Wides p0 = (c.w0 & low_half) * 0xD2511F53;
  const Wides p1 = (c.w2 & low_half) * 0xCD9E8D57;
  return (Counters){(p1 >> 32) ^ c.w1 ^ k0, p1, (p0 >> 32) ^ c.w3 ^ k1, p0};
}

// The ten rounds stand in a row: in a loop the compiler forgets that the masked halves are zero.
// What all counters have in common until the third round it calculates once.
INLINE Counters scrambled(Counters c, uint32_t k0, uint32_t k1) {
  const uint32_t a = 0x9E3779B9, b = 0xBB67AE85;
  c = bijected(c, k0, k1);
  c = bijected(c, k0 + a, k1 + b);
  c = bijected(c, k0 + 2 * a, k1 + 2 * b);
  c = bijected(c, k0 + 3 * a, k1 + 3 * b);
  c = bijected(c, k0 + 4 * a, k1 + 4 * b);
  c = bijected(c, k0 + 5 * a, k1 + 5 * b);
  c = bijected(c, k0 + 6 * a, k1 + 6 * b);
  c = bijected(c, k0 + 7 * a, k1 + 7 * b);
  c = bijected(c, k0 + 8 * a, k1 + 8 * b);
  return bijected(c, k0 + 9 * a, k1 + 9 * b);
}

// Of every four lanes, the first two are in the first half of the counters and the other two in the
// second. Then one shuffle that every x86 has packs two vectors of words into one.
#define FIRST_TWO(q) 4 * q, 4 * q + 1
#define OTHER_TWO(q) 4 * q + 2, 4 * q + 3
#define PACKED(q) 4 * q, 4 * q + 2, COUNTERS_AT_ONCE + 4 * q, COUNTERS_AT_ONCE + 4 * q + 2
#if COUNTERS_AT_ONCE == 8
#define EACH_FOUR(list) list(0), list(1)
#elif COUNTERS_AT_ONCE == 32
#define EACH_FOUR(list) \
  list(0), list(1), list(2), list(3), list(4), list(5), list(6), list(7)
#elif COUNTERS_AT_ONCE == 64
#define EACH_FOUR(list) \
  list(0), list(1), list(2), list(3), list(4), list(5), list(6), list(7), \
    list(8), list(9), list(10), list(11), list(12), list(13), list(14), list(15)
#endif

typedef uint32_t Packed __attribute__((ext_vector_type(COUNTERS_AT_ONCE), aligned(32)));
typedef uint32_t Halves __attribute__((ext_vector_type(2 * COUNTERS_AT_ONCE)));

INLINE Packed packed(Wides words) {
  const Halves halves = (Halves)words;
  return __builtin_shufflevector(halves, halves, EACH_FOUR(PACKED));
}

// One word of the block for each lane. Vectors that cross a cache line cost twice, hence the
// alignment.
typedef uint32_t Words[ROWS_LANES] __attribute__((aligned(64)));

INLINE void draw_words(
  Words out[4], uint64_t seed, uint32_t driver, uint32_t replicate, uint32_t first,
  uint32_t block) {
  const Wides lanes = {EACH_FOUR(FIRST_TWO), EACH_FOUR(OTHER_TWO)};
  for (uint32_t at = 0; at < (uint32_t)lane_count(); at += COUNTERS_AT_ONCE) {
    const Counters counters = {lanes + (first + at), block, driver, replicate};
    const Counters c = scrambled(counters, (uint32_t)seed, (uint32_t)(seed >> 32));
    *(Packed *)(out[0] + at) = packed(c.w0);
    *(Packed *)(out[1] + at) = packed(c.w1);
    *(Packed *)(out[2] + at) = packed(c.w2);
    *(Packed *)(out[3] + at) = packed(c.w3);
  }
}

INLINE float as_float(uint32_t bits) { return __builtin_bit_cast(float, bits); }
INLINE uint32_t float_bits(float x) { return __builtin_bit_cast(uint32_t, x); }

// sqrt(1/2) as bits: mantissas are taken from [sqrt(1/2), sqrt(2)), so that log(1) has no error.
static const uint32_t least_mantissa = 0x3f3504f3;

// -2 log(u) of the uniform u = (w / 2 + 1/2) / 2^31, w / 2 rounded down, u in [2^-32, 1]:
// u = m / 2^e, f = m - 1, and -2 log(1 + f) = f (f q(f) - 2), q minimax of degree 7.
INLINE float minus_two_log_uniform(uint32_t w) {
  const float x = (float)(int32_t)(w >> 1) + 0.5f;
  const uint32_t shifted = float_bits(x) - least_mantissa;
  const float f = as_float((shifted & 0x7fffff) + least_mantissa) - 1.0f;
  const float e = (float)(31 - ((int32_t)shifted >> 23));
  float q = -0x1.65eca8p-3f;
  q = q * f + 0x1.25057cp-2f;
  q = q * f - 0x1.317eaap-2f;
  q = q * f + 0x1.535ccap-2f;
  q = q * f - 0x1.98d362p-2f;
  q = q * f + 0x1.00049ep-1f;
  q = q * f - 0x1.5556f2p-1f;
  q = q * f + 0x1.fffffap-1f;
  return e * 0x1.62e43p+0f + f * (f * q - 2.0f);
}

typedef struct {
  float cosine, sine;
} Direction;

// Cosine and sine of 2 pi w / 2^32: the two high bits of w + 2^29 are the quarter turn, the other
// 30 bits an angle x in [-pi/4, pi/4), for which two minimax polynomials in x^2 serve.
INLINE Direction direction_of_turn(uint32_t w) {
  const uint32_t quarter = w + 0x20000000;
  const float x = (float)(int32_t)(w << 2) * 0x1.921fb6p-32f;
  const float y = x * x;
  const float s = x + (x * y) * ((-0x1.994edcp-13f * y + 0x1.11076p-7f) * y - 0x1.555546p-3f);
  const float c = 1.0f + y * ((-0x1.644d8cp-10f * y + 0x1.553e8p-5f) * y - 0x1.ffffb2p-2f);
  const uint32_t swaps = (uint32_t)((int32_t)(quarter << 1) >> 31);
  const uint32_t a = (float_bits(c) & ~swaps) | (float_bits(s) & swaps);
  const uint32_t b = (float_bits(s) & ~swaps) | (float_bits(c) & swaps);
  return (Direction){
    as_float(a ^ ((quarter + 0x40000000) & 0x80000000)), as_float(b ^ (quarter & 0x80000000))};
}

// Box and Muller: (z0, z1) is the direction times the radius sqrt(-2 log u), at most 6.66.
INLINE void draw_pair(RowsLatent z0, RowsLatent z1, RowsWordsIn length, RowsWordsIn turn) {
  EACH_LANE("clang loop vectorize_width(16) interleave_count(PAIRS_AT_ONCE / 16)") {
    const float radius = __builtin_elementwise_sqrt(minus_two_log_uniform(length[i]));
    const Direction direction = direction_of_turn(turn[i]);
    z0[i] = radius * direction.cosine;
    z1[i] = radius * direction.sine;
  }
}

OPERATION void rows_draw_normals(
  RowsLatent month0, RowsLatent month1, RowsLatent month2, RowsLatent month3, uint64_t seed,
  uint32_t driver, uint32_t replicate, uint32_t first_future, uint32_t block) {
  Words words[4];
  draw_words(words, seed, driver, replicate, first_future, block);
  draw_pair(month0, month1, words[0], words[1]);
  draw_pair(month2, month3, words[2], words[3]);
}

INLINE void spread_uniforms(RowsMoney out, RowsWordsIn words) {
  EACH_DOUBLE out[i] = ((double)words[i] + 0.5) * 0x1p-32;
}

OPERATION void rows_draw_uniforms(
  RowsMoney month0, RowsMoney month1, RowsMoney month2, RowsMoney month3, uint64_t seed,
  uint32_t driver, uint32_t replicate, uint32_t first_future, uint32_t block) {
  Words words[4];
  draw_words(words, seed, driver, replicate, first_future, block);
  spread_uniforms(month0, words[0]);
  spread_uniforms(month1, words[1]);
  spread_uniforms(month2, words[2]);
  spread_uniforms(month3, words[3]);
}
