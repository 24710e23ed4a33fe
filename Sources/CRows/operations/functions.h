INLINE double as_double(uint64_t bits) { return __builtin_bit_cast(double, bits); }
INLINE uint64_t double_bits(double x) { return __builtin_bit_cast(uint64_t, x); }

// Adding 1.5 * 2^52 rounds to a whole number, which then stands in the low bits.
static const double whole = 0x1.8p52;

// 2^n for whole n in [-1022, 1023]: the low bits of n + 1023 become the exponent field.
INLINE double power_of_two(double n) { return as_double(double_bits(n + (whole + 1023.0)) << 52); }

// e^r = 1 + r + r^2 q(r) for |r| <= ln(2) / 2, q minimax of degree 9: within 2^-58.
INLINE double exponential_near_zero(double r) {
  double q = 0x1.af856887d4c3ap-26;
  q = q * r + 0x1.28b02b39b2c27p-22;
  q = q * r + 0x1.71dddfe1c638ap-19;
  q = q * r + 0x1.a01996b8edafep-16;
  q = q * r + 0x1.a01a01bad71e3p-13;
  q = q * r + 0x1.6c16c1859705ap-10;
  q = q * r + 0x1.111111110d660p-7;
  q = q * r + 0x1.555555555008dp-5;
  q = q * r + 0x1.5555555555561p-3;
  q = q * r + 0x1.000000000000bp-1;
  return 1.0 + (r + (r * r) * q);
}

// e^x = 2^n e^r, n = round(x / ln 2), r = x - n ln 2 with ln 2 in two parts, of which the first
// has 20 zero bits at its end, so that n times it is exact. 2^n is applied in two halves: the
// first product is exact, and the second rounds once even where the result is subnormal. The
// clamps leave a NaN alone and lie beyond overflow and underflow.
INLINE double exponential(double x) {
  const double above = x < -746.0 ? -746.0 : x;
  const double y = above > 710.0 ? 710.0 : above;
  const double n = (y * 0x1.71547652b82fep+0 + whole) - whole;
  const double half = (n * 0.5 + whole) - whole;
  const double r = (y - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33;
  return (exponential_near_zero(r) * power_of_two(half)) * power_of_two(n - half);
}

// An exponential by itself mostly waits, each step for the last, so 64 take each step side by side.
#define EACH_SIDE_BY_SIDE EACH_LANE("clang loop vectorize_width(8) interleave_count(8)")

OPERATION void rows_exponentiate(RowsMoney self) {
  EACH_SIDE_BY_SIDE self[i] = exponential(self[i]);
}

OPERATION void rows_square_root(RowsMoney self) {
  EACH_DOUBLE self[i] = __builtin_elementwise_sqrt(self[i]);
}

OPERATION void rows_logistic(RowsMoney self) {
  EACH_SIDE_BY_SIDE self[i] = 1.0 / (1.0 + exponential(-self[i]));
}
