import { remember } from '../../model/tracedArchive.ts';
import { viewRetracted, type RetractedView } from '../history/historyView.ts';
import { createAddresses } from '../page/addresses.ts';
import type { ViewContext } from '../page/context.ts';
import { viewRetractedSharing, type SharingView } from '../sharing/sharingView.ts';
import { listRedirects, nameRedirect, type Redirect } from './permalinks.ts';

/** The page of an address whose page was renamed or retracted: a redirect, or what remains of the event. */
export interface GoneView {
  readonly redirect: Redirect | null;
  readonly event: RetractedView | null;
  readonly sharing: SharingView | null;
  /** For an embedded card, the page that the card is for. */
  readonly card: string | null;
}

/** Returns the pages of all renamed and retracted addresses, by address without the base path. */
export function viewGone(context: ViewContext): ReadonlyMap<string, GoneView> {
  return remember(context.archive, context, 'gone', () => {
    const { archive } = context;
    const at = createAddresses('/');
    const former = listRedirects(archive, at).map(({ from }) => from);
    const redirects = listRedirects(archive, context.at).map(
      (redirect, index): [string, GoneView] => [
        former[index] ?? '',
        {
          redirect: { ...redirect, name: nameRedirect(redirect, context) },
          event: null,
          sharing: null,
          card: redirect.cardOf ?? null,
        },
      ],
    );
    const retracted = archive.retracted.flatMap((one): [string, GoneView][] => {
      const address = at.event(one.id);
      const event = viewRetracted(one, context);
      const sharing = viewRetractedSharing(one, context);
      const card = context.at.event(one.id);
      return [
        [address, { redirect: null, event, sharing, card: null }],
        [at.embed(address), { redirect: null, event, sharing: null, card }],
      ];
    });
    return new Map([...redirects, ...retracted]);
  });
}
