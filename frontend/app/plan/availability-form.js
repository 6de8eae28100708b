import { html, nothing } from 'lit';
import { capital, monthName, weekdayName } from '../../parts/format.js';
import { icon } from '../../parts/icons.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { placeIndex } from '../places.js';
import { localities, stations, uats } from '../store.js';
import { WEEKDAYS } from './availability-words.js';

const WHOSE = ['MAYOR', 'POLICE', 'SITE', 'ROAD', 'STATION'];
const CLOSED_ONLY = ['ROAD', 'STATION'];
const LONGEST_NOTE = 300;

const placeLabel = (entry) =>
  entry.level === 'uat' ? `${entry.name} (${t('availability.wholeUat')})` : `${entry.name}, ${entry.within}`;
const seconds = (time) => time.split(':').reduce((sum, part, i) => sum + Number(part) * [3600, 60][i], 0);
const two = (number) => String(number).padStart(2, '0');

/** Writes down when a place cannot be visited. Says `written` with the server's answer. */
class AvailabilityForm extends Part {
  static properties = { whose: { state: true }, kind: { state: true }, problem: { state: true }, busy: { state: true }, shown: { state: true } };

  constructor() {
    super();
    this.whose = 'MAYOR';
    this.kind = 'WEEKLY';
  }

