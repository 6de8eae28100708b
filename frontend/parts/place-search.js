import { html, nothing } from 'lit';
import { findPlaces, placeIndex } from '../app/places.js';
import { go } from '../app/route.js';
import { localities, uats } from '../app/store.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { Part } from './part.js';

/** Ctrl-K: any UAT or locality by a few letters; arrows choose, Enter goes there on the map. */
class PlaceSearch extends Part {
  static properties = { typed: { state: true }, active: { state: true }, shown: { state: true } };

  constructor() {
    super();
    this.typed = '';
    this.active = 0;
    this.shown = false;
  }

  open() {
    if (!this.used) {
      this.used = true;
      uats.usedBy(this);
      localities.usedBy(this);
    }
    this.typed = '';
    this.active = 0;
    this.shown = true;
    this.querySelector('dialog').showModal();
  }

  get found() {
    if (!uats.value || !localities.value) return [];
    if (this.indexOf !== localities.value) {
      this.index = placeIndex(uats.value, localities.value);
      this.indexOf = localities.value;
    }
    return findPlaces(this.index, this.typed);
  }

  choose(entry) {
    this.querySelector('dialog').close();
    if (entry) go({ workspace: 'harta', place: String(entry.siruta), table: undefined });
  }

  key(event, found) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.active = Math.max(0, Math.min(found.length - 1, this.active + step));
      this.updateComplete.then(() => this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(found[this.active]);
    }
  }

  render() {
    const found = this.shown ? this.found : [];
    return html`<dialog
      class="search"
      aria-label=${t('search.title')}
      @close=${() => {
        this.shown = false;
      }}
      @click=${(e) => e.target.localName === 'dialog' && e.target.close()}
    >
      <div class="search-field">
        ${icon('search')}<input
          type="text"
          role="combobox"
          aria-expanded=${found.length > 0}
          aria-controls="search-found"
          aria-label=${t('search.title')}
          aria-autocomplete="list"
          aria-activedescendant=${found.length ? `found-${this.active}` : nothing}
          autocomplete="off"
          spellcheck="false"
          placeholder=${t('search.placeholder')}
          .value=${this.typed}
          @input=${(e) => {
            this.typed = e.target.value;
            this.active = 0;
          }}
          @keydown=${(e) => this.key(e, found)}
        />
        <button class="btn icon quiet" aria-label=${t('action.close')} @click=${() => this.choose()}>${icon('close', 18)}</button>
      </div>
      <ul id="search-found" role="listbox" aria-label=${t('search.results')}>
        ${found.map((entry, i) => this.renderFound(entry, i))}
      </ul>
      ${this.typed && !found.length ? html`<p class="search-none" role="status">${localities.value ? t('search.none') : t('state.loading')}</p>` : nothing}
    </dialog>`;
  }

  renderFound(entry, i) {
    const what = entry.level === 'uat' ? t(`uatType.${entry.type}`) : t('search.localityOf', { uat: entry.within });
    return html`<li
      id="found-${i}"
      role="option"
      aria-selected=${i === this.active}
      @click=${() => this.choose(entry)}
      @pointermove=${() => {
        this.active = i;
      }}
    >
      <b>${entry.name}</b><span class="dim small">${what}</span>
    </li>`;
  }
}

customElements.define('place-search', PlaceSearch);
