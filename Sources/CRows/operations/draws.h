// Normals and uniforms of random words (../ars.h).

INLINE float as_float(uint32_t bits) { return __builtin_bit_cast(float, bits); }
INLINE uint32_t float_bits(float x) { return __builtin_bit_cast(uint32_t, x); }

// sqrt(1/2) as bits: mantissas are taken from [sqrt(1/2), sqrt(2)), so that log(1) has no error.
static const uint32_t least_mantissa = 0x3f3504f3;

// -2 log(u) of the uniform u = x / 2^31, x = w / 2 + 1/2, w / 2 rounded down, u in [2^-32, 1]:
// u = m 2^e, f = m - 1, and -2 log(1 + f) = f (f q(f) - 2), q minimax of degree 7. Of x the exponent is
// 31 more, which is taken from its bits together with those of the least mantissa.
INLINE float minus_two_log_uniform(uint32_t w) {
  const float x = (float)(int32_t)(w >> 1) + 0.5f;
  const uint32_t shifted = float_bits(x) - (least_mantissa + (31 << 23));
  const float f = as_float((shifted & 0x7fffff) + least_mantissa) - 1.0f;
  const float e = (float)((int32_t)shifted >> 23);
  float q = -0x1.65eca8p-3f;
  q = q * f + 0x1.25057cp-2f;
  q = q * f - 0x1.317eaap-2f;
  q = q * f + 0x1.535ccap-2f;
  q = q * f - 0x1.98d362p-2f;
  q = q * f + 0x1.00049ep-1f;
  q = q * f - 0x1.5556f2p-1f;
  q = q * f + 0x1.fffffap-1f;
  return f * (f * q - 2.0f) - e * 0x1.62e43p+0f;
}

typedef struct {
  float cosine, sine;
} Direction;

// A direction of w: 30 bits are an angle x in [-pi/4, pi/4), for which two minimax polynomials in x^2
// serve as cosine and sine. The other two are the quarter turn: the highest is the sign of the cosine, the
// next says which comes first.
INLINE Direction direction_of_turn(uint32_t w) {
  const float x = (float)(int32_t)(w << 2) * 0x1.921fb6p-32f;
  const float y = x * x;
  const float s = x + (x * y) * ((-0x1.994edcp-13f * y + 0x1.11076p-7f) * y - 0x1.555546p-3f);
  const float c = 1.0f + y * ((-0x1.644d8cp-10f * y + 0x1.553e8p-5f) * y - 0x1.ffffb2p-2f);
  const float d = as_float(float_bits(c) ^ (w & 0x80000000));
  const int swaps = (int32_t)(w << 1) < 0;
  return (Direction){swaps ? s : d, swaps ? d : s};
}

// Box and Muller: (z0, z1) is the direction times the radius sqrt(-2 log u), at most 6.66. A normal by
// itself mostly waits, each step of a polynomial for the last, so PAIRS_AT_ONCE take each step side
// by side, with which each level was fastest.
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
  RowsBlockWords words[4];
  rows_draw_words(BLOCKS_AT_ONCE, words, seed, driver, replicate, first_future, block);
  draw_pair(month0, month1, words[0], words[1]);
  draw_pair(month2, month3, words[2], words[3]);
}

// The first of them alone.
OPERATION void rows_draw_normal(
  RowsLatent month0, uint64_t seed, uint32_t driver, uint32_t replicate, uint32_t first_future,
  uint32_t block) {
  RowsBlockWords words[4];
  float unused[ROWS_LANES];
  rows_draw_words(BLOCKS_AT_ONCE, words, seed, driver, replicate, first_future, block);
  draw_pair(month0, unused, words[0], words[1]);
}

INLINE void spread_uniforms(RowsMoney out, RowsWordsIn words) {
  EACH_DOUBLE out[i] = ((double)words[i] + 0.5) * 0x1p-32;
}

OPERATION void rows_draw_uniforms(
  RowsMoney month0, RowsMoney month1, RowsMoney month2, RowsMoney month3, uint64_t seed,
  uint32_t driver, uint32_t replicate, uint32_t first_future, uint32_t block) {
  RowsBlockWords words[4];
  rows_draw_words(BLOCKS_AT_ONCE, words, seed, driver, replicate, first_future, block);
  spread_uniforms(month0, words[0]);
  spread_uniforms(month1, words[1]);
  spread_uniforms(month2, words[2]);
  spread_uniforms(month3, words[3]);
}
