import type { ClaimDraft } from '../model/drafts.ts';
import type { Block } from './blocks.ts';
import { closeDirections } from './directions.ts';
import { readDate } from './eventBlock.ts';
import type { SourceText } from './sourceText.ts';

/** Returns the claim in a `claim` block, or reports that `says` or `on` is missing. */
export function readClaimBlock(source: SourceText, block: Block<'claim'>): ClaimDraft | undefined {
  const [says, on] = [block.get('says'), block.get('on')];
  if (!block.has('says'))
    source.report('name-missing', block.at, {
      block: 'claim',
      name: 'says',
      expected: 'what is claimed, in one sentence',
    });
  if (!block.has('on'))
    source.report('name-missing', block.at, {
      block: 'claim',
      name: 'on',
      expected: 'the point it answers, in a few words',
    });
  const withdrawn = readDate(source, block.get('withdrawn'));
  if (!says || !on) return undefined;
  return {
    at: block.at,
    says: { ...says, value: closeDirections(says.value) },
    on: { ...on, value: closeDirections(on.value) },
    by: block.get('by'),
    as: getWords(block, 'as'),
    about: block.get('about'),
    answer: getWords(block, 'answer'),
    withdrawn,
    formerly: readFormerly(source, block),
  };
}

/** Returns the anchors that a claim had before it was reworded, as far as they are anchors. */
function readFormerly(source: SourceText, block: Block<'claim'>): string[] {
  return block.getList('formerly').flatMap(({ value, at }) => {
    if (/^c-[0-9a-f]{8}$/.test(value)) return [value];
    source.report('event-value', at, {
      name: 'formerly',
      found: value,
      expected: 'what follows # in a link to the claim, such as c-1a2b3c4d',
    });
    return [];
  });
}

function getWords(block: Block<'claim'>, name: 'as' | 'answer'): string | null {
  const words = block.get(name);
  return words && closeDirections(words.value);
}
