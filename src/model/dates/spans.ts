/** Moments from `from` up to but excluding `to`, in milliseconds since 1970 UTC; infinite if open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Returns the intersection of two lists of spans, each sorted and disjoint. */
export function intersectSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const both: Span[] = [];
  let [i, j] = [0, 0];
  for (let x = a[i], y = b[j]; x && y; x = a[i], y = b[j]) {
    const span = { from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) };
    if (span.from < span.to) both.push(span);
    if (x.to <= y.to) i += 1;
    else j += 1;
  }
  return both;
}

/** Returns the union of spans, sorted and disjoint. */
export function uniteSpans(spans: readonly Span[]): readonly Span[] {
  const united: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = united.at(-1);
    if (last && span.from <= last.to)
      united[united.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else united.push(span);
  }
  return united;
}
