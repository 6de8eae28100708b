import { html, nothing } from 'lit';
import { countText, dayMedium, kilometres } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { conflicts } from '../store.js';
import { clockOf } from './when.js';

const FIGURES = ['served', 'sentBack', 'photos'];

/** Visits that two phones reported differently: a planner keeps one report or adds them up. Nothing is added on its own. */
class FieldConflicts extends Part {
  static properties = { problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    conflicts.usedBy(this);
  }

  async decide(conflict, choice, keep) {
    this.busy = true;
    this.problem = undefined;
    try {
      const seen = conflict.reports.map((report) => report.id);
      await send('POST', `/api/v1/field/conflicts/${encodeURIComponent(conflict.visit)}/resolution`, { choice, keep, seen });
    } catch (problem) {
      this.problem = problem;
    }
    await conflicts.refresh();
    this.busy = false;
  }

  render() {
    const open = (conflicts.value ?? []).filter((conflict) => conflict.open);
    if (!open.length) return nothing;
    return html`<section class="conflicts card" aria-label=${t('conflict.title')}>
      <h3>${t('conflict.title')}</h3>
      <p class="small dim">${t('conflict.text')}</p>
      ${this.problem ? problemNotice(this.problem) : nothing} ${open.map((conflict) => this.renderConflict(conflict))}
    </section>`;
  }

  renderConflict(conflict) {
    const [first] = conflict.reports;
    return html`<div class="conflict">
      <p><b>${first.locality}</b>, ${dayMedium(first.date)} ${conflict.alike ? html`· ${t('conflict.alike')}` : nothing}</p>
      <table class="small">
        <thead>
          <tr>
            <th scope="col">${t('conflict.figure')}</th>
            ${conflict.reports.map((r) => html`<th scope="col">${r.signedBy}, ${clockOf(r.receivedAt)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${FIGURES.map(
            (name) =>
              html`<tr>
                <th scope="row">${t(`conflict.${name}`)}</th>
                ${conflict.reports.map((r) => html`<td>${countText(r[name])}</td>`)}
              </tr>`,
          )}
          <tr>
            <th scope="row">${t('conflict.kilometres')}</th>
            ${conflict.reports.map((r) => html`<td>${kilometres(r.kilometres * 1000)}</td>`)}
          </tr>
        </tbody>
      </table>
      <div class="chips">
        ${conflict.reports.map(
          (r) =>
            html`<button class="btn" ?disabled=${this.busy} @click=${() => this.decide(conflict, 'keep', r.id)}>
              ${t('conflict.keep', { by: r.signedBy, time: clockOf(r.receivedAt) })}
            </button>`,
        )}
        <button class="btn" ?disabled=${this.busy} @click=${() => this.decide(conflict, 'add')}>${t('conflict.add')}</button>
      </div>
    </div>`;
  }
}

customElements.define('field-conflicts', FieldConflicts);
