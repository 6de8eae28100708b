import { html, nothing } from 'lit';
import { capital, clock, dayFull, dayMedium, personsText } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { loading, problemNotice, refused } from '../../parts/state-message.js';
import { getJson, send } from '../api.js';
import { Resource } from '../resource.js';
import { go } from '../route.js';
import { calendar, plan as planResource } from '../store.js';
import { isMarketDay } from './calendar-facts.js';
import { deltaText, deltaTone, handoverText, othersText, slotText } from './delta-words.js';

/** It is other visits of the same place that hold it where it is. */
const LINKED = ['after-gap', 'series-gap'];

const FREE = ['proposed', 'declined', 'moved', 'cancelled'];

/** One visit of a plan, for planners: why it is when it is, what its other days cost, and the way there and back. */
class PlanVisit extends Part {
  static properties = {
    plan: { attribute: false },
    visit: { attribute: false },
    problem: { state: true },
    busy: { state: true },
    change: { state: true },
    chosen: { state: true },
  };

  constructor() {
    super();
    calendar.usedBy(this);
  }

  get address() {
    return `/api/v1/plans/${encodeURIComponent(this.plan.id)}/visits/${encodeURIComponent(this.visit)}`;
  }

  willUpdate(changes) {
    if (!changes.has('visit') && !changes.has('plan')) return;
    const asked = `${this.plan.id}/${this.visit}`;
    if (this.asked === asked) return;
    this.asked = asked;
    calendar.retry();
    this.change = undefined;
    this.problem = undefined;
    this.chosen = undefined;
    const address = this.address;
    this.why = new Resource(() => getJson(`${address}/explanation`)).usedBy(this).ensure();
    this.others = new Resource(() => getJson(`${address}/alternatives`)).usedBy(this).ensure();
  }

  languageChanged() {
    this.why?.refresh();
    this.others?.refresh();
    this.requestUpdate();
  }

  render() {
    const why = this.why.value;
    if (this.why.problem && !why) return refused(this.why.problem, () => this.why.refresh());
    return html`<section class="plan-visit" aria-label=${why?.visit.locality ?? ''} aria-busy=${Boolean(this.busy)}>
      <button class="btn quiet back" @click=${() => go({ visit: undefined })}>${icon('left', 16)} ${t('visit.back')}</button>
      ${why ? this.renderWhy(why) : loading()}
    </section>`;
  }

  renderWhy(why) {
    const visit = why.visit;
    return html`<h2>${visit.locality}<span class="dim small">${visit.uat}</span></h2>
      <p class="small dim">
        ${t(`kind.${visit.kind}`)} · ${personsText(visit.persons)} ·
        ${why.now ? html`${capital(dayFull(why.now.date))}, ${clock(why.now.start)}–${clock(why.now.end)}${this.market(visit, why.now.date)}` : t('slot.none')}
      </p>
      ${this.renderDone()} ${this.problem ? problemNotice(this.problem) : nothing}
      ${why.reasons.length ? this.renderList(t('visit.whyNot'), why.reasons) : nothing}
      ${
        why.shapedBy.length
          ? this.renderList(
              why.now ? t('visit.why') : t('visit.shaped'),
              why.shapedBy.map((s) => s.sentence),
            )
          : nothing
      }
      ${why.now ? this.renderRefusal(why) : nothing} ${this.renderAlternatives(visit)} ${this.renderObstacles(why)}`;
  }

  /** Said beside a date on which the visit's UAT has its market. */
  market(visit, date) {
    return isMarketDay(calendar.value, visit.uatSiruta, date) ? ` · ${t('visit.market')}` : '';
  }

  renderList(title, sentences) {
    return html`<h3>${title}</h3>
      <ul class="reasons">
        ${sentences.map((s) => html`<li>${s}</li>`)}
      </ul>`;
  }

  /** A mayor's no: the date goes, whoever else must move follows, as a proposal under "changes". */
  renderRefusal(why) {
    return html`<p class="refusal">
      <button class="btn" ?disabled=${this.busy} @click=${() => this.refuse(why)}>${t('visit.refused')}</button>
    </p>`;
  }

