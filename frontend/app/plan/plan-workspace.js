import { html, nothing } from 'lit';
import { addMonths, monthYear } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { empty, loading, problemNotice, refused } from '../../parts/state-message.js';
import { send } from '../api.js';
import { isRunning, monthsOf, visitsOf } from '../plan-facts.js';
import { RouteController, go, route } from '../route.js';
import { CurrentPlan, county, isPlanner, mayTakeGraphic, me, needsByUat, plans } from '../store.js';
import './day-panel.js';
import './plan-availability.js';
import { planDownloads } from './downloads.js';
import './plan-changes.js';
import { monthCalendar } from './month-calendar.js';
import { planFigures } from './plan-figures.js';
import './plan-form.js';
import { PlanLive } from './plan-live.js';
import { dayList, scoreTable, unservedList } from './plan-lists.js';
import { planPicker } from './plan-picker.js';
import './plan-prices.js';
import './plan-scenarios.js';
import { yearCalendar } from './year-calendar.js';

const VIEWS = ['year', 'month', 'days', 'rules', 'unserved', 'changes', 'scenarios', 'prices', 'availability'];
const FOR_PLANNERS = ['changes', 'scenarios', 'prices'];

/** The year's action graphic: what it achieves, when the station goes where, why something is left out. */
class PlanWorkspace extends Part {
  static properties = { problem: { state: true }, filter: { state: true }, doomed: { state: true } };

  constructor() {
    super();
    this.filter = { text: '', reason: '' };
    new RouteController(this);
    for (const resource of [county, me, needsByUat]) resource.usedBy(this);
    this.current = new CurrentPlan(this);
    this.live = new PlanLive(this);
  }

  updated() {
    this.showView();
    const plan = this.current.value;
    if (plan) this.live.follow(plan, isRunning(plan));
  }

  /** On a phone the views are wider than the screen: the chosen one is brought into it. */
  showView() {
    const views = this.querySelector('.segments.views');
    const chosen = views?.querySelector('[aria-pressed="true"]');
    if (!chosen || this.shownView === route().view) return;
    this.shownView = route().view;
    views.scrollLeft = chosen.offsetLeft - views.offsetLeft - (views.clientWidth - chosen.offsetWidth) / 2;
  }

  async act(action) {
    this.problem = undefined;
    try {
      await send('POST', `/api/v1/plans/${encodeURIComponent(this.current.value.id)}/actions/${action}`);
    } catch (problem) {
      this.problem = problem;
    }
    await this.current.resource.refresh();
    plans.refresh();
  }

  async deletePlan() {
    const gone = this.doomed;
    this.doomed = undefined;
    this.querySelector('dialog.confirm').close();
    try {
      await send('DELETE', `/api/v1/plans/${encodeURIComponent(gone.id)}`);
      if (String(gone.id) === route().plan) go({ plan: undefined, date: undefined }, { replace: true });
    } catch (problem) {
      this.problem = problem;
    }
    plans.refresh();
  }

  render() {
    return html`${this.renderBody()}
      <plan-form
        .year=${county.value?.planningYear}
        .base=${this.current.value?.status === 'finished' ? this.current.value : undefined}
        @plan-started=${(e) => go({ plan: e.detail.id, month: e.detail.month, date: undefined, view: undefined, visit: undefined })}
      ></plan-form>
      <dialog class="confirm" aria-labelledby="confirm-title">
        <div class="dialog-body">
          <h2 id="confirm-title">${t('delete.title', { plan: this.doomed?.name ?? '' })}</h2>
          <p>${t('delete.text')}</p>
          <div class="dialog-foot">
            <button class="btn" @click=${() => this.querySelector('dialog.confirm').close()}>${t('action.cancel')}</button
            ><button class="btn danger" @click=${this.deletePlan}>${t('delete.action')}</button>
          </div>
        </div>
      </dialog>`;
  }

  renderBody() {
    if (plans.problem && !plans.value) return refused(plans.problem, () => plans.refresh());
    if (!plans.value) return loading();
    const resource = this.current.resource;
    if (!resource) return this.renderNone();
    if (resource.problem && !resource.value) return refused(resource.problem, () => resource.refresh());
    if (!resource.value) return loading();
    return this.renderPlan(resource.value);
  }

  renderNone() {
    const action = isPlanner()
      ? html`<button class="btn primary" @click=${this.openForm}>${icon('plus', 18)} ${t('plan.new')}</button>`
      : nothing;
    return html`${empty({
        name: 'calendar',
        title: t('plan.noneTitle'),
        text: isPlanner() ? t('plan.noneText', { year: county.value?.planningYear ?? '' }) : t('plan.noneViewer'),
        action,
      })}
      <section class="card block availability-alone"><plan-availability></plan-availability></section>`;
  }

  openForm() {
    this.querySelector('plan-form').open();
  }

