import { speechVerbs } from '../speechVerbs.ts';

/** Returns whether an English sentence puts the words that a date belongs to in the future. */
export function speaksAhead(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(0, start);
  if (/\b(?:starting|beginning|effective)(?: on| from)?\s*$/i.test(before)) return true;
  const found = findCue(before);
  if (begins.test(before) && !found?.isOpen) return true;
  if (readInitial(sentence, start, end) === 'ahead') return true;
  // “Sunday’s vote will …”: the verb comes after the noun that the day belongs to.
  if (/^['’]s?\s/.test(sentence.slice(end)) && coming.test(sentence.slice(end, end + 80)))
    return true;
  return found !== null && !found.isOpen;
}

/**
 * Returns the verb before a date that puts it ahead, and whether that is uncertain. “Will explain what
 * happened on Friday” dates what happened, and a Friday on which something could happen may be over.
 */
function findCue(before: string): { readonly isOpen: boolean } | null {
  const clause = before.split(/[;:]|,\s|\bthat\b|\bafter\b/).at(-1) ?? '';
  const cue = cues.exec(clause) ?? weakCues.exec(clause);
  if (cue === null) return null;
  const between = clause.slice(cue.index + cue[0].length);
  if (spoke.test(between)) return null;
  const isFar = between.trim().split(/\s+/).length > maxBetween;
  const isWeak = weakCues.test(cue[0]);
  const isOpen =
    questions.test(between) ||
    past.test(between.replace(participle, ' ')) ||
    // “Was scheduled for Friday” may mean a Friday that is over.
    /^(?:was|were) (?:due|set|scheduled|planned|expected)/.test(cue[0]) ||
    (isWeak && (isFar || /^(?:could|should)/.test(cue[0])));
  return { isOpen };
}

/** Maximum number of words between a verb and the date that it puts ahead. */
const maxBetween = 6;
const questions = /\b(?:what|who|whom|whose|how|why|where|when|which|whether|if)\b/;
// “Will be reopened”, “the proposed tariff”.
const participle =
  /\b(?:be|been|being|get|the|an?|its|his|her|their)\s+(?:\p{L}+ly\s+)?\p{L}+(?:ed|n|t)\b/gu;

// In the present tense a day is ahead: “the ban takes effect on 2 January”.
const begins =
  /(?<!\b(?:not|to|did|didn[’']t|never)\s)\b(?:takes? effect|comes? into (?:force|effect)|takes? place|begins?|starts|opens|closes|ends|expires?|resumes?|returns|sails|leaves|arrives|meets|runs out|falls due|kicks off|reopens?|deadline is|is due|are due|is|are)\s+(?:(?:on|at|in|from|by)\s+)?(?:the\s+)?$/i;
const coming = /\b(?:will|is to|are to|is due|are due|is expected|are expected|would)\b/i;
const cues =
  /\b(?:will|won[’']t|shall|would|(?:is|are|was|were) (?:due|set|to|scheduled|planned|expected|going)|due (?:to|on|in|for|by|at|this|next)|scheduled|plans? (?:to|for)|planned|planning|expected|expects?|ahead of|to be held|to meet|to resume|to begin|to start|(?:calls?|called|calling) for|postponed (?:to|until|till)|(?:vow|threaten|promise)(?:s|ed)? to)\b(?!.*\b(?:will|would)\b)/i;
const weakCues =
  /\b(?:must|(?:has|have|needs?) to|can|could|may|might|should)\b(?! not\b| have\b| be seen\b)/;
// The day of an order may have passed; a present tense may mean the future.
const open =
  /\b(?:had (?:until|to)|(?:was|were|been) (?:ordered|told|asked|given|allowed|meant|supposed|warned|invited|summoned) (?:to|until)|deadline)\b[^,;:]*$|\b(?:votes|rules|decides|convenes|gathers|hosts|hears|holds|travels|heads|visits|flies|appears|launches|departs|goes|comes|meets|opens|closes|ends|begins|starts|returns|sails|leaves|arrives|resumes|reopens|marks|delivers|presents|publishes|signs|speaks)\b(?: \S+){0,4} (?:on )?$|(?<!\b(?:did|not|to|didn[’']t)\s)\b(?:meet|resume|begin|convene|decide|arrive|gather)\b (?:on )?$/i;

/** Returns whether an English sentence leaves open if what it dates, from `start` on, has happened yet. */
export function isTenseOpen(sentence: string, start: number, end: number): boolean {
  if (readInitial(sentence, start, end) === 'open') return true;
  const found = findCue(sentence.slice(0, start));
  if (found) return found.isOpen;
  const clause =
    sentence
      .slice(0, start)
      .split(/[;:]|,\s|\bthat\b/)
      .at(-1) ?? '';
  return open.test(clause) && !begins.test(sentence.slice(0, start));
}

const spoke = new RegExp(`\\b(?:${speechVerbs})\\b`, 'i');

/**
 * Returns the tense of the verb after a date at the start of its sentence or clause: “On Friday the council
 * will vote”. Null if it is in the past, or if there is none.
 */
function readInitial(sentence: string, start: number, end: number): 'ahead' | 'open' | null {
  if (!initial.test(sentence.slice(0, start))) return null;
  const behind = sentence.slice(end).replace(relativeClause, ' ');
  const [clause = ''] = behind.split(clauseEnd);
  const cue = modals.exec(clause);
  const speech = spoke.exec(clause);
  // “On Friday, the mayor said, she would resign”: Friday may date either verb.
  if (speech && /^[^,]*,/.test(behind.slice(speech.index + speech[0].length).slice(0, 2)))
    return modals.test(behind) ? 'open' : null;
  if (!cue) return present.test(clause) ? 'open' : null;
  if (speech && speech.index < cue.index) return null;
  const isOpen = /^(?:would|could|should)/.test(cue[0]) || past.test(clause.slice(0, cue.index));
  return isOpen ? 'open' : 'ahead';
}

const initial =
  /(?:^|[,;:—–(]|\b(?:and|but|then))\s*(?:(?:on|by|until|till|from|in|at|before|after|the|late|early|mid|around|about|this|next|coming)[\s-]+)*$/i;
const relativeClause = /,\s(?:who|which|whose|where)\b[^,]*,/g;
const clauseEnd =
  /[;:.]|,?\s(?:and|but|while|because|after|before|when|where|who|which|that|whether|if|as|since)\s/;
const modals =
  /\b(?:will|won[’']t|shall|must(?! have)|may(?! have)|might(?! have)|can|would(?! have)|could(?! have)|should(?! have)|(?:is|are) (?:to|due|set|expected|scheduled|planned|going)|ha[sv]e? to|plans? to)\b/;
const past =
  /\p{L}ed\b|\b(?:met|held|found|made|took|gave|went|came|saw|knew|thought|felt|sent|got|began|won|lost|heard|let|put|set|chose|left|did|had|was|were|fell|broke|sank)\b/iu;
const present =
  /^,?\s+(?:[\p{L}’'-]+\s){1,5}(?:votes|meets?|opens|closes|ends|begins?|starts|resumes?|returns|rules|decides?|convenes?|gathers?|hosts|hears|reopens?|sails|leaves|arrives?|takes|goes|plays|faces)\b/u;
