import { html, nothing } from 'lit';
import { dayMedium, instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { getJson, send } from '../api.js';
import { civilStatusPlace } from '../coverage/office-name.js';
import { go } from '../route.js';
import { civilStatusOffices, isPlanner, me } from '../store.js';
import { STATES } from './siieasc-states.js';

/** One office: its state, the steps that led there, and for planners the next one. */
class SiieascForm extends Part {
  static properties = { office: { attribute: false }, steps: { state: true }, problem: { state: true }, sending: { state: true } };

  constructor() {
    super();
    me.usedBy(this);
  }

  willUpdate(changes) {
    if (!changes.has('office')) return;
    const before = changes.get('office');
    if (before?.office !== this.office.office) {
      this.problem = undefined;
      this.steps = undefined;
    }
    if (before?.office !== this.office.office || before?.version !== this.office.version) this.readSteps(this.office.office);
  }

  async readSteps(office) {
    try {
      const { steps } = await getJson(`/api/v1/civil-status-offices/${encodeURIComponent(office)}/steps`);
      if (office === this.office.office) this.steps = steps;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async save(event) {
    event.preventDefault();
    const wanted = new FormData(event.target);
    this.sending = true;
    this.problem = undefined;
    try {
      await send('PUT', `/api/v1/civil-status-offices/${encodeURIComponent(this.office.office)}`, {
        state: wanted.get('state'),
        since: wanted.get('since'),
        note: wanted.get('note'),
        version: this.office.version,
      });
    } catch (problem) {
      this.problem = problem;
    }
    this.sending = false;
    civilStatusOffices.refresh();
  }

  render() {
    const { office } = this;
    return html`<div class="row center">
        <h2>${civilStatusPlace(office.name)}</h2>
        <button class="btn icon quiet" aria-label=${t('action.close')} @click=${() => go({ place: undefined })}>
          ${icon('close', 18)}
        </button>
      </div>
      <p class="small dim">${[office.name, office.address].filter(Boolean).join(' · ')}</p>
      <p>
        <i class="key siieasc-${office.state}"></i> <b>${t(`siieasc.state.${office.state}`)}</b>
        ${office.since ? t('siieasc.sinceDay', { date: dayMedium(office.since) }) : nothing}
      </p>
      ${this.problem ? problemNotice(this.problem) : nothing} ${isPlanner() ? this.renderForm(office) : nothing} ${this.renderSteps()}`;
  }

  renderForm(office) {
    const next = STATES[Math.min(STATES.length - 1, STATES.indexOf(office.state) + 1)];
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date());
    return html`<form class="siieasc-edit" @submit=${this.save}>
      <div class="field">
        <label for="siieasc-state">${t('siieasc.newState')}</label
        ><select class="input" id="siieasc-state" name="state">
          ${STATES.map((s) => html`<option value=${s} ?selected=${s === next}>${t(`siieasc.state.${s}`)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="siieasc-since">${t('siieasc.since')}</label
        ><input class="input" id="siieasc-since" name="since" type="date" max=${today} .value=${today} required />
      </div>
      <div class="field note">
        <label for="siieasc-note">${t('siieasc.note')}</label
        ><input class="input" id="siieasc-note" name="note" maxlength="300" autocomplete="off" />
      </div>
      <button class="btn primary" ?disabled=${this.sending}>${t('siieasc.save')}</button>
    </form>`;
  }

  renderSteps() {
    if (!this.steps?.length) return html`<p class="small dim">${t('siieasc.noSteps')}</p>`;
    return html`<h3>${t('siieasc.history')}</h3>
      <ol class="siieasc-steps">
        ${this.steps.map(
          (s) =>
            html`<li>
              <b>${t(`siieasc.state.${s.to}`)}</b>, ${dayMedium(s.since)}${s.note ? html`: ${s.note}` : nothing}
              <div class="small dim">${t('siieasc.writtenBy', { name: s.changedBy, when: instant(s.changedAt) })}</div>
            </li>`,
        )}
      </ol>`;
  }
}

customElements.define('siieasc-form', SiieascForm);
