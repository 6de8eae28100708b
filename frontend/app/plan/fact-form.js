import { html, nothing } from 'lit';
import { icon } from '../../parts/icons.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { placeIndex } from '../places.js';
import { localities, stations, uats } from '../store.js';
import { stationName } from './station-name.js';

/** What may have changed, and what has to be known of it. */
const FACTS = {
  'station-broken': ['station', 'from', 'to'],
  'site-closed': ['place', 'from', 'to'],
  'new-request': ['place', 'persons', 'kind', 'from', 'to', 'required'],
};
const KINDS = ['CAPTURE', 'HOME'];
const FIRST = 'station-broken';
const DEFAULT_BUDGET = 10;

const placeLabel = (entry) => (entry.level === 'uat' ? `${entry.name} (UAT)` : `${entry.name}, ${entry.within}`);

/** Tells the server what is no longer as it was. Says `replanned` with the proposal it answers. */
class FactForm extends Part {
  static properties = {
    plan: { attribute: false },
    type: { state: true },
    problem: { state: true },
    busy: { state: true },
    shown: { state: true },
  };

  constructor() {
    super();
    this.type = FIRST;
  }

  open() {
    if (!this.shown) {
      this.shown = true;
      uats.usedBy(this).ensure();
      localities.usedBy(this).ensure();
      stations.usedBy(this).ensure();
    }
    this.problem = undefined;
    if (this.told) this.forget();
    this.querySelector('dialog').showModal();
  }

  /** What was told is not the next fact; what was broken off may be gone on with. */
  forget() {
    this.told = false;
    this.type = FIRST;
    this.querySelector('form').reset();
  }

  close() {
    this.querySelector('dialog').close();
  }

  get places() {
    if (!uats.value || !localities.value) return new Map();
    this.known ??= new Map(placeIndex(uats.value, localities.value).map((e) => [placeLabel(e), e.siruta]));
    return this.known;
  }

  /** By its line in the list, or by a UAT's bare name: "Beliș" is the whole UAT. */
  findPlace(typed) {
    return this.places.get(typed) ?? this.places.get(`${typed.trim()} (UAT)`);
  }

  fact(form) {
    const wanted = FACTS[this.type];
    const fact = { type: this.type };
    const keep = (name, value) => {
      if (wanted.includes(name) && value) fact[name] = value;
    };
    for (const name of ['station', 'from', 'to', 'kind']) keep(name, form.get(name));
    if (wanted.includes('persons')) fact.persons = Number(form.get('persons'));
    if (wanted.includes('required')) fact.required = form.has('required');
    if (wanted.includes('place')) fact.siruta = this.findPlace(form.get('place'));
    return fact;
  }

  async submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const body = { facts: [this.fact(form)], changeBudget: Number(form.get('budget')) };
    if (form.get('reason')) body.reason = form.get('reason');
    this.busy = true;
    this.problem = undefined;
    try {
      const proposal = await send('POST', `/api/v1/plans/${encodeURIComponent(this.plan.id)}/replans`, body);
      this.told = true;
      this.close();
      this.say('replanned', proposal);
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<dialog aria-labelledby="fact-form-title">
      <form @submit=${this.submit}>
        <div class="dialog-head">
          <h2 id="fact-form-title">${t('factForm.title')}</h2>
          <button type="button" class="btn icon quiet" aria-label=${t('action.close')} @click=${this.close}>
            ${icon('close', 18)}
          </button>
        </div>
        <div class="dialog-body">
          <p class="dim">${t('factForm.text')}</p>
          ${this.problem ? problemNotice(this.problem) : nothing}
          <div class="field">
            <label for="fact-type">${t('factForm.what')}</label
            ><select
              class="input"
              id="fact-type"
              @change=${(e) => {
                this.type = e.target.value;
              }}
            >
              ${Object.keys(FACTS).map((type) => html`<option value=${type} ?selected=${type === this.type}>${t(`fact.${type}`)}</option>`)}
            </select>
          </div>
          ${FACTS[this.type].includes('station') ? this.renderStation() : nothing}
          ${FACTS[this.type].includes('place') ? this.renderPlace() : nothing}
          ${FACTS[this.type].includes('persons') ? this.renderPersons() : nothing} ${this.renderDays()} ${this.renderBudget()}
          <div class="dialog-foot">
            <button type="button" class="btn" @click=${this.close}>${t('action.cancel')}</button
            ><button class="btn primary" ?disabled=${this.busy}>
              ${this.busy ? t('factForm.working') : t('factForm.propose')}
            </button>
          </div>
        </div>
      </form>
    </dialog>`;
  }

  renderStation() {
    const going = [...new Set((this.plan.days ?? []).map((d) => d.station))].sort();
    return html`<div class="field">
      <label for="fact-station">${t('day.station')}</label
      ><select class="input" id="fact-station" name="station">
        ${going.map((s) => html`<option value=${s}>${stationName(s)}</option>`)}
      </select>
    </div>`;
  }

  /** A place is chosen by its name; one that is not in the list is not taken. */
  renderPlace() {
    const check = (e) => e.target.setCustomValidity(this.findPlace(e.target.value) ? '' : t('factForm.placeUnknown'));
    return html`<div class="field">
      <label for="fact-place">${t('factForm.place')}</label
      ><input class="input" id="fact-place" name="place" list="fact-places" required autocomplete="off" @input=${check} />
      <datalist id="fact-places">
        ${[...this.places.keys()].map((name) => html`<option value=${name}></option>`)}
      </datalist>
    </div>`;
  }

  renderPersons() {
    return html`<div class="field-pair">
        <div class="field">
          <label for="fact-persons">${t('factForm.persons')}</label
          ><input class="input" id="fact-persons" name="persons" type="number" min="1" max="500" required value="5" />
        </div>
        <div class="field">
          <label for="fact-kind">${t('column.kind')}</label
          ><select class="input" id="fact-kind" name="kind">
            ${KINDS.map((kind) => html`<option value=${kind}>${t(`kind.${kind}`)}</option>`)}
          </select>
        </div>
      </div>
      <label class="check"
        ><input type="checkbox" name="required" checked /><span>${t('factForm.required')}</span></label
      >`;
  }

  renderDays() {
    const dates = { min: this.plan.start, max: this.plan.end };
    const needed = this.type !== 'new-request';
    const field = (name, label, required) =>
      html`<div class="field">
        <label for="fact-${name}">${label}</label
        ><input class="input" id="fact-${name}" name=${name} type="date" min=${dates.min} max=${dates.max} ?required=${required} />
      </div>`;
    return html`<div class="field-pair">
      ${field('from', t('planForm.start'), needed)} ${field('to', t('planForm.end'), false)}
    </div>`;
  }

  renderBudget() {
    return html`<div class="field">
        <label for="fact-budget">${t('factForm.budget')}</label
        ><input
          class="input"
          id="fact-budget"
          name="budget"
          type="number"
          min="0"
          max="1000"
          required
          value=${DEFAULT_BUDGET}
          aria-describedby="fact-budget-help"
        />
        <p class="small dim" id="fact-budget-help">${t('factForm.budgetHelp')}</p>
      </div>
      <div class="field">
        <label for="fact-reason">${t('factForm.reason')}</label
        ><input class="input" id="fact-reason" name="reason" maxlength="500" />
      </div>`;
  }
}

customElements.define('fact-form', FactForm);
