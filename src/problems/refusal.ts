/** A command that cannot begin or go on, for a reason that a person can mend: its message is all that is said. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Returns whether that is what was thrown; told by its name, as compiled code has a class of its own. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal';
}
