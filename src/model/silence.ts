/** The answer of an article that raises a point and leaves it open, like `actor:-` for nobody. */
export const silence = '-';

/** Returns a claim's answer as digests and data files write it. */
export function getWrittenAnswer({
  answer,
  isSilent,
}: {
  readonly answer: string | null;
  readonly isSilent: boolean;
}): string | null {
  return isSilent ? silence : answer;
}
