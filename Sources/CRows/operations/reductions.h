// Lane i goes to accumulator i mod 8, in the order of the lanes; the eight are then folded as
// ((0 1)(2 3))((4 5)(6 7)). The order is the meaning of the result, so no level may change it.
typedef double Eight __attribute__((ext_vector_type(8), aligned(8)));

#define FOLD(a, f) \
  f(f(f((a)[0], (a)[1]), f((a)[2], (a)[3])), f(f((a)[4], (a)[5]), f((a)[6], (a)[7])))

INLINE double plus(double a, double b) { return a + b; }
INLINE double lesser(double a, double b) { return b < a ? b : a; }
INLINE double greater(double a, double b) { return b > a ? b : a; }

OPERATION double rows_sum(RowsMoneyIn self, int32_t count) {
  Eight total = 0.0;
  int32_t i = 0;
  for (; i + 8 <= count; i += 8) total += *(const Eight *)(self + i);
  for (; i < count; ++i) total[i & 7] += self[i];
  return FOLD(total, plus);
}

OPERATION double rows_sum_of_products(RowsMoneyIn self, RowsMoneyIn other, int32_t count) {
  Eight total = 0.0;
  int32_t i = 0;
  for (; i + 8 <= count; i += 8) {
    total += *(const Eight *)(self + i) * *(const Eight *)(other + i);
  }
  for (; i < count; ++i) total[i & 7] += self[i] * other[i];
  return FOLD(total, plus);
}

OPERATION double rows_minimum(RowsMoneyIn self, int32_t count) {
  Eight least = __builtin_inf();
  int32_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const Eight x = *(const Eight *)(self + i);
    least = x < least ? x : least;
  }
  for (; i < count; ++i) least[i & 7] = lesser(least[i & 7], self[i]);
  return FOLD(least, lesser);
}

OPERATION double rows_maximum(RowsMoneyIn self, int32_t count) {
  Eight most = -__builtin_inf();
  int32_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const Eight x = *(const Eight *)(self + i);
    most = x > most ? x : most;
  }
  for (; i < count; ++i) most[i & 7] = greater(most[i & 7], self[i]);
  return FOLD(most, greater);
}
