/** What the list of visits says, without drawing anything. */

import { addDays } from '../../parts/format.js';

/** The heaps an office sorts its visits into, in the order in which they want work. */
export const HEAPS = {
  toAsk: ['proposed', 'moved'],
  waiting: ['asked', 'confirmed-by-mayor', 'confirmed-by-police'],
  declined: ['declined'],
  confirmed: ['confirmed'],
  announced: ['announced', 'under-way'],
  over: ['done', 'handover', 'closed', 'cancelled'],
};

export const heapOf = (visit) => Object.keys(HEAPS).find((heap) => HEAPS[heap].includes(visit.state));

/** How many visits each heap holds. */
export function heapSizes(visits) {
  const sizes = Object.fromEntries(Object.keys(HEAPS).map((heap) => [heap, 0]));
  for (const visit of visits) sizes[heapOf(visit)]++;
  return sizes;
}

const AGREED = {
  mayor: ['confirmed-by-mayor', 'confirmed', 'announced', 'under-way', 'done', 'handover', 'closed'],
  police: ['confirmed-by-police', 'confirmed', 'announced', 'under-way', 'done', 'handover', 'closed'],
};

/** `agreed`, `open`, `expired`, `declined` or `none`: how one partner stands to the visit as it is dated now. */
export function partnerState(visit, partner) {
  if (AGREED[partner].includes(visit.state)) return 'agreed';
  if (visit.state === 'declined') return beforeTheRefusal(visit, partner);
  if (HEAPS.waiting.includes(visit.state)) return visit[partner] === 'expired' ? 'expired' : 'open';
  return 'none';
}

/** One of the two refused; the other may have agreed before, also by choosing this very date. */
function beforeTheRefusal(visit, partner) {
  if (visit.declinedBy === partner) return 'declined';
  return visit.declinedBy && visit[partner] === 'answered' ? 'agreed' : 'none';
}

/** Citizens learn of a visit at least so many days before. */
const NOTICE_DAYS = 7;

/** The last day on which citizens can be told in time; undefined where they know already, or never do. */
export function announceBy(visit) {
  const untold = [...HEAPS.toAsk, ...HEAPS.waiting, ...HEAPS.confirmed].includes(visit.state);
  return untold && visit.kind !== 'HOME' ? addDays(visit.date, -NOTICE_DAYS) : undefined;
}

/** Days since the question, or undefined where nobody waits for an answer. */
export function daysWaiting(visit, today) {
  if (!visit.askedAt || !HEAPS.waiting.includes(visit.state)) return undefined;
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(visit.askedAt.slice(0, 10))) / 86_400_000));
}

/** After so many days without an answer the working group helps. */
export const DAYS_UNTIL_RAISED = 14;

export const isRaised = (visit, today) => (daysWaiting(visit, today) ?? 0) >= DAYS_UNTIL_RAISED;

/** `unreported`: it was to be held and nobody has said how it went; `lapsed`: its day went by before it was agreed. Else undefined. */
export function passed(visit, today) {
  if (visit.date >= today || HEAPS.over.includes(visit.state)) return undefined;
  return [...HEAPS.confirmed, ...HEAPS.announced].includes(visit.state) ? 'unreported' : 'lapsed';
}

/** Heaps beside the six, shown only while there is something on them. */
export const EXTRA = {
  raised: isRaised,
  passed,
  /** Mayor and police agreed to another room than the visit's. */
  room: (visit) => visit.roomUntold === true,
  /** A partner has no address, or no mail leaves: somebody calls or writes. */
  toTell: (visit) => visit.toTell === true,
};

/** A visit's steps, the new rooms that were told and what partners heard by telephone, in the order in which they came. */
export const happened = ({ history, room, told }) =>
  [...history, ...(room?.told ?? []), ...(told ?? [])].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

/** Where it is held: the room that was named for its date, else the plan's building. */
export const placeOf = ({ room, siteName }) => room?.room || siteName;

/** Letters without diacritics, so that "cuzdrioara" finds "Cuzdrioara" and "mociu" finds "Mociu". */
const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

/** The visits of one heap, of one month where one is named, whose place holds the words. */
export function chosen(visits, { heap, month, words = '', today }) {
  const wanted = plain(words.trim());
  return visits.filter(
    (visit) =>
      (!heap || (EXTRA[heap] ? EXTRA[heap](visit, today) : heapOf(visit) === heap)) &&
      (!month || visit.date.startsWith(month)) &&
      (!wanted || plain(`${visit.locality} ${visit.uat} ${visit.siteName}`).includes(wanted)),
  );
}