  /** The form is there only while it is asked for, so that its fields are nobody else's neighbours. */
  async open() {
    if (!this.known) for (const resource of [uats, localities, stations]) resource.usedBy(this).ensure();
    this.known = true;
    this.problem = undefined;
    this.shown = true;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  close() {
    this.querySelector('dialog').close();
  }

  get places() {
    if (!uats.value || !localities.value) return new Map();
    return new Map(placeIndex(uats.value, localities.value).map((e) => [placeLabel(e), e.siruta]));
  }

  get kinds() {
    return CLOSED_ONLY.includes(this.whose) ? ['DATES', 'YEARLY'] : ['WEEKLY', 'DATES', 'YEARLY'];
  }

  chooseWhose(whose) {
    this.whose = whose;
    if (!this.kinds.includes(this.kind)) this.kind = whose === 'ROAD' ? 'YEARLY' : 'DATES';
  }

  body(form) {
    const body = { reason: this.whose, kind: this.kind, note: form.get('note') };
    if (this.whose === 'STATION') body.station = form.get('station');
    else body.siruta = this.places.get(form.get('place'));
    if (this.kind === 'WEEKLY') {
      body.weekdays = form.getAll('weekdays');
      body.from = seconds(form.get('from'));
      body.to = seconds(form.get('to'));
    } else if (this.kind === 'DATES') {
      body.first = form.get('first');
      body.last = form.get('last') || form.get('first');
    } else for (const end of ['first', 'last']) body[end] = `${form.get(`${end}-month`)}-${two(form.get(`${end}-day`))}`;
    return body;
  }

  /** What the browser cannot see by itself; said at the field it is about. */
  check(form) {
    const data = new FormData(form);
    const say = (name, text) => form.elements.namedItem(name)?.setCustomValidity(text);
    if (this.kind !== 'WEEKLY') return form.reportValidity();
    form.querySelector('[name=weekdays]').setCustomValidity(data.getAll('weekdays').length ? '' : t('availability.chooseDay'));
    say('to', data.get('to') > data.get('from') ? '' : t('availability.toBeforeFrom'));
    return form.reportValidity();
  }

  async submit(event) {
    event.preventDefault();
    const form = event.target;
    if (!this.check(form)) return;
    this.busy = true;
    this.problem = undefined;
    try {
      const written = await send('POST', '/api/v1/availability', this.body(new FormData(form)));
      this.close();
      this.say('written', written);
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  hide() {
    this.shown = false;
  }

  render() {
    if (!this.shown) return nothing;
    return html`<dialog aria-labelledby="availability-form-title" @close=${this.hide}>
      <form novalidate @submit=${this.submit}>
        <div class="dialog-head">
          <h2 id="availability-form-title">${t('availability.title')}</h2>
          <button type="button" class="btn icon quiet" aria-label=${t('action.close')} @click=${this.close}>
            ${icon('close', 18)}
          </button>
        </div>
        <div class="dialog-body">
          ${this.problem ? problemNotice(this.problem) : nothing}
          <div class="field-pair">
            ${this.select('whose', t('availability.whose'), WHOSE, this.whose, (v) => this.chooseWhose(v))}
            ${this.select('kind', t('availability.kind'), this.kinds, this.kind, (v) => {
              this.kind = v;
            })}
          </div>
          ${this.whose === 'STATION' ? this.renderStation() : this.renderPlace()}
          ${this.kind === 'WEEKLY' ? this.renderWeekly() : this.kind === 'DATES' ? this.renderDates() : this.renderYearly()}
          <div class="field">
            <label for="availability-note">${t('availability.note')}</label
            ><input
              class="input"
              id="availability-note"
              name="note"
              maxlength=${LONGEST_NOTE}
              autocomplete="off"
              aria-describedby="availability-note-help"
            />
            <p class="small dim" id="availability-note-help">${t('availability.noteHelp')}</p>
          </div>
          <div class="dialog-foot">
            <button type="button" class="btn" @click=${this.close}>${t('action.cancel')}</button
            ><button class="btn primary" ?disabled=${this.busy}>${t('availability.save')}</button>
          </div>
        </div>
      </form>
    </dialog>`;
  }

  select(name, label, options, chosen, choose) {
    return html`<div class="field">
      <label for="availability-${name}">${label}</label
      ><select class="input" id="availability-${name}" @change=${(e) => choose(e.target.value)}>
        ${options.map((one) => html`<option value=${one} ?selected=${one === chosen}>${name === 'whose' ? t(`availability.whose.${one}`) : t(`availability.kind.${one}`)}</option>`)}
      </select>
    </div>`;
  }

  renderStation() {
    return html`<div class="field">
      <label for="availability-station">${t('day.station')}</label
      ><select class="input" id="availability-station" name="station">
        ${(stations.value ?? []).map((s) => html`<option value=${s.id}>${s.name}</option>`)}
      </select>
    </div>`;
  }

  /** A place is chosen by its name; one that is not in the list is not taken. */
  renderPlace() {
    const check = (e) => e.target.setCustomValidity(this.places.has(e.target.value) ? '' : t('factForm.placeUnknown'));
    return html`<div class="field">
      <label for="availability-place">${t('availability.place')}</label
      ><input
        class="input"
        id="availability-place"
        name="place"
        list="availability-places"
        required
        autocomplete="off"
        aria-describedby="availability-place-help"
        @input=${check}
      />
      <p class="small dim" id="availability-place-help">${t('availability.placeHelp')}</p>
      <datalist id="availability-places">
        ${[...this.places.keys()].map((name) => html`<option value=${name}></option>`)}
      </datalist>
    </div>`;
  }

  renderWeekly() {
    const clear = () => this.querySelector('[name=weekdays]').setCustomValidity('');
    return html`<fieldset class="weekdays">
        <legend class="label">${t('availability.weekdays')}</legend>
        ${WEEKDAYS.map(
          (day, i) =>
            html`<label class="check"
              ><input type="checkbox" name="weekdays" value=${day} @change=${clear} /><span>${weekdayName(i + 1)}</span></label
            >`,
        )}
      </fieldset>
      <div class="field-pair">
        ${this.input('from', t('availability.from'), 'time', '09:00')} ${this.input('to', t('availability.to'), 'time', '16:00')}
      </div>`;
  }

  input(name, label, type, value) {
    return html`<div class="field">
      <label for="availability-${name}">${label}</label
      ><input class="input" id="availability-${name}" name=${name} type=${type} value=${value} ?required=${name !== 'last'} />
    </div>`;
  }

  renderDates() {
    return html`<div class="field-pair">
      ${this.input('first', t('availability.first'), 'date', '')} ${this.input('last', t('availability.last'), 'date', '')}
    </div>`;
  }

  /** A mountain road in winter, until somebody says otherwise. */
  renderYearly() {
    return html`<div class="field-pair">
      ${this.renderDayOfYear('first', t('availability.firstYearly'), 1, 12)}
      ${this.renderDayOfYear('last', t('availability.lastYearly'), 15, 3)}
    </div>`;
  }

  renderDayOfYear(end, label, day, month) {
    return html`<fieldset class="day-of-year">
      <legend class="label">${label}</legend>
      <input
        class="input"
        name="${end}-day"
        type="number"
        min="1"
        max="31"
        required
        value=${day}
        aria-label="${label}: ${t('availability.day')}"
      /><select class="input" name="${end}-month" aria-label="${label}: ${t('availability.month')}">
        ${Array.from({ length: 12 }, (_, i) => html`<option value=${two(i + 1)} ?selected=${i + 1 === month}>${capital(monthName(`2028-${two(i + 1)}`))}</option>`)}
      </select>
    </fieldset>`;
  }
}

customElements.define('availability-form', AvailabilityForm);
