#define INDICATE(relation, bound) \
  EACH_DOUBLE self[i] = value[i] relation bound ? 1.0 : 0.0; \
  break

OPERATION void rows_indicate(
  RowsMoney self, RowsMoneyIn value, RowsComparison comparison, RowsMoneyIn bound) {
  switch (comparison) {
    case ROWS_BELOW: INDICATE(<, bound[i]);
    case ROWS_AT_MOST: INDICATE(<=, bound[i]);
    case ROWS_ABOVE: INDICATE(>, bound[i]);
    case ROWS_AT_LEAST: INDICATE(>=, bound[i]);
  }
}

OPERATION void rows_indicate_constant(
  RowsMoney self, RowsMoneyIn value, RowsComparison comparison, double bound) {
  switch (comparison) {
    case ROWS_BELOW: INDICATE(<, bound);
    case ROWS_AT_MOST: INDICATE(<=, bound);
    case ROWS_ABOVE: INDICATE(>, bound);
    case ROWS_AT_LEAST: INDICATE(>=, bound);
  }
}

typedef uint32_t WideWords __attribute__((ext_vector_type(MONEY_AT_ONCE), aligned(32)));
typedef int32_t WideCounts __attribute__((ext_vector_type(MONEY_AT_ONCE)));
typedef int64_t WideMask __attribute__((ext_vector_type(MONEY_AT_ONCE)));

OPERATION void rows_add_count(
  RowsMoney self, RowsWordsIn words, uint32_t mask, double weight) {
  EACH_DOUBLE self[i] += (double)__builtin_popcount(words[i] & mask) * weight;
}

// Bit b is the month b months ago; a pair counts where its later month is in the mask.
OPERATION void rows_add_pairs(
  RowsMoney self, RowsWordsIn words, uint32_t mask, int32_t apart, double weight) {
  EACH_DOUBLE {
    const uint32_t pairs = words[i] & (words[i] >> apart);
    self[i] += (double)__builtin_popcount(pairs & mask) * weight;
  }
}

OPERATION void rows_raise_count(
  RowsMoney self, RowsWordsIn words, uint32_t mask, int32_t least, RowsMoneyIn ceiling) {
  for (int32_t at = 0; at < lane_count(); at += MONEY_AT_ONCE) {
    const WideWords counted = *(const WideWords *)(words + at) & mask;
    const WideCounts bits = __builtin_convertvector(
      __builtin_elementwise_popcount(counted), WideCounts);
    const WideMask enough = __builtin_convertvector(bits >= least, WideMask);
    const WideMoney none = 0.0, before = WIDE_MONEY(self + at);
    const WideMoney raised = enough ? WIDE_MONEY(ceiling + at) : none;
    WIDE_MONEY(self + at) = raised > before ? raised : before;
  }
}

OPERATION void rows_replace_first(
  RowsMoney self, RowsMoney first, RowsMoneyIn rule, double vacant, double c) {
  EACH_DOUBLE {
    // A product, for a choice would become masked stores that are read back.
    const double hit = (self[i] == vacant ? 1.0 : 0.0) * rule[i];
    first[i] += hit;
    self[i] = hit != 0.0 ? c : self[i];
  }
}
