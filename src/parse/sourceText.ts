import type { Node } from 'unist';
import { createProblem, type Problem } from '../problems/problem.ts';
import type { ProblemFacts, ProblemKind } from '../problems/kinds.ts';
import type { Place } from '../problems/place.ts';

/** Returns the text of a file's bytes, or undefined where they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** One file being parsed: its lines, and the problems found in it so far. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly problems: Problem[] = [];
  #reached: Place;

  /** Takes the file's name as the editor knows it, and its whole text. */
  constructor(file: string, text: string) {
    this.file = file;
    this.#reached = { file, line: 1, column: 1 };
    // Line ends of every system are one: they must not reach what is read.
    this.text = text.replace(/\r\n?/g, '\n');
    this.lines = this.text.split('\n');
  }

  /** Returns the place of a line and column, both counted from 1. */
  at(line: number, column: number): Place {
    this.#reached = { file: this.file, line, column };
    return this.#reached;
  }

  /** The place that was asked for last: about there reading is. */
  get reached(): Place {
    return this.#reached;
  }

  /** Returns the place where a Markdown node starts. */
  startOf(node: Node): Place {
    return this.at(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
  }

  /** Notes a problem of this file. */
  report<K extends ProblemKind>(
    kind: K,
    at: Place,
    ...facts: [ProblemFacts<K>] extends [never] ? [] : [facts: ProblemFacts<K>]
  ): void {
    this.problems.push(createProblem(kind, at, ...facts));
  }
}
