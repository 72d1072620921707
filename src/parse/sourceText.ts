import type { Node } from 'unist';
import { createProblem, type Problem } from '../problems/problem.ts';
import type { ProblemFacts, ProblemKind } from '../problems/kinds.ts';
import type { SourceLocation } from '../problems/sourceLocation.ts';

/** Returns a file's bytes as text, or undefined if they aren't UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A file being parsed: its lines, and the problems found so far. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly problems: Problem[] = [];
  #reached: SourceLocation;

  /** Creates a source from a file's display name and its whole text. */
  constructor(file: string, text: string) {
    this.file = file;
    this.#reached = { file, line: 1, column: 1 };
    // Normalises line ends of all systems.
    this.text = text.replace(/\r\n?/g, '\n');
    this.lines = this.text.split('\n');
  }

  /** Returns the location of a line and column, both counted from 1. */
  at(line: number, column: number): SourceLocation {
    this.#reached = { file: this.file, line, column };
    return this.#reached;
  }

  /** The last location requested, which approximates the current position. */
  get reached(): SourceLocation {
    return this.#reached;
  }

  /** Returns the location of a Markdown node's start. */
  startOf(node: Node): SourceLocation {
    return this.at(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
  }

  /** Adds a problem in this file. */
  report<K extends ProblemKind>(
    kind: K,
    at: SourceLocation,
    ...facts: [ProblemFacts<K>] extends [never] ? [] : [facts: ProblemFacts<K>]
  ): void {
    this.problems.push(createProblem(kind, at, ...facts));
  }
}
