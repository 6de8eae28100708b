import { html, nothing } from 'lit';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { getJson } from '../api.js';
import { go } from '../route.js';

const UNKNOWN = 'none';

/** For planners: only the cases of one age band or sex. Offered is what offices have reported. */
class PersonsFilter extends Part {
  static properties = {
    category: { attribute: false },
    at: { attribute: false },
    known: { attribute: false },
    age: { attribute: false },
    sex: { attribute: false },
    rows: { state: true },
  };

  willUpdate(changes) {
    if (['category', 'at', 'known'].some((key) => changes.has(key)) || !this.rows) this.read();
  }

  async read() {
    const query = new URLSearchParams();
    if (this.category) query.set('category', this.category);
    if (this.at) query.set('at', this.at);
    if (this.at && this.known) query.set('known', this.known);
    const asked = query.toString();
    if (asked === this.asked) return;
    this.asked = asked;
    try {
      const { rows } = await getJson(`/api/v1/coverage/persons?${asked}`);
      if (asked === this.asked) this.rows = rows;
    } catch {
      // the map beside it says what is wrong; a filter that is already chosen can still be taken off
    }
  }

  /** In the order in which the server tells them, by age; what is chosen is among them even where nothing is left of it. */
  values(key, chosen) {
    const told = (this.rows ?? []).map((row) => row[key] || UNKNOWN);
    return [...new Set(chosen ? [...told, chosen] : told)];
  }

  select(key, chosen, label, words) {
    const values = this.values(key === 'age' ? 'ageBand' : 'sex', chosen);
    if (!values.some((value) => value !== UNKNOWN)) return nothing;
    const options = values.map(
      (value) => html`<option value=${value} ?selected=${value === chosen}>${value === UNKNOWN ? t('persons.unknown') : words(value)}</option>`,
    );
    return html`<label class="small"
      >${label}
      <select class="input" @change=${(e) => go({ [key]: e.target.value || undefined }, { replace: true })}>
        <option value="" ?selected=${!chosen}>${t('persons.all')}</option>
        ${options}
      </select></label
    >`;
  }

  render() {
    return html`<div class="persons-filter">
      ${this.select('age', this.age, t('persons.age'), (value) => value)}
      ${this.select('sex', this.sex, t('persons.sex'), (value) => t(`persons.sex.${value}`))}
    </div>`;
  }
}

customElements.define('persons-filter', PersonsFilter);
