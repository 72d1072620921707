import type { LinkedPassage, LinkedText, NameGiven } from '../model/archive.ts';
import { getWrittenAnswer } from '../model/silence.ts';
import type { ViewContext } from '../views/page/context.ts';
import { renderNodes } from '../views/page/proseHtml.ts';
import type { PassageJson, TextJson } from './schemas.ts';
import { speakerToJson, subjectToJson } from './speakers.ts';

/** Returns a linked text in the form it has in the data. */
export function textToJson(text: LinkedText, context: ViewContext): TextJson {
  return {
    passages: text.passages.map((passage) => passageToJson(passage, context)),
    actors: [...text.actors],
    places: [...text.places],
    spelled: text.spelled.map(({ actor, spelling }) => ({ actor, spelling })),
    namedAs: text.namedAs.map(nameGivenToJson),
  };
}

/** Returns a name that somebody gives to an actor, in the form it has in the data. */
export function nameGivenToJson({
  actor,
  spelling,
  speaker,
}: NameGiven): TextJson['namedAs'][number] {
  return { actor, spelling, speaker: speaker.type, ...speakerToJson(speaker) };
}

function passageToJson(passage: LinkedPassage, context: ViewContext): PassageJson {
  switch (passage.type) {
    case 'prose':
      return { kind: 'prose', html: renderNodes(passage.nodes, context.at) };
    case 'quotation': {
      const { speaker, where, text, nodes, names } = passage.quotation;
      return {
        kind: 'quotation',
        speaker: speaker.type,
        ...speakerToJson(speaker),
        where,
        text,
        html: renderNodes(nodes, context.at),
        names: [...names],
      };
    }
    case 'claim': {
      const { speaker, about, on, says, withdrawn, names } = passage.claim;
      return {
        kind: 'claim',
        speaker: speaker.type,
        ...speakerToJson(speaker),
        about: subjectToJson(about),
        on,
        answer: getWrittenAnswer(passage.claim),
        says,
        withdrawn: withdrawn?.written ?? null,
        names: [...names],
      };
    }
  }
}