  async refuse(why) {
    this.busy = true;
    this.problem = undefined;
    try {
      const fact = { type: 'date-refused', visit: this.visit, from: why.now.date };
      await send('POST', `/api/v1/plans/${encodeURIComponent(this.plan.id)}/replans`, { facts: [fact] });
      go({ view: 'changes', visit: undefined });
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  /** What stands against the other days: read rarely, so folded away. */
  renderObstacles(why) {
    return html`<details class="obstacles">
      <summary>${t('visit.obstacles', { possible: why.possibleDays, free: why.freeDays })}</summary>
      <ul class="reasons">
        ${why.obstacles.map((o) => html`<li><b>${tn('count.day', o.days)}</b> ${o.sentence}</li>`)}
      </ul>
    </details>`;
  }

  renderAlternatives(visit) {
    if (this.others.problem && !this.others.value) return refused(this.others.problem, () => this.others.refresh());
    const answer = this.others.value;
    if (!answer) return loading();
    if (!answer.alternatives.length) return html`<h3>${t('visit.others')}</h3>
        <p class="dim no-others">${t(LINKED.includes(answer.obstacles[0]?.code) ? 'visit.noOthersLinked' : 'visit.noOthers')}</p>`;
    return html`<h3>${t('visit.others')}</h3>
      <ol class="alternatives">
        ${answer.alternatives.map((one) => this.renderAlternative(one, visit))}
      </ol>`;
  }

  renderAlternative(one, visit) {
    const key = `${one.station}/${one.date}`;
    const told = !FREE.includes(visit.state) || (one.handover && !FREE.includes(one.handover.visit.state));
    return html`<li>
      <span class="grow"
        ><b>${dayMedium(one.date)}, ${clock(one.start)}${this.market(visit, one.date)}</b
        ><span class="delta ${deltaTone(one.delta)}">${deltaText(one.delta)}</span
        >${
          one.handover
            ? html`<span class="tiny handover">${handoverText(one.handover, !FREE.includes(one.handover.visit.state))}</span>`
            : nothing
        }${
          one.others.length || !one.handover ? html`<span class="tiny dim">${othersText(one.others, one.handover)}</span>` : nothing
        }</span
      >
      ${
        this.chosen === key
          ? this.renderReason(one)
          : html`<button
              class="btn"
              ?disabled=${this.busy}
              aria-label=${t('visit.moveTo', { date: dayMedium(one.date) })}
              @click=${() => (told ? this.ask(key) : this.move(one))}
            >
              ${t('visit.move')}
            </button>`
      }
    </li>`;
  }

  /** Others know of the date: it moves with a reason only. */
  renderReason(one) {
    return html`<form class="move-reason" @submit=${(e) => this.moveWithReason(e, one)}>
      <label for="move-reason">${t('visit.reason')}</label>
      <input class="input" id="move-reason" name="reason" required maxlength="500" />
      <button class="btn primary" ?disabled=${this.busy}>${t('visit.move')}</button>
    </form>`;
  }

  async ask(key) {
    this.chosen = key;
    await this.updateComplete;
    this.querySelector('#move-reason')?.focus();
  }

  moveWithReason(event, one) {
    event.preventDefault();
    this.move(one, new FormData(event.target).get('reason'));
  }

  renderDone() {
    if (!this.change) return nothing;
    const undone = this.change.state === 'undone';
    return html`<div class="notice" role="status">
      ${icon('info')}
      <div class="grow">
        <b>${undone ? t('visit.undone') : t('visit.moved', { when: slotText(this.why.value?.now) })}</b>
        ${this.change.diff.told.length && !undone ? html`<div>${t('visit.tell')}</div>` : nothing}
      </div>
      ${this.change.undoable ? html`<button class="btn" ?disabled=${this.busy} @click=${this.undo}>${t('action.undo')}</button>` : nothing}
    </div>`;
  }

  async move(one, reason) {
    const { revision } = this.others.value;
    await this.attempt(() =>
      send('POST', `${this.address}/moves`, { station: one.station, date: one.date, revision, ...(reason ? { reason } : {}) }),
    );
  }

  async undo() {
    const { plan, number } = this.change;
    await this.attempt(() => send('POST', `/api/v1/plans/${encodeURIComponent(plan)}/changes/${number}/actions/undo`));
  }

  /** Does it, then shows the plan and the visit as they are now. */
  async attempt(work) {
    this.busy = true;
    this.problem = undefined;
    try {
      this.change = await work();
      this.chosen = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    await Promise.all([planResource(this.plan.id).refresh(), this.why.refresh(), this.others.refresh()]);
    this.busy = false;
    const now = this.why.value?.now;
    if (now && !this.problem) go({ date: now.date, month: now.date.slice(0, 7), station: now.station }, { replace: true });
  }
}

customElements.define('plan-visit', PlanVisit);
