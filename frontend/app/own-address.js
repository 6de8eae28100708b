/**
 * Where to go after signing in: an address of our own, whatever the link says, so that nobody is sent to another site. The browser's own
 * reading decides, because it drops tabs and turns backslashes around before it goes anywhere.
 */
export function ownAddress(wanted, origin) {
  let address;
  try {
    address = new URL(wanted ?? '/', origin);
  } catch {
    return '/';
  }
  return address.origin === origin ? address.href : '/';
}
