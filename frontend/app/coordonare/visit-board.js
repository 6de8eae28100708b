import { html, nothing } from 'lit';
import { monthYear } from '../../parts/format.js';
import { language, t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { empty, problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { RouteController, go, route } from '../route.js';
import { board, currentPlanId, isPlanner, me, needsByUat, notices, plans } from '../store.js';
import { EXTRA, HEAPS, chosen, heapSizes } from './board-facts.js';
import './ask-many.js';
import './mail-panel.js';
import './visit-panel.js';
import { visitRows } from './visit-rows.js';

/** Who has to answer: the visits of the accepted plans by what they wait for, and one of them with its next steps. */
class VisitBoard extends Part {
  static properties = { problem: { state: true }, words: { state: true }, busy: { state: true }, held: { state: true } };

  constructor() {
    super();
    this.words = '';
    this.routeController = new RouteController(this);
    for (const resource of [board, me, plans, needsByUat]) resource.usedBy(this);
  }

  get filter() {
    const heap = [...Object.keys(HEAPS), ...Object.keys(EXTRA)].find((name) => name === route().state);
    return { heap, month: route().month, words: this.words, today: board.value?.today };
  }

  async accept(plan) {
    this.busy = true;
    this.problem = undefined;
    try {
      const answer = await send('POST', `/api/v1/plans/${encodeURIComponent(plan.id)}/acceptance`);
      this.held = answer.heldElsewhere.length;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.changed();
  }

  render() {
    return resolved(board, (value) => {
      if (!value.visits.length) return this.renderNone();
      const open = route().visit;
      return html`<div class="board ${open ? 'one-open' : ''}">
        ${this.renderList(value)}
        ${open ? html`<visit-panel .visit=${open} @visit-changed=${this.changed}></visit-panel>` : this.renderHint()}
      </div>`;
    });
  }

  /** A step may leave somebody to be told. */
  changed() {
    board.refresh();
    if (isPlanner()) notices.refresh();
  }

  /** Beside the list, while no visit is open: the mail for planners, a word of help for the others. */
  renderHint() {
    if (isPlanner()) return html`<mail-panel class="board-hint"></mail-panel>`;
    return html`<aside class="card board-hint">
      ${empty({ name: 'letter', title: t('board.choose'), text: t('board.chooseText') })}
    </aside>`;
  }

  /** The newest finished plan, where it is not yet what people work on. */
  get waitingPlan() {
    const id = currentPlanId();
    const plan = plans.value?.find((p) => String(p.id) === id);
    if (!plan || !isPlanner() || !['finished', 'cancelled'].includes(plan.status)) return undefined;
    return board.value?.visits.some((v) => v.id.startsWith(`${id}.`)) ? undefined : plan;
  }

  renderNone() {
    const plan = this.waitingPlan;
    return html`${this.problem ? problemNotice(this.problem) : nothing}${empty({
      name: 'letter',
      title: t('board.noneTitle'),
      text: plan ? t('board.noneText', { plan: plan.name }) : t('board.noneNoPlan'),
      action: plan ? this.renderAccept(plan) : nothing,
    })}`;
  }

  renderAccept(plan) {
    return html`<button class="btn primary" ?disabled=${this.busy} @click=${() => this.accept(plan)}>
      ${this.busy ? t('board.accepting') : t('board.accept')}
    </button>`;
  }

  renderList(value) {
    const visits = chosen(value.visits, this.filter);
    const plan = this.waitingPlan;
    return html`<section class="card board-list" aria-label=${t('board.list')}>
      ${
        plan
          ? html`<div class="notice">
              ${icon('calendar')}
              <div class="grow">${t('board.newPlan', { plan: plan.name })}</div>
              ${this.renderAccept(plan)}
            </div>`
          : nothing
      }
      ${this.held ? html`<div class="notice warn" role="status">${icon('info')}<div>${tn('board.held', this.held)}</div></div>` : nothing}
      ${this.problem ? problemNotice(this.problem) : nothing} ${this.renderFilter(value)}
      <div class="board-tools">
        <p class="small dim" role="status">${tn('count.visit', visits.length)}</p>
        <span class="grow"></span>
        ${isPlanner() && value.visits.some((v) => v.mayor === 'open' || v.police === 'open') ? html`<a class="btn" href=${`/api/v1/letters.pdf?lang=${language()}`} download>${t('board.letters')}</a>` : nothing}
        ${isPlanner() ? html`<ask-many .visits=${visits} @asked=${this.changed}></ask-many>` : nothing}
      </div>
      ${visits.length ? visitRows(visits, value.today, route().visit) : html`<p class="dim board-empty">${t('board.noMatch')}</p>`}
    </section>`;
  }

  renderFilter(value) {
    const sizes = heapSizes(value.visits);
    const months = [...new Set(value.visits.map((v) => v.date.slice(0, 7)))].sort();
    return html`<div class="board-filter">
      <div class="chips" role="group" aria-label=${t('board.heaps')}>
        ${this.renderHeap(undefined, value.visits.length)} ${Object.keys(HEAPS).map((heap) => this.renderHeap(heap, sizes[heap]))}
        ${Object.entries(EXTRA).map(([heap, isOnIt]) => this.renderExtra(heap, value.visits.filter((visit) => isOnIt(visit, value.today)).length))}
      </div>
      <div class="board-search">
        <input
          class="input"
          type="search"
          aria-label=${t('board.words')}
          placeholder=${t('board.words')}
          .value=${this.words}
          @input=${(e) => {
            this.words = e.target.value;
          }}
        />
        <select
          class="input"
          aria-label=${t('board.month')}
          @change=${(e) => go({ month: e.target.value || undefined }, { replace: true })}
        >
          <option value="">${t('board.allMonths')}</option>
          ${months.map((m) => html`<option value=${m} ?selected=${m === route().month}>${monthYear(m)}</option>`)}
        </select>
      </div>
    </div>`;
  }

  renderExtra(heap, size) {
    return size || this.filter.heap === heap ? this.renderHeap(heap, size) : nothing;
  }

  renderHeap(heap, size) {
    const here = this.filter.heap === heap;
    return html`<button class="chip ${here ? 'on' : ''}" aria-pressed=${here} @click=${() => go({ state: heap }, { replace: true })}>
      ${t(`heap.${heap ?? 'all'}`)} <b>${size}</b>
    </button>`;
  }
}

customElements.define('visit-board', VisitBoard);
