/** An article as its plain text has it: its parts told apart, what is the page's own and not the article's left out. */
export interface ArticleText {
  readonly title: string | null;
  readonly byline: string | null;
  /** What stands in front of the first sentence, such as “PORTO VELHO, 11 May 2024 –”, without its last dash. */
  readonly dateline: string | null;
  /** The lines above the first paragraph, title and byline among them. */
  readonly head: readonly string[];
  /** The article's own paragraphs, each on one line. */
  readonly paragraphs: readonly string[];
  /** What was left out: share buttons, subheadings, all from the comment form on. */
  readonly rest: readonly string[];
}

/** Takes an article's plain text, as a browser copies it; gives its parts. */
export function readArticleText(text: string): ArticleText {
  const units = joinLines(tidy(text));
  const isButton = (unit: string) => buttons.test(unit);
  const first = units.findIndex((unit, index) => !isButton(unit) && isParagraph(unit, index === 0));
  const start = first < 0 ? Math.min(1, units.length) : first;
  const cut = units.findIndex((unit, index) => index > start && comments.test(unit));
  const end = cut < 0 ? units.length : cut;
  const head = units.slice(0, start).filter((unit) => !isButton(unit));
  const bylineUnit = head.find((unit, index) => index > 0 && readByline(unit));
  const title = findTitle(head.filter((unit) => unit !== bylineUnit && !isStamp(unit)));
  const body = units.slice(start, end);
  const isOwn = (unit: string, index: number) =>
    !isButton(unit) && (index === 0 || !isCaption(unit));
  const paragraphs = body.filter(isOwn);
  const printed = paragraphs[0] === undefined ? null : takeDateline(paragraphs[0]);
  if (printed) paragraphs[0] = printed.rest;
  const line = head.find((unit) => unit !== title && isPlaceLine(unit));
  return {
    title,
    byline: bylineUnit ? readByline(bylineUnit) : null,
    dateline: printed?.dateline ?? line ?? null,
    head,
    paragraphs,
    rest: [...body.filter((unit, index) => !isOwn(unit, index)), ...units.slice(end)],
  };
}

/** Gives how many words a text has, parted by white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

// The page's own words in a line of their own. From the comment form on nothing is the article's.
const comments =
  /^(?:leave (?:a|your) (?:reply|comment)|(?:post|add|write) a comment|(?:\d+ )?(?:comments?|responses?|replies)(?: \(\d+\))?:?|join the (?:conversation|discussion)|your email address will not be published.*|required fields are marked.*|cancel reply)$/i;
const buttons =
  /^(?:share(?: (?:this|on|via)\b.{0,40})?:?|(?:click to )?(?:share|email|print|tweet)(?: \(opens in new window\)| (?:this|article|story|on|to|via)\b.{0,40})?|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|copy link|save|like this:?|loading(?:\.{3}|…)|advertisement|sponsored|read (?:more|also|next)\b.*|more from\b.*|(?:related|recommended)(?: (?:articles?|posts?|stories|topics|news))?:?|you may also like|sign up\b.*|subscribe\b.*|newsletter|follow us\b.*|(?:tags?|filed under|topics?|categor(?:y|ies)):.*|(?:copyright|©).*|all rights reserved.*)$/i;

function tidy(text: string): string {
  // Takes line ends of every system, hard spaces, characters without width, and all other control characters.
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' ');
}

/** Gives the lines of a text, those that were broken to fit a width joined again. */
function joinLines(text: string): string[] {
  const units: string[] = [];
  let isOpen = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/ +/g, ' ').trim();
    const before = units.at(-1);
    if (line === '') {
      isOpen = false;
      continue;
    }
    // A title may be as long as a broken line; what follows it then begins anew.
    const isApart = readByline(line) !== null || isStamp(line) || buttons.test(line);
    const continues = !isApart && (units.length > 1 || /^\p{Ll}/u.test(line));
    if (isOpen && before !== undefined && continues) units[units.length - 1] = `${before} ${line}`;
    else units.push(line);
    isOpen = line.length >= 45 && line.length <= 110 && !readByline(line);
  }
  return units;
}

function isParagraph(unit: string, isFirst: boolean): boolean {
  if (readByline(unit) || isPlaceLine(unit) || isStamp(unit)) return false;
  const words = countWords(unit);
  const isSentence = /[.!?…]["”’»)\]]*$/.test(unit);
  return isFirst
    ? words > 30 || (words >= 15 && isSentence)
    : words >= 20 || (words >= 7 && isSentence) || (isSentence && /[“"«]/.test(unit));
}

/** The first line of the head, but not the name of a section, such as “News”, above the title. */
function findTitle([first, ...others]: readonly string[]): string | null {
  if (first === undefined) return null;
  if (countWords(first) >= 3) return first;
  return others.find((unit) => countWords(unit) >= 3 && !/\d{4}/.test(unit)) ?? first;
}

/** A subheading, a caption or a link: a few words that end like no sentence. */
function isCaption(unit: string): boolean {
  return countWords(unit) <= 12 && !/[.!?…:,;"”’»)\]]$/.test(unit);
}

function isStamp(unit: string): boolean {
  if (/[.!?…]["”’»)\]]*$/.test(unit)) return false;
  return (
    /^(?:(?:first |last )?(?:published|posted|updated|modified)|date)\b/i.test(unit) ||
    (countWords(unit) <= 12 && /\d{4}|:\d\d/.test(unit) && beginsWithDate.test(unit))
  );
}

// Takes “Saturday, 11 May”, “May 11”, “11.05.”, “2024-05-11” and “08:00”.
const beginsWithDate =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}[./]\d|\d{4}-\d|\d{1,2}:\d\d)/i;

function readByline(unit: string): string | null {
  const written = /^(?:(?:words|reported|written|story) )?by:?\s+(.+)$/i.exec(unit)?.[1];
  // What follows a stroke, a dot or a date is no name.
  const name = written
    ?.split(
      /\s*[|•·–—]\s*|\s+-\s+|,?\s+(?=\d)|,\s*(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/i,
    )[0]
    ?.replace(/[,.\s]+$/, '');
  return name && /^\p{Lu}/u.test(name) && countWords(name) <= 10 && countWords(unit) <= 30
    ? name
    : null;
}

/** A line that says where and perhaps when: “PORTO VELHO, 11 May 2024”. */
function isPlaceLine(unit: string): boolean {
  return countWords(unit) <= 10 && unit.includes(',') && isAllCapitals(unit.split(',')[0] ?? '');
}

/** Takes the first paragraph; gives the dateline in front of it and what follows, or null when it has none. */
function takeDateline(paragraph: string): { dateline: string; rest: string } | null {
  const dash = /\s+[–—-]{1,2}\s*|\s*[–—]\s+|\s*--\s*/g;
  let end: { start: number; next: number } | null = null;
  let from = 0;
  for (const match of paragraph.matchAll(dash)) {
    const part = paragraph.slice(from, match.index);
    if (countWords(part) > 9 || /[.!?]["”]?\s+\p{Lu}\p{Ll}/u.test(part)) break;
    const next = match.index + match[0].length;
    if (isDatelinePart(part) && /^[\p{Lu}\d“"«‘]/u.test(paragraph.slice(next)))
      end = { start: match.index, next };
    from = next;
  }
  return end && { dateline: paragraph.slice(0, end.start).trim(), rest: paragraph.slice(end.next) };
}

function isDatelinePart(part: string): boolean {
  const place = part.split(/[,(]/)[0] ?? '';
  return isAllCapitals(place) || /\b(?:19|20)\d\d\b/.test(part);
}

function isAllCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
