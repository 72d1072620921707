type Point = readonly [number, number];

/**
 * Returns a line without the points that lie within `tolerance` of the line between those that stay
 * (Ramer–Douglas–Peucker). Its ends stay.
 */
export function simplify<P extends Point>(line: readonly P[], tolerance: number): P[] {
  const kept = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const [start, end] = [line[from], line[to]];
    if (!start || !end) continue;
    let [farthest, distance] = [0, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const own = measure(line[index] ?? start, start, end);
      if (own > distance) [farthest, distance] = [index, own];
    }
    if (farthest === 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept.has(index));
}

/** Returns the distance of a point from the line between two others. */
function measure([x, y]: Point, [startX, startY]: Point, [endX, endY]: Point): number {
  const [width, height] = [endX - startX, endY - startY];
  const length = width ** 2 + height ** 2;
  const along = length === 0 ? 0 : ((x - startX) * width + (y - startY) * height) / length;
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - startX - nearest * width, y - startY - nearest * height);
}
