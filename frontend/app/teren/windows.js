/** One phone, two windows of the same page: what one keeps, the others show; what one has not seen yet, it does not write over. */

const NAME = 'caravana-teren';
const channel = globalThis.BroadcastChannel && globalThis.document ? new BroadcastChannel(NAME) : undefined;

/** Tells the other windows that the phone keeps something else now. */
export const tellOthers = () => channel?.postMessage('changed');

/** @param listener called when another window has kept or taken away something */
export const whenOthersChange = (listener) => channel?.addEventListener('message', listener);

/** The next writing of a draft; each is one higher than the last that this window knows of. */
export const numbered = (draft, known) => ({ ...draft, writing: (known?.writing ?? 0) + 1 });

/**
 * Whether another window has counted, begun or signed meanwhile.
 *
 * @param next the draft to be kept, numbered @param known as this window last saw it @param stored as the phone keeps it
 * @param signed whether the phone holds a signed report under the draft's id
 */
export function isOvertaken({ next, known, stored, signed }) {
  if (signed) return true;
  if (!stored) return false;
  return (stored.writing ?? 0) >= next.writing || Boolean(known && stored.id !== known.id);
}
