/** What a phone kept of the team's days goes with the session; reports that have not left yet stay until their owner is back. */
const NAME = 'caravana-teren';

/** Undefined where the browser does not say; the phone's store then keeps things in the page alone. */
async function databases() {
  try {
    return await indexedDB.databases?.();
  } catch {
    return undefined;
  }
}

async function open() {
  const known = await databases();
  if (known && !known.some((db) => db.name === NAME)) return undefined;
  const { reports, kept } = await import('./teren/phone.js');
  return { reports, kept };
}

/** How many reports of this phone have not left. */
export async function unsentReports() {
  const phone = await open().catch(() => undefined);
  return phone ? (await phone.reports.all()).filter((item) => item.state !== 'sent').length : 0;
}

export async function forgetDays() {
  const phone = await open().catch(() => undefined);
  await phone?.kept.forget();
}
