import { html, nothing } from 'lit';
import { dayMedium, integer, kilometres } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { loading, problemNotice, refused } from '../../parts/state-message.js';
import { getJson, send } from '../api.js';
import { Resource } from '../resource.js';
import './plan-money.js';
import { byWorth, isChance } from './price-order.js';

const FIGURES = [
  ['persons', (b) => b.persons, integer],
  ['value', (b) => b.value, integer],
  ['visits', (b) => b.visits, integer],
  ['uats', (b) => b.uatsVisited, integer],
  ['required', (b) => -b.requiredLeftOut, integer],
  ['days', (b) => b.stationDays, integer],
  ['road', (b) => b.metres, kilometres],
];
const RUNNING = ['queued', 'solving'];

const signed = (value, text) => (value ? `${value > 0 ? '+' : '−'}${text(Math.abs(value))}` : '=');

/** What each rule of the plan costs, found by solving it again without that rule. */
class PlanPrices extends Part {
  static properties = { plan: { attribute: false }, problem: { state: true }, busy: { state: true } };

  willUpdate() {
    if (this.asked === this.plan.id) return;
    this.asked = this.plan.id;
    this.stop();
    this.list = new Resource(() => getJson(this.address())).usedBy(this).ensure();
  }

  updated() {
    const running = RUNNING.includes(this.list.value?.status);
    if (running && !this.stream) this.listen();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  address(rest = '') {
    return `/api/v1/plans/${encodeURIComponent(this.plan.id)}/prices${rest}`;
  }

  listen() {
    const list = this.list;
    const take = (event) => list.put(JSON.parse(event.data));
    this.stream = new EventSource(this.address('/events'));
    this.stream.addEventListener('progress', take);
    this.stream.addEventListener('finished', (event) => {
      this.stop();
      take(event);
    });
  }

  stop() {
    this.stream?.close();
    this.stream = undefined;
  }

  async ask(path, body) {
    this.busy = true;
    this.problem = undefined;
    try {
      this.list.put(await send('POST', this.address(path), body));
    } catch (problem) {
      this.problem = problem;
      this.list.refresh();
    } finally {
      this.busy = false;
    }
  }

  start(event) {
    event.preventDefault();
    this.ask('', { seconds: Number(new FormData(event.target).get('seconds')) });
  }

  render() {
    if (this.list.problem && !this.list.value) return refused(this.list.problem, () => this.list.refresh());
    const found = this.list.value;
    if (!found) return loading();
    return html`<div class="plan-prices" aria-busy=${Boolean(this.busy)}>
      <p class="dim small">${t('prices.text')}</p>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${RUNNING.includes(found.status) ? this.renderProgress(found) : this.renderForm(found)}
      ${found.outdated ? html`<p class="notice warn">${t('prices.outdated')}</p>` : nothing}
      ${found.prices.length ? this.renderTable(found) : nothing}
      ${this.plan.summary ? html`<plan-money .plan=${this.plan}></plan-money>` : nothing}
    </div>`;
  }

  renderForm(found) {
    return html`<form class="row center" @submit=${this.start}>
      <label for="price-seconds">${t('prices.seconds')}</label
      ><input class="input" id="price-seconds" name="seconds" type="number" min="1" max="600" value=${found.seconds ?? 20} required />
      <button class="btn primary" ?disabled=${this.busy || !this.plan.summary}>
        ${t(found.prices.length ? 'prices.again' : 'prices.start')}
      </button>
    </form>`;
  }

  renderProgress(found) {
    return html`<div class="row center">
      <progress max=${found.prices.length} value=${found.done} aria-label=${t('prices.progress')}></progress>
      <span class="grow" role="status">${t('prices.done', { done: integer(found.done), all: integer(found.prices.length) })}</span>
      <button class="btn" ?disabled=${this.busy} @click=${() => this.ask('/actions/cancel')}>${t('prices.cancel')}</button>
    </div>`;
  }

  renderTable(found) {
    const caption = t('prices.caption', { seconds: integer(found.seconds) });
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="table compare-table prices-table">
        <caption class="small dim">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('prices.rule')}</th>
            ${FIGURES.map(([name]) => html`<th scope="col">${t(`prices.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${byWorth(found.prices).map((price) => this.renderPrice(price, isChance(price, found.prices)))}
        </tbody>
      </table>
    </div>`;
  }

  renderPrice(price, chance) {
    const detail = /^\d{4}-/.test(price.detail ?? '') ? dayMedium(price.detail) : price.detail;
    return html`<tr class=${price.rule === 'same-rules' ? 'baseline' : ''}>
      <th scope="row">
        ${t(`price.${price.rule}`, { detail: detail ?? '' })}
        ${price.status === 'finished' ? nothing : html` <span class="chip">${t(`planStatus.${price.status}`)}</span>`}
        ${chance ? html`<small class="dim">${t('prices.chance')}</small>` : nothing}
      </th>
      ${FIGURES.map(([, read, text]) => html`<td>${price.brings ? signed(read(price.brings), text) : '–'}</td>`)}
    </tr>`;
  }
}

customElements.define('plan-prices', PlanPrices);
