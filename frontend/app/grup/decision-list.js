import { html, nothing } from 'lit';
import { addDays, dayMedium, monthYear } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { empty, problemNotice, resolved } from '../../parts/state-message.js';
import { create, send } from '../api.js';
import { decisions } from '../store.js';

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date());

/** Decisions, who answers for them and by when; planners write down what became of each. */
class DecisionList extends Part {
  static properties = { planner: { attribute: false }, problem: { state: true }, open: { state: true } };

  constructor() {
    super();
    decisions.usedBy(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (decisions.value) decisions.refresh();
  }

  async run(work, form) {
    this.problem = undefined;
    try {
      decisions.put((await work()).decisions);
      form?.reset();
      this.open = undefined;
    } catch (problem) {
      this.problem = problem;
      decisions.refresh();
    }
  }

  add(event) {
    event.preventDefault();
    const wanted = Object.fromEntries(new FormData(event.target));
    this.run(() => create('/api/v1/decisions', wanted), event.target);
  }

  act(decision, action, more = {}) {
    const path = `/api/v1/decisions/${decision.id}/actions/${action}`;
    this.run(() => send('POST', path, { version: decision.version, ...more }));
  }

  settle(event, decision, action) {
    event.preventDefault();
    this.act(decision, action, Object.fromEntries(new FormData(event.target)));
  }

  render() {
    return html`<section class="card block" aria-label=${t('decision.title')}>
      <h2>${t('decision.title')}</h2>
      ${this.problem ? problemNotice(this.problem) : nothing} ${this.planner ? this.renderForm() : nothing}
      ${resolved(decisions, (all) => this.renderAll(all))}
    </section>`;
  }

  renderForm() {
    return html`<form class="visit-form" @submit=${this.add}>
      <div class="field">
        <label for="decision-subject">${t('decision.subject')}</label
        ><textarea class="input" id="decision-subject" name="subject" maxlength="500" minlength="3" rows="2" required></textarea>
      </div>
      <div class="field-pair">
        <div class="field">
          <label for="decision-owner">${t('decision.owner')}</label
          ><input class="input" id="decision-owner" name="owner" maxlength="120" minlength="2" required autocomplete="off" />
        </div>
        <div class="field">
          <label for="decision-due">${t('decision.due')}</label
          ><input class="input" id="decision-due" name="due" type="date" min=${today()} value=${addDays(today(), 30)} required />
        </div>
      </div>
      <button class="btn primary">${t('decision.add')}</button>
    </form>`;
  }

  renderAll(all) {
    const open = all.filter((d) => d.state === 'OPEN');
    const settled = all.filter((d) => d.state !== 'OPEN');
    return html`${open.length ? nothing : empty({ name: 'info', title: t('decision.none'), text: t('decision.noneText') })}
      <ol class="history">
        ${open.map((d) => this.renderDecision(d))}
      </ol>
      ${
        settled.length
          ? html`<details>
              <summary>${tn('decision.settled', settled.length)}</summary>
              <ol class="history">
                ${settled.map((d) => this.renderDecision(d))}
              </ol>
            </details>`
          : nothing
      }`;
  }

  renderDecision(d) {
    const late = d.state === 'OPEN' && d.due < today();
    return html`<li>
      <b>${d.subject}</b>
      <small class="dim">
        ${d.owner} · <span class=${late ? 'late' : ''}>${t(late ? 'decision.overdue' : 'decision.dueOn', { date: dayMedium(d.due) })}</span> ·
        ${t('decision.meeting', { month: monthYear(d.meeting) })} ${d.carried ? html`· ${tn('decision.carried', d.carried)}` : nothing}
        ${d.state === 'OPEN' ? nothing : html`· ${t(`decision.state.${d.state}`)}`}
        ${d.origin === 'COMPLAINT' ? html`· ${t('decision.complaint')}` : nothing}
      </small>
      ${this.planner ? this.renderSteps(d) : nothing}
    </li>`;
  }

  renderSteps(d) {
    if (d.state !== 'OPEN') return html`<div class="chips"><button class="btn" @click=${() => this.act(d, 'reopen')}>${t('decision.reopen')}</button></div>`;
    if (this.open === `carry ${d.id}`) return this.renderCarry(d);
    if (this.open === `drop ${d.id}`) return this.renderDrop(d);
    const ask = (what) => () => {
      this.open = `${what} ${d.id}`;
    };
    return html`<div class="chips">
      <button class="btn" @click=${() => this.act(d, 'done')}>${t('decision.done')}</button
      ><button class="btn" @click=${ask('carry')}>${t('decision.carry')}</button
      ><button class="btn" @click=${ask('drop')}>${t('decision.drop')}</button>
    </div>`;
  }

  renderCarry(d) {
    return html`<form class="visit-form" @submit=${(e) => this.settle(e, d, 'carry')}>
      <div class="field">
        <label for="carry-due">${t('decision.newDue')}</label
        ><input class="input" id="carry-due" name="due" type="date" min=${today()} value=${addDays(today(), 30)} required />
      </div>
      <button class="btn primary">${t('decision.carry')}</button>
    </form>`;
  }

  renderDrop(d) {
    return html`<form class="visit-form" @submit=${(e) => this.settle(e, d, 'drop')}>
      <div class="field">
        <label for="drop-note">${t('decision.why')}</label
        ><input class="input" id="drop-note" name="note" minlength="3" maxlength="300" required autocomplete="off" />
      </div>
      <button class="btn primary">${t('decision.drop')}</button>
    </form>`;
  }
}

customElements.define('decision-list', DecisionList);
