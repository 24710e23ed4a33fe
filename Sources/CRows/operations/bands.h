INLINE double positive_part(double x) { return 0.0 > x ? 0.0 : x; }

// What lies below the end of a band, less what lies below the end of the band before it, lies in it. In one
// without end lies all the rest.
INLINE WideMoney in_bands(
  RowsMoneyIn volume, double from, const RowsBand *_Nullable bands, int32_t count, int32_t is_open,
  int32_t at) {
  const WideMoney volumes = WIDE_MONEY(volume + at), start = from;
  const WideMoney all = start > volumes ? start : volumes;
  WideMoney sum = 0.0, before = start;
  for (int32_t b = 0; b < count; ++b) {
    const WideMoney to = bands[b].to;
    const WideMoney until = is_open && b + 1 == count ? all : to < all ? to : all;
    const WideMoney amount = bands[b].rate * (until - before);
    sum = b == 0 ? amount : sum + amount;
    before = until;
  }
  return sum;
}

INLINE void add_bands(
  RowsMoney self, RowsMoneyIn volume, double from, const RowsBand *_Nullable bands, int32_t count,
  int32_t is_open, RowsMoneyFactor factor) {
  for (int32_t at = 0; at < lane_count(); at += MONEY_AT_ONCE) {
    const WideMoney amount = in_bands(volume, from, bands, count, is_open, at);
    WIDE_MONEY(self + at) += factor ? amount * WIDE_MONEY(factor + at) : amount;
  }
}

// Prices mostly have two to four bands, from 0 on and without end; their bands are steps that follow each
// other, not a loop.
OPERATION void rows_add_bands(
  RowsMoney self, RowsMoneyIn volume, double from, const RowsBand *_Nullable bands, int32_t count,
  RowsMoneyFactor factor) {
  if (from == 0.0 && count > 0 && bands[count - 1].to == __builtin_inf()) {
    switch (count) {
      case 2: add_bands(self, volume, 0.0, bands, 2, 1, factor); return;
      case 3: add_bands(self, volume, 0.0, bands, 3, 1, factor); return;
      case 4: add_bands(self, volume, 0.0, bands, 4, 1, factor); return;
    }
  }
  // -0 becomes the 0 that is meant above.
  add_bands(self, volume, from + 0.0, bands, count, 0, factor);
}

OPERATION void rows_add_beyond(
  RowsMoney self, RowsMoneyIn volume, double baseline, double above, double rate,
  RowsMoneyFactor factor) {
  ADD_TIMES(factor, volume[i] > above ? rate * (volume[i] - baseline) : 0.0)
}

OPERATION void rows_add_below(
  RowsMoney self, RowsMoneyIn volume, double baseline, double below, double rate,
  RowsMoneyFactor factor) {
  ADD_TIMES(factor, volume[i] < below ? rate * (baseline - volume[i]) : 0.0)
}

OPERATION void rows_add_outside(
  RowsMoney self, RowsMoneyIn volume, double over, double above, double under, double below,
  RowsMoneyFactor factor) {
  ADD_TIMES(
    factor, above * positive_part(volume[i] - over) + below * positive_part(under - volume[i]))
}