  renderPlan(plan) {
    const view = this.views().includes(route().view) ? route().view : 'month';
    const month = this.month(plan);
    const all = needsByUat.value?.county?.all;
    return html`<div class="plan-grid">
      ${planFigures({ plan, needTotal: all?.mean, live: this.live, planner: isPlanner(), act: (a) => this.act(a) })}
      ${this.problem || this.live.problem ? html`<div class="plan-problem">${problemNotice(this.problem ?? this.live.problem)}</div>` : nothing}
      <section class="card plan-main">
        ${this.renderHead(plan, view, month)}
        <div class="plan-body">${this.renderView(plan, view, month)}</div>
      </section>
      <day-panel
        .plan=${plan}
        .date=${route().date}
        .station=${route().station}
        .visit=${route().visit}
        .month=${view === 'month' ? month : undefined}
      ></day-panel>
    </div>`;
  }

  views() {
    return VIEWS.filter((v) => isPlanner() || !FOR_PLANNERS.includes(v));
  }

  /** The month on screen: the address says, else the chosen day's, else the plan's first with a visit. */
  month(plan) {
    return route().month ?? route().date?.slice(0, 7) ?? plan.days?.[0]?.date.slice(0, 7) ?? plan.start.slice(0, 7);
  }

  renderHead(plan, view, month) {
    return html`<div class="plan-head">
      <h2 class="print-only">${plan.name} · ${t(`planView.${view}`)}</h2>
      ${this.renderActions(plan)}
      <div class="segments views" role="group" aria-label=${t('plan.views')}>
        ${this.views().map((v) => html`<button aria-pressed=${v === view} @click=${() => go({ view: v === 'month' ? undefined : v })}>${t(`planView.${v}`)}${v === 'unserved' && plan.unserved?.length ? html` <small>${plan.unserved.length}</small>` : nothing}</button>`)}
      </div>
      ${view === 'month' ? this.renderMonthHead(plan, month) : nothing}
    </div>`;
  }

  renderActions(plan) {
    return html`<div class="plan-actions">
      ${planPicker({
        plans: plans.value,
        current: plan,
        planner: isPlanner(),
        choose: (id) => go({ plan: id, date: undefined, month: undefined, visit: undefined }),
        remove: (p) => {
          this.doomed = p;
          this.querySelector('dialog.confirm').showModal();
        },
      })}
      <span class="grow"></span>
      ${plan.days?.length && mayTakeGraphic() ? planDownloads(plan.id) : nothing}
      ${isPlanner() ? html`<button class="btn primary new-plan" @click=${this.openForm}>${icon('plus', 18)} ${t('plan.new')}</button>` : nothing}
    </div>`;
  }

  renderMonthHead(plan, month) {
    const months = monthsOf(plan);
    const step = (n, name, label) =>
      html`<button
        class="btn icon quiet"
        aria-label=${label}
        ?disabled=${!months.includes(addMonths(month, n))}
        @click=${() => go({ month: addMonths(month, n) })}
      >
        ${icon(name, 18)}
      </button>`;
    return html`<div class="month-head">
      ${step(-1, 'left', t('calendar.previous'))}
      <h2 aria-live="polite">${monthYear(month)}</h2>
      ${step(1, 'right', t('calendar.next'))}
      <ul class="keys state-keys">
        ${[...new Set(visitsOf(plan).map((v) => v.state))].map((s) => html`<li><i class="key-state ${s}"></i>${t(`state.${s}`)}</li>`)}
      </ul>
    </div>`;
  }

  renderView(plan, view, month) {
    const choose = (date, walked) => this.chooseDay(date, walked);
    switch (view) {
      case 'year':
        return yearCalendar({ plan, date: route().date, choose, openMonth: (m) => go({ month: m, view: undefined }) });
      case 'days':
        return dayList(plan);
      case 'rules':
        return scoreTable(plan);
      case 'unserved':
        return unservedList(
          plan,
          this.filter,
          (f) => {
            this.filter = f;
          },
          isPlanner(),
        );
      case 'changes':
        return html`<plan-changes .plan=${plan}></plan-changes>`;
      case 'scenarios':
        return html`<plan-scenarios .plan=${plan}></plan-scenarios>`;
      case 'availability':
        return html`<plan-availability .plan=${plan}></plan-availability>`;
      case 'prices':
        return html`<plan-prices .plan=${plan}></plan-prices>`;
      default:
        return monthCalendar({ plan, month, date: route().date, choose });
    }
  }

  /** Walking with the arrows leaves one step for the back button, not thirty, and keeps the focus on the day. */
  chooseDay(date, walked = false) {
    go({ date, month: date.slice(0, 7), visit: undefined }, { replace: walked });
    if (walked) this.updateComplete.then(() => this.querySelector(`[data-date="${date}"]`)?.focus());
  }
}

customElements.define('plan-workspace', PlanWorkspace);
