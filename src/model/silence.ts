/** What stands for an answer where an article raises a point and leaves it open, as `actor:-` stands for nobody. */
export const silence = '-';

/** Returns the answer of a claim as a digest and the data have it. */
export function getWrittenAnswer({
  answer,
  isSilent,
}: {
  readonly answer: string | null;
  readonly isSilent: boolean;
}): string | null {
  return isSilent ? silence : answer;
}
