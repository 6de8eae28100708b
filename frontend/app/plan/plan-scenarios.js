import { html, nothing } from 'lit';
import { decimal, integer, kilometres } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { loading, refused } from '../../parts/state-message.js';
import { getJson } from '../api.js';
import { Resource } from '../resource.js';
import { basisFirst } from '../plan-facts.js';
import { plans, uats } from '../store.js';
import '../../parts/data-table.js';
import '../../parts/difference-map.js';
import './scenario-form.js';

const FIGURES = [
  ['persons', (s) => s.persons?.count ?? 0, integer],
  ['visits', (s) => s.visits, integer],
  ['unserved', (s) => s.unserved, integer],
  ['uats', (s) => s.uatsVisited, integer],
  ['days', (s) => s.stationDays, integer],
  ['road', (s) => s.metres, kilometres],
  ['driving', (s) => s.drivingSeconds / 3600, decimal],
  ['value', (s) => s.value, integer],
];

const signed = (value, text) => (value ? `${value > 0 ? '+' : '−'}${text(Math.abs(value))}` : '=');

/** What if: copies of the plan under other conditions, and any two plans side by side. */
class PlanScenarios extends Part {
  static properties = { plan: { attribute: false }, other: { state: true } };

  constructor() {
    super();
    uats.usedBy(this);
    plans.usedBy(this);
  }

  /** Those that have something to compare; a scenario of this plan, or the one it was made from, comes first. */
  get others() {
    const all = (plans.value ?? []).filter((p) => p.summary && p.id !== this.plan.id);
    const near = (p) => (p.basedOn === this.plan.id || this.plan.basedOn === p.id ? 0 : 1);
    return all.sort((a, b) => near(a) - near(b));
  }

  resource(other) {
    const [first, second] = basisFirst(this.plan, other);
    const key = `${first.id}/${second.id}/${JSON.stringify([first.summary, second.summary])}`;
    if (this.asked !== key) {
      this.asked = key;
      const path = `/api/v1/plans/${encodeURIComponent(first.id)}/comparison?with=${encodeURIComponent(second.id)}`;
      this.compared = new Resource(() => getJson(path)).usedBy(this).ensure();
    }
    return this.compared;
  }

  render() {
    const others = this.others;
    const other = others.find((p) => p.id === this.other) ?? others[0];
    return html`<div class="plan-scenarios">
      <div class="row center">
        <p class="dim small grow">${t('scenarios.text')}</p>
        <button class="btn primary" @click=${() => this.querySelector('scenario-form').open()}>${t('scenarios.what')}</button>
      </div>
      <scenario-form .plan=${this.plan} @scenario-started=${(e) => this.started(e.detail)}></scenario-form>
      ${other ? this.renderChoice(others, other) : html`<p class="dim">${t('scenarios.none')}</p>`}
    </div>`;
  }

  started(plan) {
    this.other = plan.id;
    this.waiting = setInterval(() => this.lookFor(plan.id), 2000);
  }

  /** A scenario is searched like any plan; the list says when it has something to show. */
  async lookFor(id) {
    await plans.refresh();
    if (['finished', 'cancelled', 'failed'].includes(plans.value?.find((p) => p.id === id)?.status)) clearInterval(this.waiting);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.waiting);
  }

  renderChoice(others, other) {
    const resource = this.resource(other);
    return html`<div class="field scenario-choice">
        <label for="scenario-other">${t('scenarios.beside', { plan: this.plan.name })}</label
        ><select
          class="input"
          id="scenario-other"
          @change=${(e) => {
            this.other = e.target.value;
          }}
        >
          ${others.map((p) => html`<option value=${p.id} ?selected=${p.id === other.id}>${p.name} · ${t(`planStatus.${p.status}`)}</option>`)}
        </select>
      </div>
      ${
        resource.problem
          ? refused(resource.problem, () => resource.refresh())
          : resource.value
            ? this.renderComparison(resource.value)
            : loading()
      }`;
  }

  renderComparison(c) {
    if (!c.first.summary || !c.second.summary) return nothing;
    return html`<p class="small">
        ${t('scenarios.visits', { same: integer(c.same), shifted: integer(c.shifted), first: integer(c.onlyFirst), second: integer(c.onlySecond) })}
      </p>
      <div class="comparison">
        <div>${this.renderConditions(c)} ${this.renderFigures(c)} ${this.renderCategories(c)}</div>
        ${this.renderMap(c)}
      </div>
      ${this.renderUats(c)}`;
  }

  renderMap(c) {
    return html`<section>
      <h3>${t('scenarios.map')}</h3>
      <ul class="keys">
        <li><i class="difference-key more"></i>${t('scenarios.more', { plan: c.second.name })}</li>
        <li><i class="difference-key less"></i>${t('scenarios.less', { plan: c.second.name })}</li>
      </ul>
      <difference-map .areas=${uats.value} .rows=${c.uats}></difference-map>
    </section>`;
  }

  pairTable(caption, c, rows) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="table compare-table">
        <caption class="visually-hidden">
          ${caption}
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${c.first.name}</th>
            <th scope="col">${c.second.name}</th>
            <th scope="col">${t('column.difference')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([label, first, second, text]) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${text(first)}</td>
                <td>${text(second)}</td>
                <td><b>${signed(second - first, text)}</b></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** What was asked differently of the two; nothing where they were searched alike. */
  renderConditions(c) {
    const rows = c.conditions
      .filter((row) => row.first !== row.second)
      .map((row) => [t(`compare.${row.name}`), row.first, row.second, integer]);
    if (!rows.length) return nothing;
    return html`<h3>${t('scenarios.conditions')}</h3>
      ${this.pairTable(t('scenarios.conditions'), c, rows)}`;
  }

  renderFigures(c) {
    const rows = FIGURES.map(([name, read, text]) => [t(`compare.${name}`), read(c.first.summary), read(c.second.summary), text]);
    return this.pairTable(t('scenarios.figures'), c, rows);
  }

  renderCategories(c) {
    const rows = c.categories.map((row) => [t(`category.${row.category}`), row.first, row.second, integer]);
    return html`<h3>${t('scenarios.categories')}</h3>
      ${this.pairTable(t('scenarios.categories'), c, rows)}`;
  }

  renderUats(c) {
    const columns = [
      { key: 'name', label: t('column.uat'), value: (u) => u.name },
      { key: 'first', label: c.first.name, numeric: true, value: (u) => u.first, cell: (u) => integer(u.first) },
      { key: 'second', label: c.second.name, numeric: true, value: (u) => u.second, cell: (u) => integer(u.second) },
      {
        key: 'difference',
        label: t('column.difference'),
        numeric: true,
        value: (u) => u.second - u.first,
        cell: (u) => signed(u.second - u.first, integer),
      },
    ];
    return html`<data-table
      .columns=${columns}
      .rows=${c.uats}
      .caption=${t('scenarios.uats')}
      .file=${'caravana-comparatie'}
      .first=${'difference'}
    ></data-table>`;
  }
}

customElements.define('plan-scenarios', PlanScenarios);
