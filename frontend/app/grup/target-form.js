import { html, nothing } from 'lit';
import { countText, integer } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice, refused, loading } from '../../parts/state-message.js';
import { getJson, send } from '../api.js';
import { isPlanner, me } from '../store.js';
import './uat-targets.js';

/** The Measure Plan's targets of a year: everybody reads them, planners set them. */
class TargetForm extends Part {
  static properties = { year: { state: true }, known: { state: true }, problem: { state: true }, editing: { state: true } };

  constructor() {
    super();
    me.usedBy(this);
    this.year = new Date().getFullYear();
  }

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  async read() {
    this.problem = undefined;
    try {
      this.known = await getJson(`/api/v1/targets/${this.year}`);
    } catch (problem) {
      this.problem = problem;
    }
  }

  step(by) {
    this.year += by;
    this.editing = false;
    this.known = undefined;
    this.read();
  }

  async save(event) {
    event.preventDefault();
    const goals = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value === '' ? null : Number(value)]));
    this.problem = undefined;
    try {
      this.known = await send('PUT', `/api/v1/targets/${this.year}`, { goals, version: this.known.version });
      this.editing = false;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<section class="card block" aria-label=${t('target.title')}>
      <div class="row center">
        <h2 class="grow">${t('target.title')}</h2>
        <button class="btn icon" aria-label=${t('money.yearBefore')} @click=${() => this.step(-1)}>‹</button><b>${this.year}</b
        ><button class="btn icon" aria-label=${t('money.yearAfter')} @click=${() => this.step(1)}>›</button>
      </div>
      ${this.problem && this.known ? problemNotice(this.problem) : nothing}
      ${this.known ? (this.editing ? this.renderForm() : this.renderGoals()) : this.problem ? refused(this.problem, () => this.read()) : loading()}
      <uat-targets .year=${this.year}></uat-targets>
    </section>`;
  }

  name(measure) {
    const own = ['VISITS', 'UATS', 'PERSONS'].includes(measure);
    return own ? t(`target.${measure}`) : t('target.ofCase', { name: t(`category.${measure}`) });
  }

  /** What was reached since January, beside what was promised; persons perhaps rounded down, or hidden. */
  reached(measure, goal) {
    const { done, persons, atLeast } = this.known.reached[measure];
    const text = persons ? countText(persons) : integer(done);
    return t('target.reached', { reached: atLeast ? `≥ ${text}` : text, goal: integer(goal) });
  }

  renderGoals() {
    const set = Object.entries(this.known.goals).filter(([, goal]) => goal !== null);
    return html`${
        set.length
          ? html`<dl class="facts target-facts">
              ${set.map(
                ([measure, goal]) =>
                  html`<div>
                    <dt>${this.name(measure)}</dt>
                    <dd>${this.reached(measure, goal)}</dd>
                  </div>`,
              )}
            </dl>
            <p class="small dim">${t('target.since')}${isPlanner() ? nothing : html` ${t('target.rounded')}`}</p>`
          : html`<p class="dim">${t('target.none')}</p>`
      }
      ${
        isPlanner()
          ? html`<div>
              <button
                class="btn"
                @click=${() => {
                  this.editing = true;
                }}
              >
                ${t('target.change')}
              </button>
            </div>`
          : nothing
      }`;
  }

  renderForm() {
    return html`<form class="money-form" @submit=${this.save}>
      <p class="small dim">${t('target.text')}</p>
      ${Object.entries(this.known.goals).map(
        ([measure, goal]) =>
          html`<div class="money-field">
            <label for="target-${measure}">${this.name(measure)}</label
            ><input class="input" id="target-${measure}" name=${measure} type="number" min="0" max="1000000" value=${goal ?? ''} />
          </div>`,
      )}
      <div><button class="btn primary">${t('money.save')}</button></div>
    </form>`;
  }
}

customElements.define('target-form', TargetForm);
