import { html, nothing } from 'lit';
import { clock, dayMedium, instant } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { getJson, send, sendFile } from '../api.js';
import { Resource } from '../resource.js';
import { go } from '../route.js';
import { availability, clashes, isPlanner, me, plans, uats } from '../store.js';
import './availability-form.js';
import { entryText, placeText } from './availability-words.js';

/** So many of a plan's visits that no longer fit are seen at once; those somebody knows of come first. */
const SHOWN = 6;

/** Of the plan somebody looks at, and of all that somebody was told of. */
const clashesOf = (id) =>
  new Resource(async () => (await getJson(`/api/v1/availability/clashes?plan=${encodeURIComponent(id)}`)).clashes);

/** When places cannot be visited: the list, what no longer fits it, and for planners how to write it down. */
class PlanAvailability extends Part {
  static properties = { plan: { attribute: false }, uat: { state: true }, done: { state: true }, removed: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.uat = '';
    for (const resource of [availability, me, uats]) resource.usedBy(this);
  }

  /** Who is looking may become known after the list is there. */
  willUpdate() {
    if (!isPlanner()) return;
    const id = this.plan?.id;
    if (this.clashes && this.asked === id) return;
    this.asked = id;
    this.clashes = (id ? clashesOf(id) : clashes).usedBy(this).ensure();
  }

  connectedCallback() {
    super.connectedCallback();
    if (availability.value) this.refresh();
  }

  refresh() {
    return Promise.all([availability.refresh(), ...(this.clashes ? [this.clashes.refresh()] : [])]);
  }

