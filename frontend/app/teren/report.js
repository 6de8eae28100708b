/** A report of one visit while it is being filled in. Pure functions; what the phone keeps is the draft they make. */

export const CATEGORIES = [
  'NO_ID',
  'EXPIRED_ID',
  'DAMAGED_ID',
  'FIRST_ID_14',
  'NO_BIRTH_CERTIFICATE',
  'TEMPORARY_ID',
  'NON_TRANSPORTABLE',
];
export const REASONS = [
  'NO_HOUSING_DOCUMENT',
  'NO_BIRTH_CERTIFICATE',
  'PARENTS_WITHOUT_PAPERS',
  'NO_MONEY_FOR_FEE',
  'OTHER_DOMICILE',
  'NOT_ENOUGH_TIME',
  'KIT_FAILED',
  'OTHER',
];
export const DOCUMENTS = ['HOUSING', 'BIRTH_CERTIFICATE', 'PARENTS_PAPERS', 'CIVIL_STATUS', 'LOSS_DECLARATION', 'FEE_RECEIPT'];
export const CHECKLIST = ['KIT_TESTED', 'ROOM_READY', 'NOTICE_SEEN', 'QUESTIONNAIRES_OUT', 'PAPERS_COUNTED', 'KIT_PACKED'];
const MOST = 500;

/** A new draft; `id` is the report's own for ever, whatever happens to the phone's network. */
export function newDraft(account, visit, uuid) {
  return {
    key: `${account}|${visit.id}`,
    account,
    visit: visit.id,
    label: visit.locality,
    date: visit.date,
    id: uuid(),
    served: {},
    missing: {},
    sentBack: {},
    photos: undefined,
    feesCovered: 0,
    kilometres: '',
    checklist: [],
  };
}

/** A draft that corrects a report: the same figures under a new id. */
export function correctionOf(item, uuid) {
  const { id, ...draft } = item.draft;
  return { ...draft, id: uuid(), replaces: item.id };
}

/** One more or one less of something counted by code. */
export function counted(draft, group, code, step) {
  const count = Math.min(MOST, Math.max(0, (draft[group][code] ?? 0) + step));
  return { ...draft, [group]: { ...draft[group], [code]: count } };
}

const sum = (counts) => Object.values(counts).reduce((all, n) => all + n, 0);
export const servedOf = (draft) => sum(draft.served);
export const sentBackOf = (draft) => sum(draft.sentBack);
export const cameOf = (draft) => servedOf(draft) + sentBackOf(draft);
/** As many photos as persons served, unless somebody has counted them. */
export const photosOf = (draft) => draft.photos ?? servedOf(draft);

const positive = (counts) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0));
const metresOf = (draft) => Math.round(kilometresOf(draft) * 1000);
/** As typed: the last comma or point parts off tenths, an earlier one thousands. */
export function kilometresOf(draft) {
  const [whole, tenths = ''] = String(draft.kilometres)
    .replace(/[.,](?=.*[.,])/g, '')
    .split(/[.,]/);
  const typed = Number(`${whole}.${tenths}`);
  return Number.isFinite(typed) && typed > 0 ? typed : 0;
}

/** What the server is told of a finished visit; the time of sending is added with each try. */
export function bodyOf(draft, signature) {
  return {
    visit: draft.visit,
    ...(draft.startedAt ? { startedAt: draft.startedAt } : {}),
    ...(draft.arrivedAt ? { arrivedAt: draft.arrivedAt } : {}),
    finishedAt: draft.finishedAt,
    served: positive(draft.served),
    photos: photosOf(draft),
    missing: positive(draft.missing),
    sentBack: positive(draft.sentBack),
    feesCovered: draft.feesCovered,
    kilometres: metresOf(draft) / 1000,
    checklist: CHECKLIST.filter((code) => draft.checklist.includes(code)),
    signature,
    ...(draft.replaces ? { replaces: draft.replaces } : {}),
  };
}

/** What is told when the team sets off. */
export const startBodyOf = (draft) => ({ visit: draft.visit, startedAt: draft.startedAt });

/** The text that is signed: the server writes the same one and compares. */
export function countsText(draft) {
  const lines = [`visit=${draft.visit}`];
  const add = (name, value) => value && lines.push(`${name}=${value}`);
  add('photos', photosOf(draft));
  add('fees', draft.feesCovered);
  add('metres', metresOf(draft));
  for (const group of ['served', 'missing', 'sentBack'])
    for (const [code, count] of Object.entries(draft[group])) add(`${group}.${code}`, count);
  return lines.sort((a, b) => (a < b ? -1 : 1)).join('\n');
}

/** SHA-256 in hexadecimal; undefined where the browser has none, because the connection is not secure. */
export async function sha256(text, subtle = globalThis.crypto?.subtle) {
  if (!subtle) return undefined;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random UUID, also without a secure connection. */
export function uuid(crypto = globalThis.crypto) {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What a team needs to know of a visit's agreement: what partners said, and the room and contact that hold now. */
export const agreedOf = (whole) => ({ partners: whole.partners ?? [], room: whole.room });

/** What partners said as it holds now: a planner's correction stands in place of the mayor's own words. */
export function saidOf({ partners = [], room } = {}) {
  return partners
    .map((said) => (said.partner === 'mayor' && room ? { ...said, room: room.room, contact: room.contact } : said))
    .filter((said) => said.room || said.contact);
}

/** Where a visit stands for its team: what was sent or waits says more than what the server knew this morning. */
export function stageOf(visit, draft, item) {
  if (draft) return draft.arrivedAt ? 'counting' : draft.startedAt ? 'driving' : 'counting';
  if (item) return 'reported';
  if (visit.report === 'counted' || visit.report === 'disputed') return 'reported-elsewhere';
  return 'ahead';
}
