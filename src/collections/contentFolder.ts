/** Takes the environment; gives the content folder as it is to be printed: `CONTENT`, or `content`. */
export function getContentFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env.CONTENT ?? 'content';
}
