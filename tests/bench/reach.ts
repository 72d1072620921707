/** What one run of a command took: seconds of wall time, pages rendered of all, the most megabytes in use. */
export interface Sample {
  readonly seconds: number;
  readonly rendered: number;
  readonly pages: number;
  readonly memory: number;
}

/** The medians of our runs on one archive, by what was run. */
export type Samples = ReadonlyMap<string, Sample>;

/** Our medians on an archive of so many articles. */
export interface Measured {
  readonly size: number;
  readonly samples: Samples;
}

/** A run of another generator as the peers' script notes it: seconds of wall time, pages written. */
export interface PeerRun {
  readonly name: string;
  readonly N: number;
  readonly mode: 'cold' | 'nochange' | 'add';
  readonly wall: number;
  readonly pages?: number;
}

/** One line of the comparison: a figure of ours, what it is divided by, and the most that the quotient should be. */
export interface Comparison {
  readonly title: string;
  readonly figure: number;
  readonly unit: 's' | 'ms a page' | 'MB';
  /** Null where the figure stands for itself. */
  readonly divisor: { readonly title: string; readonly figure: number } | null;
  readonly reach: number;
}

/** What the comparison asks: our run, what it is set beside, and the largest quotient. */
const RATIOS: readonly {
  readonly run: string;
  readonly peer: string;
  readonly mode: PeerRun['mode'];
  readonly reach: number;
}[] = [
  { run: 'add one', peer: 'hugo', mode: 'add', reach: 0.5 },
  { run: 'edit one', peer: 'hugo', mode: 'add', reach: 0.5 },
  { run: 'add one, bare', peer: 'hugo', mode: 'add', reach: 0.15 },
  { run: 'edit one, bare', peer: 'hugo', mode: 'add', reach: 0.15 },
  { run: 'no change', peer: 'hugo', mode: 'nochange', reach: 0.1 },
  { run: 'check after an edit', peer: 'hugo', mode: 'add', reach: 0.15 },
  { run: 'dev, a save', peer: 'hugo', mode: 'add', reach: 0.15 },
  { run: 'full, bare', peer: 'eleventy', mode: 'cold', reach: 1.5 },
];

/** How much longer an addition may take in an archive that is larger by `GROWN`. */
const GROWTH = 1.5;
const GROWN = 5;
const MS_A_PAGE = 2;
const MEGABYTES = 600;

/**
 * Returns how our medians compare with other generators on the same archive, and with our own on one a fifth as
 * large. What was not measured is left out.
 */
export function compare(
  { size, samples: ours }: Measured,
  peers: readonly PeerRun[],
  smaller: Measured | null,
): Comparison[] {
  const ratios = RATIOS.flatMap(({ run, peer, mode, reach }) => {
    const sample = ours.get(run);
    const walls = peers.filter((other) => other.name === peer && other.mode === mode);
    if (!sample || walls.length === 0) return [];
    const divisor = { title: `${peer}, ${mode}`, figure: getMedian(walls.map(({ wall }) => wall)) };
    return [{ title: run, figure: sample.seconds, unit: 's' as const, divisor, reach }];
  });
  const isComparable = smaller !== null && size === GROWN * smaller.size;
  return [...ratios, ...(isComparable ? compareGrowth(ours, smaller) : []), ...compareAlone(ours)];
}

function compareGrowth(ours: Samples, smaller: Measured): Comparison[] {
  return ['add one', 'edit one'].flatMap((title) => {
    const [large, small] = [ours.get(title), smaller.samples.get(title)];
    if (!large || !small) return [];
    const divisor = { title: `ours at ${smaller.size}`, figure: small.seconds };
    return [{ title, figure: large.seconds, unit: 's' as const, divisor, reach: GROWTH }];
  });
}

function compareAlone(ours: Samples): Comparison[] {
  const renamed = ours.get('rename actor, bare');
  const memory = Math.max(...[...ours.values()].map((sample) => sample.memory));
  return [
    ...(renamed && renamed.rendered > 0
      ? [
          {
            title: 'rename actor, bare',
            figure: (renamed.seconds * 1000) / renamed.rendered,
            unit: 'ms a page' as const,
            divisor: null,
            reach: MS_A_PAGE,
          },
        ]
      : []),
    ...(memory > 0
      ? [{ title: 'memory', figure: memory, unit: 'MB' as const, divisor: null, reach: MEGABYTES }]
      : []),
  ];
}

/** Returns a Markdown table of comparisons: figures, quotients, what they should be, and whether they are. */
export function printComparisons(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ title, figure, unit, divisor, reach }) => {
    const result = divisor === null ? figure : figure / divisor.figure;
    const beside = divisor === null ? '' : `${divisor.figure.toFixed(2)} s (${divisor.title})`;
    const ratio = divisor === null ? '' : `${result.toFixed(2)} ×`;
    const most = divisor === null ? `${reach} ${unit}` : `${reach} ×`;
    return `| ${title} | ${figure.toFixed(unit === 'MB' ? 0 : 2)} ${unit} | ${beside} | ${ratio} | ≤ ${most} | ${result <= reach ? 'yes' : 'no'} |`;
  });
  return [
    '| run | ours | beside | ratio | reach | reached |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Returns the runs of a size that the peers' script noted, one JSON object a line. */
export function readPeerRuns(log: string, size: number): PeerRun[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PeerRun)
    .filter(({ N }) => N === size);
}

/** Returns the median of the runs of one kind, each figure for itself. */
export function summarize(runs: readonly Sample[]): Sample {
  const middle = (field: keyof Sample) => getMedian(runs.map((run) => run[field]));
  return {
    seconds: middle('seconds'),
    rendered: middle('rendered'),
    pages: middle('pages'),
    memory: middle('memory'),
  };
}

/** Returns the middle of the numbers, the upper one of two. Throws a RangeError if there are none. */
export function getMedian(numbers: readonly number[]): number {
  const middle = numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
  if (middle === undefined) throw new RangeError('There is no median of no numbers.');
  return middle;
}
