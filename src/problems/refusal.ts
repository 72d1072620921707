/** A command that can't start or continue, for a reason that the user can fix; only its message is printed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Returns whether an error is a Refusal; compared by name, as compiled code has its own class. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal';
}
