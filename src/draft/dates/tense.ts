import { speechVerbs } from '../sentences.ts';

/** Says whether an English sentence puts what it dates after its words, or what they belong to, still ahead. */
export function speaksAhead(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(0, start);
  if (/\b(?:starting|beginning|effective)(?: on| from)?\s*$/i.test(before)) return true;
  if (begins.test(before)) return true;
  // “Sunday’s vote will …”: the verb comes behind what the day belongs to.
  if (/^['’]s?\s/.test(sentence.slice(end)) && coming.test(sentence.slice(end, end + 80)))
    return true;
  const clause = before.split(/[;:]|,\s|\bthat\b|\bafter\b/).at(-1) ?? '';
  const cue = cues.exec(clause);
  return cue !== null && !spoke.test(clause.slice(cue.index + cue[0].length));
}

// In the present tense a day is ahead: “the ban takes effect on 2 January”.
const begins =
  /\b(?:takes? effect|comes? into (?:force|effect)|takes? place|begins?|starts|opens|closes|ends|expires?|resumes?|returns|sails|leaves|arrives|meets|runs out|falls due|kicks off|reopens?|deadline is|is due|are due|is|are)\s+(?:(?:on|at|in|from|by)\s+)?(?:the\s+)?$/i;
const coming = /\b(?:will|is to|are to|is due|are due|is expected|are expected|would)\b/i;
const cues =
  /\b(?:will|must(?! have)|(?:ha[sv]e?|needs?) to|(?:can|could|may|might|should)(?! not| have| be seen)|won[’']t|shall|would|(?:is|are|was|were) (?:due|set|to|scheduled|planned|expected|going)|due|scheduled|plans?|planned|planning|expected|expects?|ahead of|to be held|to meet|to resume|to begin|to start|(?:calls?|called|calling) for|postponed (?:to|until|till)|(?:vow|threaten|promise)(?:s|ed)? to)\b(?!.*\b(?:will|would)\b)/i;
// Of an order that was given nothing says whether its day has passed, nor of a present that may be to come.
const open =
  /\b(?:had (?:until|to)|(?:was|were|been) (?:ordered|told|asked|given|allowed|meant|supposed|warned|invited|summoned) (?:to|until)|deadline)\b[^,;:]*$|\b(?:votes|rules|decides|convenes|gathers|hosts|hears|holds|travels|heads|visits|flies|appears|launches|departs|goes|comes|meets|opens|closes|ends|begins|starts|returns|sails|leaves|arrives|resumes|reopens|marks|delivers|presents|publishes|signs|speaks)\b(?: \S+){0,4} (?:on )?$|(?<!\b(?:did|not|to|didn[’']t)\s)\b(?:meet|resume|begin|convene|decide|arrive|gather)\b (?:on )?$/i;

/** Says whether an English sentence leaves open if what it dates, the words from there on, has happened yet. */
export function isTenseOpen(sentence: string, start: number): boolean {
  const clause =
    sentence
      .slice(0, start)
      .split(/[;:]|,\s|\bthat\b/)
      .at(-1) ?? '';
  return open.test(clause) && !cues.test(clause) && !begins.test(sentence.slice(0, start));
}

const spoke = new RegExp(`\\b(?:${speechVerbs})\\b`, 'i');
