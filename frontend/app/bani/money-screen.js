import { html, nothing } from 'lit';
import { dayMedium, integer, kilometres } from '../../parts/format.js';
import { language, t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { empty, problemNotice, resolved } from '../../parts/state-message.js';
import { Resource } from '../resource.js';
import { getJson } from '../api.js';
import { RouteController, changed, go, href, route } from '../route.js';
import { isPlanner, me } from '../store.js';
import './budget-form.js';
import './expenses-panel.js';
import { lei, wholeLei } from './lei.js';

const years = new Map();
/** A year's money, shared by the panels that show it. */
export function money(year) {
  if (!years.has(year)) years.set(year, new Resource(() => getJson(`/api/v1/money/${year}`)));
  return years.get(year);
}

/** The year's money: what was set aside, planned, spent, and where it will end. */
class MoneyScreen extends Part {
  static properties = { editing: { state: true }, problem: { state: true } };

  constructor() {
    super();
    new RouteController(this);
    me.usedBy(this);
    this.used = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    if (isPlanner() && this.resource.value) this.resource.refresh();
  }

  get year() {
    const asked = Number(route().show);
    return asked >= 2000 && asked < 2100 ? asked : new Date().getFullYear();
  }

  get resource() {
    const resource = money(this.year);
    if (!this.used.has(this.year)) {
      this.used.add(this.year);
      resource.usedBy(this).ensure();
    }
    return resource;
  }

  render() {
    if (!me.value) return nothing;
    if (!isPlanner()) return empty({ name: 'info', title: t('money.notYours'), text: t('money.notYoursText') });
    return html`<div class="money">${this.renderHead()} ${resolved(this.resource, (year) => this.renderYear(year))}</div>`;
  }

  renderHead() {
    const step = (by) => {
      this.editing = false;
      go({ show: String(this.year + by) }, { replace: true });
    };
    return html`<div class="board-tools">
      <button class="btn icon" aria-label=${t('money.yearBefore')} @click=${() => step(-1)}>‹</button>
      <h2>${t('money.title', { year: this.year })}</h2>
      <button class="btn icon" aria-label=${t('money.yearAfter')} @click=${() => step(1)}>›</button>
      <span class="grow"></span>
      <a class="btn" href=${`/api/v1/money/${this.year}/workbook.xlsx?lang=${language()}`} download>${icon('download', 18)} XLSX</a>
      <button
        class="btn"
        aria-pressed=${Boolean(this.editing)}
        @click=${() => {
          this.editing = !this.editing;
        }}
      >
        ${t('money.change')}
      </button>
    </div>`;
  }

  renderYear(year) {
    return html`${this.problem ? problemNotice(this.problem) : nothing}
      <div class="money-figures">
        ${this.figure(t('money.spent'), year.total.spent, year.total.budget ? t('money.ofBudget', { budget: wholeLei(year.total.budget) }) : nothing)}
        ${this.figure(t('money.expected'), year.total.expected, this.verdict(year))}
        ${this.figure(t('money.perPerson'), year.spentPerPerson, this.persons(year.spent))}
        ${this.figure(t('money.perPersonPlanned'), year.plannedPerPerson, this.persons(year.planned))}
        ${this.renderPromise(year)}
      </div>
      <div class="date-grid money-grid">
        <section class="card block" aria-label=${t('money.lines')}>
          ${this.editing ? html`<budget-form .year=${year} @saved=${(e) => this.saved(e.detail)}></budget-form>` : this.renderLines(year)}
        </section>
        <expenses-panel .year=${year} @saved=${(e) => this.saved(e.detail)}></expenses-panel>
      </div>`;
  }

  saved(year) {
    this.editing = false;
    this.resource.put(year);
  }

  persons(effort) {
    return [tn('count.person', effort.served), tn('count.day', effort.days), kilometres(effort.metres)].join(' · ');
  }

  verdict({ total, asOf }) {
    if (!total.budget) return t('money.noBudget');
    const left = total.budget - total.expected;
    return t(left < 0 ? 'money.over' : 'money.within', { lei: wholeLei(Math.abs(left)), date: dayMedium(asOf) });
  }

  figure(label, bani, note) {
    return html`<div class="card block">
      <span class="label">${label}</span>
      <b class="money-figure">${bani === null || bani === undefined ? '–' : t('money.lei', { n: wholeLei(bani) })}</b>
      <span class="small dim">${note}</span>
    </div>`;
  }

  /** What the Measure Plan promises, beside what was served and what it cost. */
  renderPromise({ year, promised, promisedCost, spent, total }) {
    const target = { view: 'grup', show: undefined };
    const link = html`<a
      href=${href(changed(route(), target))}
      @click=${(event) => {
        event.preventDefault();
        go(target);
      }}
      >${t('money.toTargets')}</a
    >`;
    const cost = promisedCost === null || promisedCost === undefined ? t('money.promisedUnknown') : this.promisedCost(promisedCost, total.budget);
    return html`<div class="card block money-promise">
      <span class="label">${t('money.promise')}</span>
      <b class="money-figure">${promised ? t('money.servedOf', { n: integer(spent.served), goal: integer(promised) }) : '–'}</b>
      <span class="small dim">${promised ? cost : html`${t('money.noPromise', { year })} ${link}`}</span>
    </div>`;
  }

  promisedCost(cost, budget) {
    const at = t('money.promisedCost', { lei: wholeLei(cost) });
    if (!budget) return at;
    const left = budget - cost;
    return `${at}; ${t(left < 0 ? 'money.promisedOver' : 'money.promisedWithin', { lei: wholeLei(Math.abs(left)) })}`;
  }

  /** Nothing can be left of what nobody has set aside. */
  renderNoBudget() {
    const set = () => {
      this.editing = true;
    };
    return html`<p class="notice">
      ${icon('info')} <span class="grow">${t('money.noBudgetText')}</span>
      <button class="btn" @click=${set}>${t('money.setBudget')}</button>
    </p>`;
  }

  renderLines(year) {
    return html`${year.total.budget ? nothing : this.renderNoBudget()}
      <div class="scroll" tabindex="0" role="region" aria-label=${t('money.lines')}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col"><span>${t('money.line')}</span></th>
              ${['budget', 'planned', 'spent', 'expected', 'left'].map((c) => html`<th scope="col" class="n"><span>${t(`money.column.${c}`)}</span></th>`)}
            </tr>
          </thead>
          <tbody>
            ${year.lines.map((l) => this.renderLine(t(`money.line.${l.line}`), l.sums, year))}
            ${this.renderLine(t('money.total'), year.total, year, 'total')}
          </tbody>
        </table>
      </div>
      <p class="small dim">${t('money.how', { date: dayMedium(year.asOf) })}</p>
      ${year.spent.daysWithoutTimes ? html`<p class="small dim">${t('money.withoutTimes', { n: year.spent.daysWithoutTimes })}</p>` : nothing}`;
  }

  renderLine(name, sums, { total }, css = '') {
    const left = total.budget ? sums.budget - sums.expected : undefined;
    return html`<tr class=${css}>
      <th scope="row">${name}</th>
      <td class="n">${total.budget ? lei(sums.budget) : '–'}</td>
      <td class="n">${lei(sums.planned)}</td>
      <td class="n">${lei(sums.spent)}</td>
      <td class="n">${lei(sums.expected)}</td>
      <td class="n ${left < 0 ? 'late' : ''}">${left === undefined ? '–' : lei(left)}</td>
    </tr>`;
  }
}

customElements.define('money-screen', MoneyScreen);