  async attempt(work) {
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
    }
    await this.refresh();
    this.busy = false;
  }

  async takeAway(entry) {
    await this.attempt(async () => {
      await send('DELETE', `/api/v1/availability/${encodeURIComponent(entry.id)}`);
      this.removed = entry;
    });
    await this.updateComplete;
    this.querySelector('.undo')?.focus();
  }

  restore() {
    return this.attempt(async () => {
      await send('POST', `/api/v1/availability/${encodeURIComponent(this.removed.id)}/actions/restore`);
      this.removed = undefined;
    });
  }

  /** Asks what would move; nothing does until the proposal is accepted. */
  async propose(plan) {
    await this.attempt(async () => {
      await send('POST', `/api/v1/plans/${encodeURIComponent(plan)}/replans`, { facts: [{ type: 'availability' }] });
      plans.refresh();
      go({ plan, view: 'changes' });
    });
  }

  async readFile(input) {
    const [file] = input.files;
    if (!file) return;
    this.removed = undefined;
    this.done = undefined;
    await this.attempt(async () => {
      this.done = await sendFile('/api/v1/availability/imports', file, 'text/csv');
    });
    input.value = '';
  }

  written() {
    this.removed = undefined;
    this.refresh();
  }

  render() {
    return html`<div class="plan-availability" aria-busy=${Boolean(this.busy)}>
      <div class="row center">
        <p class="dim small grow">${t('availability.text')}</p>
        ${
          isPlanner()
            ? html`<label class="btn file-button"
                  >${t('availability.file')}<input
                    type="file"
                    class="visually-hidden"
                    accept=".csv,text/csv"
                    @change=${(e) => this.readFile(e.target)}
                /></label>
                <button class="btn primary" @click=${() => this.querySelector('availability-form').open()}>
                ${icon('plus', 18)} ${t('availability.add')}
              </button>`
            : nothing
        }
      </div>
      ${isPlanner() ? html`<availability-form @written=${this.written}></availability-form>` : nothing}
      ${this.problem ? problemNotice(this.problem) : nothing} ${this.renderRemoved()} ${this.renderDone()} ${isPlanner() ? this.renderClashes() : nothing}
      ${resolved(availability, (book) => this.renderBook(book))}
    </div>`;
  }

  renderRemoved() {
    if (!this.removed) return nothing;
    return html`<div class="notice" role="status">
      ${icon('info')}
      <div class="grow">${t('availability.removed', { what: `${placeText(this.removed)} · ${entryText(this.removed)}` })}</div>
      <button class="btn undo" ?disabled=${this.busy} @click=${this.restore}>${t('action.undo')}</button>
    </div>`;
  }

  renderDone() {
    if (!this.done) return nothing;
    const { written, known, rejected } = this.done;
    return html`<div class="notice ${rejected.length ? 'warn' : ''}" role="status">
      ${icon(rejected.length ? 'warning' : 'info')}
      <div class="grow">
        ${t('availability.fileDone', { written, known, rejected: rejected.length })}
        <ul>
          ${rejected.map((row) => html`<li class="small">${t('availability.fileRow', { line: row.line, why: `${t(`problem.${row.type}`)}${row.field ? ` (${row.field})` : ''}` })}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  renderClashes() {
    const all = this.clashes?.value ?? [];
    if (!all.length) return nothing;
    const byPlan = new Map();
    for (const clash of all) byPlan.set(clash.plan, [...(byPlan.get(clash.plan) ?? []), clash]);
    return html`<section class="notice warn clashes" aria-label=${t('availability.clashes')}>
      ${icon('warning')}
      <div class="grow">
        <h3>${t('availability.clashes')}</h3>
        <p class="small">${t('availability.clashesText')}</p>
        ${[...byPlan].map(([plan, list]) => this.renderClashesOf(plan, list))}
      </div>
    </section>`;
  }

  renderClashesOf(plan, list) {
    return html`<div class="row center">
        <b class="grow">${list[0].planName} <span class="small">${tn('count.visit', list.length)}</span></b>
        <button class="btn" ?disabled=${this.busy} @click=${() => this.propose(plan)}>${t('availability.propose')}</button>
      </div>
      ${this.renderVisits(plan, list.slice(0, SHOWN))}
      ${
        list.length > SHOWN
          ? html`<details>
              <summary>${t('availability.more', { n: list.length })}</summary>
              ${this.renderVisits(plan, list.slice(SHOWN))}
            </details>`
          : nothing
      }`;
  }

  renderVisits(plan, list) {
    return html`<ul class="shifts">
      ${list.map(
        (c) =>
          html`<li>
            <button class="link" @click=${() => go({ plan, date: c.date, station: c.station, visit: c.visit })}>${c.locality}</button>
            <span class="small">${dayMedium(c.date)}, ${clock(c.start)}–${clock(c.end)}</span>
            <span class="chip ${c.agreed ? 'warn' : ''}">${c.agreed ? t('availability.agreed') : t(`state.${c.state}`)}</span>
            <span class="small dim">${c.against.map(entryText).join('; ')}</span>
          </li>`,
      )}
    </ul>`;
  }

  renderBook(book) {
    if (!book.entries.length) return html`<p class="dim">${t('availability.none')}</p>`;
    const entries = book.entries
      .filter((e) => !this.uat || e.uatSiruta === Number(this.uat))
      .sort((a, b) => placeText(a).localeCompare(placeText(b), 'ro'));
    return html`${this.renderFilter()} ${this.renderNever(book.neverOpen)}
      ${
        entries.length
          ? html`<ul class="office-list availability-list">
              ${entries.map((entry) => this.renderEntry(entry))}
            </ul>`
          : html`<p class="dim">${t('availability.noneHere')}</p>`
      }`;
  }

  renderFilter() {
    const sorted = [...(uats.value ?? [])].sort((a, b) => a.properties.name.localeCompare(b.properties.name, 'ro'));
    return html`<div class="field availability-filter">
      <label for="availability-uat">${t('availability.filter')}</label
      ><select
        class="input"
        id="availability-uat"
        @change=${(e) => {
          this.uat = e.target.value;
        }}
      >
        <option value="">${t('availability.allUats')}</option>
        ${sorted.map((f) => html`<option value=${f.id} ?selected=${String(f.id) === this.uat}>${f.properties.name}</option>`)}
      </select>
    </div>`;
  }

  renderNever(spots) {
    if (!spots.length) return nothing;
    const places = spots.map((s) => `${s.locality} (${s.uat})`).join(', ');
    return html`<div class="notice warn" role="status">
      ${icon('warning')}
      <div>${t('availability.never', { places })}</div>
    </div>`;
  }

  renderEntry(entry) {
    const what = `${placeText(entry)} · ${entryText(entry)}`;
    return html`<li>
      <div class="row center">
        <span class="grow"><b>${placeText(entry)}</b><br />${entryText(entry)}</span>
        ${
          isPlanner()
            ? html`<button
                class="btn"
                ?disabled=${this.busy}
                aria-label=${t('availability.removeOf', { what })}
                @click=${() => this.takeAway(entry)}
              >
                ${t('availability.remove')}
              </button>`
            : nothing
        }
      </div>
      <p class="small dim">
        ${entry.note ? html`${entry.note} · ` : nothing}${t('availability.by', { who: entry.writtenBy, when: instant(entry.writtenAt) })}
      </p>
    </li>`;
  }
}

customElements.define('plan-availability', PlanAvailability);
