import { html, nothing } from 'lit';
import { countText, integer } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { loading, problemNotice, refused } from '../../parts/state-message.js';
import { getJson, send, sendForm } from '../api.js';
import { isPlanner, me } from '../store.js';
import { cellsOf, isWorkbook, readGoals } from './goal-table.js';

/** A workbook is opened by the server, a CSV here. */
async function rowsOf(file) {
  if (!isWorkbook(file)) return cellsOf(await file.text());
  const form = new FormData();
  form.append('file', file);
  return (await sendForm('/api/v1/targets/tables', form)).rows;
}

/** What the Measure Plan promises for each UAT of a year: read by everybody, set by planners, by hand or from a table. */
class UatTargets extends Part {
  static properties = {
    year: { attribute: false },
    known: { state: true },
    problem: { state: true },
    editing: { state: true },
    read: { state: true },
  };

  constructor() {
    super();
    me.usedBy(this);
  }

  willUpdate(changes) {
    if (changes.has('year')) this.load(this.year);
  }

  async load(year) {
    this.problem = this.known = this.read = undefined;
    this.editing = false;
    try {
      const known = await getJson(`/api/v1/targets/${year}/uats`);
      if (year === this.year) this.known = known;
    } catch (problem) {
      if (year === this.year) this.problem = problem;
    }
  }

  async save(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    const goal = (name) => (data.get(name) === '' ? null : Number(data.get(name)));
    const uats = this.known.uats.map(({ siruta }) => ({ siruta, visits: goal(`v${siruta}`), served: goal(`p${siruta}`) }));
    this.problem = undefined;
    try {
      this.known = await send('PUT', `/api/v1/targets/${this.year}/uats`, { uats, version: this.known.version });
      this.editing = false;
      this.read = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** A table fills the form; nothing is kept before somebody has looked at it. */
  async fill(event) {
    const [file] = event.target.files;
    if (!file) return;
    event.target.value = ''; // the same file, mended, may be chosen again
    this.problem = this.read = undefined;
    try {
      this.read = readGoals(await rowsOf(file), this.known.uats);
    } catch (problem) {
      this.problem = problem;
      return;
    }
    for (const { siruta, visits, served } of this.read.goals) {
      this.querySelector(`[name=v${siruta}]`).value = visits ?? '';
      this.querySelector(`[name=p${siruta}]`).value = served ?? '';
    }
  }

  render() {
    return html`<details>
      <summary>${t('uatTarget.title')}</summary>
      ${this.problem && this.known ? problemNotice(this.problem) : nothing}
      ${this.known ? (this.editing ? this.renderForm() : this.renderGoals()) : this.problem ? refused(this.problem, () => this.load(this.year)) : loading()}
    </details>`;
  }

  renderTable(columns, rows) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('uatTarget.title')}>
      <table class="data">
        <thead>
          <tr>
            <th scope="col"><span>${t('uatTarget.uat')}</span></th>
            ${columns.map((name) => html`<th scope="col" class="n"><span>${t(`uatTarget.${name}`)}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
  }

  /** How many persons were served in one UAT is for planners: beside the months' figures it would tell what those hide. */
  renderGoals() {
    const some = this.known.uats.filter(({ visits, served }) => visits !== null || served !== null);
    const columns = ['visits', 'held', 'persons', ...(isPlanner() ? ['reached'] : [])];
    const cell = (text) => html`<td class="n">${text}</td>`;
    const goal = (wanted) => (wanted === null ? '–' : integer(wanted));
    const reached = (row) => (row.reached ? countText(row.reached) : integer(0));
    const change = () => {
      this.editing = true;
    };
    return html`${
      some.length
        ? this.renderTable(
            columns,
            some.map(
              (row) =>
                html`<tr>
                  <td>${row.uat}</td>
                  ${cell(goal(row.visits))} ${cell(integer(row.held))} ${cell(goal(row.served))}
                  ${isPlanner() ? cell(reached(row)) : nothing}
                </tr>`,
            ),
          )
        : html`<p class="dim">${t('uatTarget.none')}</p>`
    }
    ${isPlanner() ? html`<button class="btn" @click=${change}>${t('uatTarget.change')}</button>` : nothing}`;
  }

  renderForm() {
    const input = (row, letter, goal, measure) =>
      html`<td class="n">
        <input
          class="input"
          type="number"
          min="0"
          max="1000000"
          name="${letter}${row.siruta}"
          value=${goal ?? ''}
          aria-label=${`${row.uat}: ${t(`target.${measure}`)}`}
        />
      </td>`;
    return html`<form class="uat-targets" @submit=${this.save}>
      <p class="small dim">${t('uatTarget.text')}</p>
      <label class="btn">${t('uatTarget.file')}<input class="visually-hidden" type="file" accept=".xlsx,.csv,.txt" @change=${this.fill} /></label>
      <button class="btn primary">${t('money.save')}</button>
      ${this.read ? this.renderRead() : nothing}
      ${this.renderTable(['visits', 'persons'], this.known.uats.map((row) => html`<tr><td>${row.uat}</td>${input(row, 'v', row.visits, 'VISITS')}${input(row, 'p', row.served, 'PERSONS')}</tr>`))}
    </form>`;
  }

  renderRead() {
    const { goals, refused: lines } = this.read;
    return html`<div class="notice ${lines.length || !goals.length ? 'warn' : ''}" role="status">
      <div>
        ${tn('uatTarget.read', goals.length)}
        ${lines.length ? html`<div>${t('uatTarget.refused', { lines: lines.join(' · ') })}</div>` : nothing}
      </div>
    </div>`;
  }
}

customElements.define('uat-targets', UatTargets);
