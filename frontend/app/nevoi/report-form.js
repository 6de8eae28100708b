import { html, nothing } from 'lit';
import { addDays } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { create } from '../api.js';
import { CATEGORIES } from '../need-view.js';
import { localities, me, uats } from '../store.js';

export const SOURCES = ['ROMA_EXPERT', 'SOCIAL_WORKER', 'MAYOR', 'OTHER'];
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date());

/** A need seen on the spot, for everybody with an account who comes to places: how many, what, where, when. */
class ReportForm extends Part {
  static properties = { problem: { state: true }, sent: { state: true }, uat: { state: true }, busy: { state: true } };

  constructor() {
    super();
    for (const resource of [me, uats, localities]) resource.usedBy(this);
  }

  get mayReport() {
    return ['PLANNER', 'VIEWER', 'FIELD'].some((role) => me.value?.roles?.includes(role));
  }

  async submit(event) {
    event.preventDefault();
    const form = event.target;
    const wanted = Object.fromEntries(new FormData(form));
    wanted.siruta = wanted.siruta || wanted.uat;
    delete wanted.uat;
    this.busy = true;
    this.problem = undefined;
    this.sent = false;
    try {
      await create('/api/v1/needs/reports', wanted);
      this.sent = true;
      form.reset();
      this.uat = undefined;
      this.say('reported');
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  render() {
    if (!this.mayReport) return html`<p class="card block dim">${t('needReport.notYours')}</p>`;
    return html`<form class="card block" @submit=${this.submit} aria-label=${t('needReport.new')}>
      <h2>${t('needReport.new')}</h2>
      <p class="small dim">${t('needReport.text')}</p>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${this.sent ? html`<div class="notice" role="status">${icon('info')}<div>${t('needReport.sent')}</div></div>` : nothing}
      ${this.renderPlace()}
      <div class="field-pair">
        ${this.field('persons', html`<input class="input" id="report-persons" name="persons" type="number" min="1" required />`)}
        ${this.field(
          'day',
          html`<input
            class="input"
            id="report-day"
            name="observedOn"
            type="date"
            min=${addDays(today(), -365)}
            max=${today()}
            value=${today()}
            required
          />`,
        )}
      </div>
      ${this.field(
        'category',
        html`<select class="input" id="report-category" name="category">
          ${CATEGORIES.map((c) => html`<option value=${c}>${t(`category.${c}`)}</option>`)}
        </select>`,
      )}
      ${this.field(
        'source',
        html`<select class="input" id="report-source" name="source">
          ${SOURCES.map((s) => html`<option value=${s}>${t(`needReport.source.${s}`)}</option>`)}
        </select>`,
      )}
      ${this.field('note', html`<textarea class="input" id="report-note" name="note" maxlength="300" rows="2"></textarea>`)}
      <div><button class="btn primary" ?disabled=${this.busy}>${t('needReport.send')}</button></div>
    </form>`;
  }

  field(name, input) {
    return html`<div class="field">
      <label for="report-${name}">${t(`needReport.field.${name}`)}</label>${input}
      ${name === 'note' ? html`<span class="help">${t('needReport.noteHelp')}</span>` : nothing}
    </div>`;
  }

  renderPlace() {
    const byName = (a, b) => a.properties.name.localeCompare(b.properties.name, 'ro');
    const villages = (localities.value ?? []).filter((f) => String(f.properties.uatSiruta) === this.uat).sort(byName);
    return html`<div class="field-pair">
      ${this.field(
        'uat',
        html`<select
          class="input"
          id="report-uat"
          name="uat"
          required
          @change=${(e) => {
            this.uat = e.target.value;
          }}
        >
          <option value=""></option>
          ${[...(uats.value ?? [])].sort(byName).map((f) => html`<option value=${f.id}>${f.properties.name}</option>`)}
        </select>`,
      )}
      ${this.field(
        'locality',
        html`<select class="input" id="report-locality" name="siruta">
          <option value="">${t('needReport.wholeUat')}</option>
          ${villages.map((f) => html`<option value=${f.id}>${f.properties.name}</option>`)}
        </select>`,
      )}
    </div>`;
  }
}

customElements.define('report-form', ReportForm);
