INLINE double positive_part(double x) { return 0.0 > x ? 0.0 : x; }

// What lies below the end of a band, less what lies below the end of the band before it, lies in it.
INLINE WideMoney in_bands(
  RowsMoneyIn volume, double from, const RowsBand *_Nullable bands, int32_t count, int32_t at) {
  const WideMoney volumes = WIDE_MONEY(volume + at), start = from;
  const WideMoney all = start > volumes ? start : volumes;
  WideMoney sum = 0.0, before = start;
  for (int32_t b = 0; b < count; ++b) {
    const WideMoney to = bands[b].to, until = to < all ? to : all;
    sum += bands[b].rate * (until - before);
    before = until;
  }
  return sum;
}

OPERATION void rows_add_bands(
  RowsMoney self, RowsMoneyIn volume, double from, const RowsBand *_Nullable bands, int32_t count,
  RowsMoneyFactor factor) {
  for (int32_t at = 0; at < lane_count(); at += MONEY_AT_ONCE) {
    const WideMoney amount = in_bands(volume, from, bands, count, at);
    WIDE_MONEY(self + at) += factor ? amount * WIDE_MONEY(factor + at) : amount;
  }
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
