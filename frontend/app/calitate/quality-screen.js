import { html, nothing } from 'lit';
import { dayMedium, decimal, monthYear, percent } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { empty, resolved } from '../../parts/state-message.js';
import { getJson } from '../api.js';
import { Resource } from '../resource.js';
import { RouteController, go, route } from '../route.js';
import { board, isPlanner, me, uats } from '../store.js';
import '../../parts/data-table.js';
import './answer-form.js';
import './complaint-list.js';

const QUESTIONS = [1, 2, 3, 4, 5];
const years = new Map();
const quality = (year) => {
  if (!years.has(year)) years.set(year, new Resource(() => getJson(`/api/v1/quality/${year}`)));
  return years.get(year);
};

const teams = new Map();
/** Of the visits that this account reported. */
const ownVisits = (year) => {
  if (!teams.has(year)) teams.set(year, new Resource(() => getJson(`/api/v1/quality/${year}/own`)));
  return teams.get(year);
};

/** What people said of the visits, with intervals; for planners also what they complained about. */
class QualityScreen extends Part {
  static properties = { by: { state: true } };

  constructor() {
    super();
    new RouteController(this);
    for (const resource of [me, board, uats]) resource.usedBy(this);
    this.by = 'months';
    this.used = new Set();
  }

  willUpdate() {
    if (me.value && !this.mayRead) this.by = 'visits';
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.mayRead && this.resource.value) this.resource.refresh();
  }

  get year() {
    const asked = Number(route().show);
    return asked >= 2000 && asked < 2100 ? asked : new Date().getFullYear();
  }

  get resource() {
    const resource = quality(this.year);
    if (!this.used.has(this.year)) {
      this.used.add(this.year);
      resource.usedBy(this).ensure();
    }
    return resource;
  }

  render() {
    if (!me.value) return nothing;
    if (!this.mayRead) return this.renderTeam();
    return html`<div class="money">
      <div class="board-tools">
        <button class="btn icon" aria-label=${t('money.yearBefore')} @click=${() => this.step(-1)}>‹</button>
        <h2>${t('quality.title', { year: this.year })}</h2>
        <button class="btn icon" aria-label=${t('money.yearAfter')} @click=${() => this.step(1)}>›</button>
      </div>
      <div class="date-grid money-grid">
        <div class="stack wide">${resolved(this.resource, (tables) => this.renderTables(tables))}</div>
        <div class="stack wide">
          ${isPlanner() ? html`<answer-form @entered=${() => this.resource.refresh()}></answer-form><complaint-list></complaint-list>` : nothing}
        </div>
      </div>
    </div>`;
  }

  /** A team types in what came on paper, and reads what was said of the visits it reported. */
  renderTeam() {
    const own = ownVisits(this.year);
    if (this.watched !== own) {
      this.watched = own;
      own.usedBy(this).ensure();
    }
    return html`<div class="date-grid">
      <answer-form @entered=${() => own.refresh()}></answer-form>
      <section class="card block" aria-label=${t('quality.own')}>
        <h2>${t('quality.own')}</h2>
        ${resolved(own, ({ visits }) =>
          visits.length
            ? html`<data-table .columns=${this.columns} .rows=${visits} .caption=${t('quality.own')} .file=${`caravana-${t('quality.file')}-${this.year}`}></data-table>
                <p class="small dim">${t('quality.how')}</p>`
            : html`<p class="dim">${t('quality.ownNone')}</p>`,
        )}
      </section>
    </div>`;
  }

  get mayRead() {
    return ['PLANNER', 'VIEWER', 'ADMIN'].some((role) => me.value?.roles?.includes(role));
  }

  step(by) {
    go({ show: String(this.year + by) }, { replace: true });
  }

  renderTables(tables) {
    const answered = tables.all.answers.suppressed || tables.all.answers.count > 0;
    if (!answered || !tables.months.length)
      return html`<section class="card block">${empty({ name: 'info', title: t('quality.none'), text: t('quality.noneText') })}</section>`;
    return html`${this.renderAll(tables.all)}
      <section class="card block" aria-label=${t('quality.parts')}>
        <div><div class="segments" role="group" aria-label=${t('quality.parts')}>
          ${['months', 'uats', 'visits'].map(
            (by) =>
              html`<button
                aria-pressed=${by === this.by}
                @click=${() => {
                  this.by = by;
                }}
              >
                ${t(`quality.by.${by}`)}
              </button>`,
          )}
        </div></div>
        <data-table .columns=${this.columns} .rows=${tables[this.by]} .caption=${t('quality.parts')} .file=${`caravana-${t('quality.file')}-${this.year}`}></data-table>
        <p class="small dim">${t('quality.how')}</p>
      </section>`;
  }

  renderAll(all) {
    return html`<section class="card block" aria-label=${t('quality.all')}>
      <h2>${t('quality.all')} <span class="dim small">${this.size(all)}</span></h2>
      <dl class="facts target-facts said">
        ${all.questions.map(
          (q) =>
            html`<div>
              <dt>${t(`quality.question.${q.number}`)}</dt>
              <dd>${q.average === null || q.average === undefined ? '–' : html`${this.average(q)} · ${this.satisfied(q)}`}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  size(group) {
    return group.answers.suppressed ? t('figure.suppressed') : tn('quality.answers', group.answers.count);
  }

  average(q) {
    if (q.average === null || q.average === undefined) return '–';
    return t('quality.average', { n: decimal(q.average), from: decimal(q.averageFrom), to: decimal(q.averageTo) });
  }

  satisfied(q) {
    if (q.satisfied === null || q.satisfied === undefined) return '–';
    return t('quality.satisfied', { n: percent(q.satisfied), from: percent(q.satisfiedFrom), to: percent(q.satisfiedTo) });
  }

  name(group) {
    if (this.by === 'months') return monthYear(group.key);
    if (this.by === 'uats') return uats.value?.find((f) => String(f.id) === group.key)?.properties.name ?? group.key;
    const visit = board.value?.visits.find((v) => v.id === group.key);
    return visit ? `${visit.locality}, ${dayMedium(visit.date)}` : group.key;
  }

  get columns() {
    const of = (group, number) => group.questions.find((q) => q.number === number);
    return [
      { key: 'name', label: t(`quality.by.${this.by}`), value: (g) => this.name(g) },
      { key: 'answers', label: t('quality.size'), numeric: true, value: (g) => g.answers.count, cell: (g) => g.answers.count ?? t('figure.suppressed') },
      ...QUESTIONS.map((number) => ({
        key: `q${number}`,
        label: t(`quality.short.${number}`),
        long: t(`quality.question.${number}`),
        numeric: true,
        value: (g) => of(g, number)?.average,
        cell: (g) => (of(g, number) ? this.average(of(g, number)) : '–'),
      })),
    ];
  }
}

customElements.define('quality-screen', QualityScreen);
