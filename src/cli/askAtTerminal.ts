import { autocomplete, isCancel, text } from '@clack/prompts';

/**
 * A question to an editor; `check` returns what was expected of an answer, or undefined if the answer is
 * valid.
 */
export interface PromptQuestion {
  readonly words: string;
  readonly initial?: string | undefined;
  readonly isRequired: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
  check(answer: string): string | undefined;
}

/** Asks an editor a question at the terminal. Returns the answer, or null if the editor cancels. */
export async function askAtTerminal(question: PromptQuestion): Promise<string | null> {
  const { words, initial, isRequired, choices } = question;
  const validate = (input: string | undefined) => {
    const answer = (input ?? '').trim();
    if (answer === '') return isRequired ? 'An answer is required.' : undefined;
    const expected = question.check(answer);
    return expected === undefined ? undefined : `Expected ${expected}.`;
  };
  if (choices && choices.length > 0) {
    const none = isRequired ? [] : [{ value: '', label: '(none)' }];
    const chosen = await autocomplete({
      message: words,
      options: [...none, ...choices],
      maxItems: 10,
    });
    return isCancel(chosen) ? null : chosen;
  }
  const answer = await text({
    message: words,
    validate,
    ...(initial === undefined ? {} : { initialValue: initial }),
    ...(isRequired ? {} : { placeholder: 'optional' }),
  });
  return isCancel(answer) ? null : ((answer as string | undefined) ?? '').trim();
}
