import { html, nothing } from 'lit';
import { dayMedium, instant, personsText } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { loading, problemNotice, refused } from '../../parts/state-message.js';
import { getJson, send } from '../api.js';
import { Resource } from '../resource.js';
import { isRunning } from '../plan-facts.js';
import { go } from '../route.js';
import { localities, plan as planResource, stations, uats } from '../store.js';
import { factText } from './fact-words.js';
import { deltaText, deltaTone } from './delta-words.js';
import './fact-form.js';

const TONES = { proposed: 'warn', accepted: 'brand', rejected: '', undone: '' };

/** What people changed in a plan after it was made: proposals to decide, the last change to undo, the history. */
class PlanChanges extends Part {
  static properties = { plan: { attribute: false }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    uats.usedBy(this).ensure();
    localities.usedBy(this).ensure();
    stations.usedBy(this).ensure();
  }

  willUpdate() {
    if (this.asked === this.plan.id) return;
    this.asked = this.plan.id;
    const id = this.plan.id;
    this.list = new Resource(() => getJson(`/api/v1/plans/${encodeURIComponent(id)}/changes`)).usedBy(this).ensure();
  }

  languageChanged() {
    this.requestUpdate();
  }

  render() {
    if (this.list.problem && !this.list.value) return refused(this.list.problem, () => this.list.refresh());
    const changes = this.list.value?.changes;
    return html`<div class="plan-changes" aria-busy=${Boolean(this.busy)}>
      <div class="row center">
        <p class="dim small grow">${t(isRunning(this.plan) ? 'changes.whileSearched' : 'changes.text')}</p>
        <button class="btn primary" @click=${() => this.querySelector('fact-form').open()}>${t('changes.tell')}</button>
      </div>
      <fact-form .plan=${this.plan} @replanned=${() => this.list.refresh()}></fact-form>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${changes ? this.renderList(changes) : loading()}
    </div>`;
  }

  renderList(changes) {
    if (!changes.length) return html`<p class="dim">${t('changes.none')}</p>`;
    return html`<ol class="changes">
      ${changes.map((change) => this.renderChange(change))}
    </ol>`;
  }

  renderChange(change) {
    const diff = change.diff;
    return html`<li class="change">
      <div class="row center">
        <b class="grow">${this.heading(change)}</b>
        <span class="chip ${TONES[change.state]}">${t(`changeState.${change.state}`)}</span>
      </div>
      <p class="small dim">
        ${t('picker.by', { who: change.madeBy, when: instant(change.madeAt) })}${change.reason ? html` · ${change.reason}` : nothing}
      </p>
      <p class="delta ${deltaTone(diff.delta)}">${deltaText(diff.delta)}</p>
      ${this.renderShifts(t('change.moved'), diff.moved)} ${this.renderShifts(t('change.added'), diff.added)}
      ${this.renderShifts(t('change.dropped'), diff.dropped)} ${this.renderLeftOut(diff.leftOut)} ${this.renderTold(diff.told)}
      <div class="row">${this.renderActions(change)}</div>
    </li>`;
  }

  /** The facts in a few words; a visit moved by hand has none. */
  heading(change) {
    if (!change.facts.length) return t(`change.${change.kind}`);
    const { moved, dropped, leftOut } = change.diff;
    const visits = [...moved, ...dropped, ...leftOut].map((one) => one.visit);
    const places = { visits, uats: uats.value ?? [], localities: localities.value ?? [], stations: stations.value ?? [] };
    return change.facts.map((fact) => factText(fact, places)).join('; ');
  }

  renderShifts(title, shifts) {
    if (!shifts.length) return nothing;
    const day = (slot) => (slot ? dayMedium(slot.date) : t('slot.none'));
    return html`<h4>${title} <span class="dim">${tn('count.visit', shifts.length)}</span></h4>
      <ul class="shifts">
        ${shifts.map(
          (s) =>
            html`<li>
              <button class="link" @click=${() => this.open(s)}>${s.visit.locality}</button>
              <span class="small dim">${s.visit.uat} · ${t(`kind.${s.visit.kind}`)} · ${personsText(s.visit.persons)}</span>
              <span class="small">${day(s.from)} → ${day(s.to)}</span>
            </li>`,
        )}
      </ul>`;
  }

  /** What somebody asked for and no day was found for: a planner must answer them. */
  renderLeftOut(leftOut) {
    if (!leftOut.length) return nothing;
    return html`<h4>${t('change.leftOut')} <span class="dim">${tn('count.visit', leftOut.length)}</span></h4>
      <ul class="shifts left-out">
        ${leftOut.map(
          (one) =>
            html`<li>
              <b>${one.visit.locality}</b>
              <span class="small dim">${one.visit.uat} · ${t(`kind.${one.visit.kind}`)} · ${personsText(one.visit.persons)}</span>
              <span class="small">${one.reasons.join(' ')}</span>
            </li>`,
        )}
      </ul>`;
  }

  renderTold(told) {
    if (!told.length) return nothing;
    return html`<h4>${t('change.told')}</h4>
      <ul class="shifts">
        ${told.map((one) => html`<li><b>${one.visit.locality}</b> <span class="small">${one.listeners.map((l) => t(`listener.${l}`)).join(', ')}</span></li>`)}
      </ul>`;
  }

  renderActions(change) {
    const button = (action, primary) =>
      html`<button class="btn ${primary ? 'primary' : ''}" ?disabled=${this.busy} @click=${() => this.act(change, action)}>
        ${t(`changeAction.${action}`)}
      </button>`;
    if (change.state === 'proposed') return [button('accept', true), button('reject')];
    return change.undoable ? button('undo') : nothing;
  }

  open(shift) {
    const slot = shift.to ?? shift.from;
    go({ visit: shift.visit.visit, date: slot?.date, station: slot?.station });
  }

  async act(change, action) {
    this.busy = true;
    this.problem = undefined;
    try {
      await send('POST', `/api/v1/plans/${encodeURIComponent(change.plan)}/changes/${change.number}/actions/${action}`);
    } catch (problem) {
      this.problem = problem;
    }
    await Promise.all([this.list.refresh(), planResource(this.plan.id).refresh()]);
    this.busy = false;
  }

}

customElements.define('plan-changes', PlanChanges);
