import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { integer } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { CATEGORIES } from '../need-view.js';
import { aliases, localities, offices, quarantine, uats } from '../store.js';
import { serviceTown } from '../coverage/office-name.js';
import { CHANGES, eventFacts, newId } from './quarantine-words.js';

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
  ANOTHER_OFFICES: 'id',
};
const NUMBERS = ['siruta', 'count'];
/** Fields an event may be counted without. */
const OPTIONAL = ['ageBand', 'sex'];
/** What no correction of a field can mend: only the office can send it anew. */
const HOPELESS = ['NOT_AN_OBJECT', 'UNKNOWN_FIELD'];
/** What an office's system may call by codes of its own. */
const ALIASED = ['siruta', 'category'];

/** What is being typed beside an event stays with it when another one leaves the list. */
const byId = (waiting) => waiting.id;

/** For planners: events that could not be counted; mend one field and release them, or set them aside with a reason. */
class QuarantinePanel extends Part {
  static properties = { problem: { state: true }, problemAt: { state: true } };

  constructor() {
    super();
    offices.usedBy(this);
    quarantine.usedBy(this);
    uats.usedBy(this);
    localities.usedBy(this);
  }

  /** Says what went wrong where it went wrong: the list is long. */
  async run(waiting, work) {
    this.problem = undefined;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
      this.problemAt = waiting.id;
    }
    quarantine.refresh();
    offices.refresh();
  }

  decide(waiting, action, body) {
    return this.run(waiting, () => send('POST', `/api/v1/sync/quarantine/${waiting.id}/${action}`, body));
  }

  async agree(waiting, field, means) {
    const said = String(JSON.parse(waiting.event)[field] ?? '');
    await this.run(waiting, () =>
      send('POST', '/api/v1/sync/aliases', { office: waiting.office, field: field.toUpperCase(), said, means }),
    );
    aliases.refresh();
  }

  release(event, waiting) {
    event.preventDefault();
    const field = FIELD_OF[waiting.reason];
    const form = new FormData(event.target);
    const text = field === 'id' ? newId() : form.get('value')?.trim();
    if (form.get('always') && text) {
      this.agree(waiting, field, text);
      return;
    }
    this.decide(waiting, 'release', { corrections: corrections(field, text) });
  }

  dismiss(waiting) {
    const reason = this.querySelector(`#reason-${waiting.id}`).value;
    this.decide(waiting, 'dismiss', { reason });
  }

  render() {
    return html`<section class="card block" aria-label=${t('quarantine.title')}>
      <h2>${t('quarantine.title')}</h2>
      ${resolved(quarantine, ({ events: list, waiting }) =>
        list.length
          ? html`${this.renderPlaces()}
              ${waiting > list.length ? html`<p class="notice">${t('quarantine.oldest', { shown: integer(list.length), waiting: integer(waiting) })}</p>` : nothing} ${this.problem && !list.some((w) => w.id === this.problemAt) ? problemNotice(this.problem) : nothing}
              <ul class="quarantine-list">
              ${repeat(list, byId, (w) => this.renderWaiting(w))}
            </ul>`
          : html`<p class="dim">${t('quarantine.none')}</p>`,
      )}
    </section>`;
  }

  renderWaiting(waiting) {
    const field = FIELD_OF[waiting.reason];
    const facts = eventFacts(waiting.event, (code) => this.placeName(code));
    const office = (offices.value ?? []).find((o) => o.office === waiting.office)?.name ?? waiting.office;
    return html`<li>
      <div class="row center">
        <b>${t(`quarantine.reason.${waiting.reason}`)}</b><span class="small dim">${serviceTown(office)}</span>
      </div>
      ${facts.length ? this.renderFacts(facts) : html`<pre class="tiny">${waiting.event}</pre>`}
      ${this.problem && this.problemAt === waiting.id ? problemNotice(this.problem) : nothing}
      ${HOPELESS.includes(waiting.reason) ? html`<p class="small dim">${t('quarantine.hopeless')}</p>` : this.renderRelease(waiting, field)}
      <div class="quarantine-form">
        <div class="field">
          <label for="reason-${waiting.id}">${t('quarantine.why')}</label
          ><input class="input" id="reason-${waiting.id}" maxlength="300" autocomplete="off" />
        </div>
        <button type="button" class="btn" @click=${() => this.dismiss(waiting)}>${t('quarantine.dismiss')}</button>
      </div>
    </li>`;
  }

  renderFacts(facts) {
    return html`<dl class="event-facts small">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  renderRelease(waiting, field) {
    return html`<form class="quarantine-form" @submit=${(e) => this.release(e, waiting)}>
      ${
        field && field !== 'id'
          ? html`<div class="field">
              <label for="value-${waiting.id}">${t('quarantine.mend', { field: t(`quarantine.field.${field}`) })}</label>${this.renderValue(waiting, field)}
            </div>`
          : nothing
      }
      <button class="btn primary">${t(field === 'id' ? 'quarantine.releaseNew' : 'quarantine.release')}</button>
      ${ALIASED.includes(field) ? this.renderAlways(waiting) : nothing}
    </form>`;
  }

  renderValue(waiting, field) {
    const id = `value-${waiting.id}`;
    if (field === 'category') return choice(id, CATEGORIES.map((c) => [c, t(`category.${c}`)]), true);
    if (field === 'change') return choice(id, CHANGES.map((c) => [c, t(`quarantine.change.${c}`)]), true);
    if (field === 'sex') return choice(id, ['F', 'M'].map((s) => [s, t(`persons.sex.${s}`)]), false);
    if (field === 'count')
      return html`<input class="input" id=${id} name="value" type="number" min="1" max="10000" required />`;
    if (field === 'at') return html`<input class="input" id=${id} name="value" type="datetime-local" />`;
    return html`<input class="input" id=${id} name="value" autocomplete="off" list=${field === 'siruta' ? 'known-places' : nothing} />`;
  }

  placeName(code) {
    return [...(uats.value ?? []), ...(localities.value ?? [])].find((f) => String(f.id) === String(code))?.properties.name;
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

/** A list without a first guess: nobody counts a case under a category by pressing Enter. */
const choice = (id, options, required) =>
  html`<select class="input" id=${id} name="value" ?required=${required}>
    <option value="">${t(required ? 'quarantine.choose' : 'quarantine.unsaid')}</option>
    ${options.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
  </select>`;

function corrections(field, text) {
  if (!field) return {};
  if (!text) return OPTIONAL.includes(field) ? { [field]: null } : {};
  if (field === 'at') return { at: new Date(text).toISOString() };
  return { [field]: NUMBERS.includes(field) && /^\d{1,9}$/.test(text) ? Number(text) : text };
}

customElements.define('quarantine-panel', QuarantinePanel);
