import type { PageHistory } from '../model/archive.ts';
import type { Correction } from '../model/drafts.ts';
import type { ViewContext } from './context.ts';
import { labelDay } from './dateLabel.ts';
import type { DateView } from './eventCard.ts';

export interface CorrectionView {
  readonly date: DateView;
  readonly reason: string;
}

/** What has been said of a page since it was published, the newest correction first. */
export interface HistoryView {
  readonly retracted: CorrectionView | null;
  readonly corrections: readonly CorrectionView[];
}

/** Gives what a page says of its own corrections, and of its retraction if it was retracted. */
export function viewHistory(history: PageHistory | null, context: ViewContext): HistoryView {
  const view = ({ date, reason }: Correction): CorrectionView => ({
    date: { label: labelDay(date, context.dates), datetime: date },
    reason,
  });
  const corrections = [...(history?.corrections ?? [])].sort((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : 0,
  );
  return {
    retracted: history?.retracted ? view(history.retracted) : null,
    corrections: corrections.map(view),
  };
}
