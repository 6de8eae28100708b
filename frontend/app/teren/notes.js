/**
 * Drafts on their way into the phone's database, noted where writing takes no time: a page that is closed or reloaded in the middle
 * of it goes on from there when it opens again.
 */
const PREFIX = 'caravana-teren-draft|';

export class Notes {
  /** @param find answers `localStorage`; where that is refused, nothing is noted */
  constructor(find) {
    this.find = find;
  }

  get storage() {
    return this.find();
  }

  /** @param known the draft as this window last saw it */
  put(next, known) {
    this.quietly(() => this.storage.setItem(PREFIX + next.key, JSON.stringify({ next, known: known && { id: known.id } })));
  }

  /** A later press of the same draft may be on its way already. */
  done(next) {
    this.quietly(() => {
      const noted = JSON.parse(this.storage.getItem(PREFIX + next.key));
      if (noted && noted.next.id === next.id && noted.next.writing <= next.writing) this.storage.removeItem(PREFIX + next.key);
    });
  }

  /** @return what was not known to be written, as `{next, known}` */
  all() {
    return (
      this.quietly(() =>
        Object.keys(this.storage)
          .filter((key) => key.startsWith(PREFIX))
          .map((key) => this.quietly(() => JSON.parse(this.storage.getItem(key))))
          .filter((noted) => noted?.next),
      ) ?? []
    );
  }

  /** Storage may be switched off, full, or hold something else's words. */
  quietly(act) {
    try {
      return act();
    } catch {
      return undefined;
    }
  }
}
