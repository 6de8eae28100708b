import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { CATEGORIES } from '../need-view.js';
import { aliases, localities, offices, quarantine, uats } from '../store.js';

/** The field that a reason is about: the one a person will want to mend. */
const FIELD_OF = {
  UNKNOWN_SIRUTA: 'siruta',
  UNKNOWN_CATEGORY: 'category',
  UNKNOWN_CHANGE: 'change',
  BAD_COUNT: 'count',
  BAD_AGE_BAND: 'ageBand',
  BAD_SEX: 'sex',
  BAD_TIME: 'at',
  FUTURE_TIME: 'at',
  BAD_ID: 'id',
  ID_REUSED: 'id',
};
const NUMBERS = ['siruta', 'count'];
/** What an office's system may call by codes of its own. */
const ALIASED = ['siruta', 'category'];

/** What is being typed beside an event stays with it when another one leaves the list. */
const byId = (waiting) => waiting.id;

/** For planners: events that could not be counted; mend one field and release them, or set them aside with a reason. */
class QuarantinePanel extends Part {
  static properties = { problem: { state: true } };

  constructor() {
    super();
    quarantine.usedBy(this);
    uats.usedBy(this);
    localities.usedBy(this);
  }

  async decide(id, action, body) {
    this.problem = undefined;
    try {
      await send('POST', `/api/v1/sync/quarantine/${id}/${action}`, body);
    } catch (problem) {
      this.problem = problem;
    }
    quarantine.refresh();
    offices.refresh();
  }

  async agree(waiting, field, means) {
    this.problem = undefined;
    const said = String(JSON.parse(waiting.event)[field] ?? '');
    try {
      await send('POST', '/api/v1/sync/aliases', { office: waiting.office, field: field.toUpperCase(), said, means });
    } catch (problem) {
      this.problem = problem;
    }
    quarantine.refresh();
    offices.refresh();
    aliases.refresh();
  }

  release(event, waiting) {
    event.preventDefault();
    const field = FIELD_OF[waiting.reason];
    const form = new FormData(event.target);
    const text = form.get('value')?.trim();
    if (form.get('always') && text) {
      this.agree(waiting, field, text);
      return;
    }
    const value = NUMBERS.includes(field) && /^\d{1,9}$/.test(text) ? Number(text) : text;
    this.decide(waiting.id, 'release', { corrections: field && text ? { [field]: value } : {} });
  }

  dismiss(waiting) {
    const reason = this.querySelector(`#reason-${waiting.id}`).value;
    this.decide(waiting.id, 'dismiss', { reason });
  }

  render() {
    return html`<section class="card block" aria-label=${t('quarantine.title')}>
      <h2>${t('quarantine.title')}</h2>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${resolved(quarantine, (list) =>
        list.length
          ? html`${this.renderPlaces()}
              <ul class="quarantine-list">
              ${repeat(list, byId, (w) => this.renderWaiting(w))}
            </ul>`
          : html`<p class="dim">${t('quarantine.none')}</p>`,
      )}
    </section>`;
  }

  renderWaiting(waiting) {
    const field = FIELD_OF[waiting.reason];
    return html`<li>
      <div class="row center">
        <b>${t(`quarantine.reason.${waiting.reason}`)}</b><span class="small dim">${waiting.office}</span>
      </div>
      <pre class="tiny">${waiting.event}</pre>
      <form class="quarantine-form" @submit=${(e) => this.release(e, waiting)}>
        ${
          field
            ? html`<div class="field">
                <label for="value-${waiting.id}">${t('quarantine.mend', { field })}</label>${this.renderValue(waiting, field)}
              </div>
              ${ALIASED.includes(field) ? this.renderAlways(waiting) : nothing}`
            : nothing
        }
        <button class="btn primary">${t('quarantine.release')}</button>
        <div class="field">
          <label for="reason-${waiting.id}">${t('quarantine.why')}</label
          ><input class="input" id="reason-${waiting.id}" maxlength="300" autocomplete="off" />
        </div>
        <button type="button" class="btn" @click=${() => this.dismiss(waiting)}>${t('quarantine.dismiss')}</button>
      </form>
    </li>`;
  }

  renderValue(waiting, field) {
    const id = `value-${waiting.id}`;
    if (field === 'category') {
      return html`<select class="input" id=${id} name="value">
        ${CATEGORIES.map((c) => html`<option value=${c}>${t(`category.${c}`)}</option>`)}
      </select>`;
    }
    return html`<input class="input" id=${id} name="value" autocomplete="off" list=${field === 'siruta' ? 'known-places' : nothing} />`;
  }

  renderAlways(waiting) {
    return html`<label class="check small"
      ><input type="checkbox" name="always" /> ${t('quarantine.always', { office: waiting.office })}</label
    >`;
  }

  /** Every SIRUTA of the county with its name, for whoever types one. */
  renderPlaces() {
    const named = [...(uats.value ?? []), ...(localities.value ?? [])];
    return html`<datalist id="known-places">
      ${named.map((f) => html`<option value=${f.id}>${f.properties.name}${f.properties.uatName ? `, ${f.properties.uatName}` : ''}</option>`)}
    </datalist>`;
  }
}

customElements.define('quarantine-panel', QuarantinePanel);
