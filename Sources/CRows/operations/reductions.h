// Lane i goes to accumulator i mod 16, in the order of the lanes. Of the sixteen, k and k + 8 are put
// together, and the eight are then folded as ((0 1)(2 3))((4 5)(6 7)). The order is the meaning of the
// result, so no level may change it.
typedef double Sixteen __attribute__((ext_vector_type(16), aligned(8)));
typedef double Eight __attribute__((ext_vector_type(8)));

#define FOLD(a, f) \
  f(f(f((a)[0], (a)[1]), f((a)[2], (a)[3])), f(f((a)[4], (a)[5]), f((a)[6], (a)[7])))

INLINE double plus(double a, double b) { return a + b; }
INLINE double lesser(double a, double b) { return b < a ? b : a; }
INLINE double greater(double a, double b) { return b > a ? b : a; }

OPERATION double rows_sum(RowsMoneyIn self, int32_t count) {
  Sixteen total = 0.0;
  int32_t i = 0;
  for (; i + 16 <= count; i += 16) total += *(const Sixteen *)(self + i);
  for (; i < count; ++i) total[i & 15] += self[i];
  const Eight totals = total.lo + total.hi;
  return FOLD(totals, plus);
}

OPERATION double rows_sum_of_products(RowsMoneyIn self, RowsMoneyIn other, int32_t count) {
  Sixteen total = 0.0;
  int32_t i = 0;
  for (; i + 16 <= count; i += 16) {
    total += *(const Sixteen *)(self + i) * *(const Sixteen *)(other + i);
  }
  for (; i < count; ++i) total[i & 15] += self[i] * other[i];
  const Eight totals = total.lo + total.hi;
  return FOLD(totals, plus);
}

OPERATION double rows_minimum(RowsMoneyIn self, int32_t count) {
  Sixteen least = __builtin_inf();
  int32_t i = 0;
  for (; i + 16 <= count; i += 16) {
    const Sixteen x = *(const Sixteen *)(self + i);
    least = x < least ? x : least;
  }
  for (; i < count; ++i) least[i & 15] = lesser(least[i & 15], self[i]);
  const Eight leasts = least.hi < least.lo ? least.hi : least.lo;
  return FOLD(leasts, lesser);
}

OPERATION double rows_maximum(RowsMoneyIn self, int32_t count) {
  Sixteen most = -__builtin_inf();
  int32_t i = 0;
  for (; i + 16 <= count; i += 16) {
    const Sixteen x = *(const Sixteen *)(self + i);
    most = x > most ? x : most;
  }
  for (; i < count; ++i) most[i & 15] = greater(most[i & 15], self[i]);
  const Eight mosts = most.hi > most.lo ? most.hi : most.lo;
  return FOLD(mosts, greater);
}
