import { html, nothing } from 'lit';
import { dayMedium } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { needReporters, uats } from '../store.js';
import { SOURCES } from './report-form.js';

/** For planners: who may report by a link without an account; a new link's address is shown once. */
class ReporterLinks extends Part {
  static properties = { problem: { state: true }, made: { state: true } };

  constructor() {
    super();
    needReporters.usedBy(this);
    uats.usedBy(this);
  }

  async make(event) {
    event.preventDefault();
    const form = event.target;
    const wanted = Object.fromEntries(new FormData(form));
    this.problem = undefined;
    try {
      this.made = await send('POST', '/api/v1/needs/reporters', { ...wanted, siruta: Number(wanted.siruta) });
      form.reset();
    } catch (problem) {
      this.problem = problem;
    }
    needReporters.refresh();
  }

  async withdraw(link) {
    this.problem = undefined;
    try {
      await send('DELETE', `/api/v1/needs/reporters/${link.id}`);
    } catch (problem) {
      this.problem = problem;
    }
    needReporters.refresh();
  }

  uatName(siruta) {
    return uats.value?.find((f) => Number(f.id) === siruta)?.properties.name ?? siruta;
  }

  render() {
    return html`<section class="card block" aria-label=${t('reporter.title')}>
      <h2>${t('reporter.title')}</h2>
      <p class="small dim">${t('reporter.text')}</p>
      ${this.problem ? problemNotice(this.problem) : nothing} ${this.made ? this.renderMade() : nothing} ${this.renderForm()}
      ${resolved(needReporters, (list) => (list.length ? this.renderLinks(list) : nothing))}
    </section>`;
  }

  renderMade() {
    return html`<div class="field">
      <label for="reporter-address">${t('reporter.made', { label: this.made.reporter.label })}</label>
      <input class="input" id="reporter-address" readonly .value=${this.made.address} @focus=${(e) => e.target.select()} />
      <span class="help">${t('reporter.once')}</span>
    </div>`;
  }

  renderForm() {
    const sorted = [...(uats.value ?? [])].sort((a, b) => a.properties.name.localeCompare(b.properties.name, 'ro'));
    return html`<form class="visit-form" @submit=${this.make}>
      <div class="field">
        <label for="reporter-label">${t('reporter.label')}</label
        ><input class="input" id="reporter-label" name="label" maxlength="100" required autocomplete="off" />
      </div>
      <div class="field-pair">
        <div class="field">
          <label for="reporter-uat">${t('needReport.field.uat')}</label
          ><select class="input" id="reporter-uat" name="siruta" required>
            <option value=""></option>
            ${sorted.map((f) => html`<option value=${f.id}>${f.properties.name}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="reporter-source">${t('needReport.field.source')}</label
          ><select class="input" id="reporter-source" name="source">
            ${SOURCES.map((s) => html`<option value=${s}>${t(`needReport.source.${s}`)}</option>`)}
          </select>
        </div>
      </div>
      <button class="btn">${t('reporter.make')}</button>
    </form>`;
  }

  renderLinks(list) {
    return html`<ul class="office-list">
      ${list.map(
        (link) =>
          html`<li>
            <div class="row center">
              <b class="grow">${link.label}</b>
              ${
                link.revokedAt
                  ? html`<span class="small dim">${t('reporter.withdrawn')}</span>`
                  : html`<button class="btn" @click=${() => this.withdraw(link)}>${t('reporter.withdraw')}</button>`
              }
            </div>
            <p class="small dim">
              ${this.uatName(link.uatSiruta)} · ${t(`needReport.source.${link.source}`)} ·
              ${t('reporter.until', { date: dayMedium(link.expiresAt.slice(0, 10)) })}
            </p>
          </li>`,
      )}
    </ul>`;
  }
}

customElements.define('reporter-links', ReporterLinks);
