import { html, nothing } from 'lit';
import { dayMedium } from '../../parts/format.js';
import { language, t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { create, send } from '../api.js';
import { bani, lei, whyNot } from './lei.js';

/** What nobody reports from the field: repairs, rent, paper; entered by hand, struck out where it was wrong. */
class ExpensesPanel extends Part {
  static properties = { year: { attribute: false }, problem: { state: true }, why: { state: true } };

  get path() {
    return `/api/v1/money/${this.year.year}/expenses`;
  }

  async run(work) {
    this.problem = undefined;
    try {
      this.say('saved', await work());
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    }
  }

  async add(event) {
    event.preventDefault();
    const form = event.target;
    const wanted = new FormData(form);
    const spent = { spentOn: wanted.get('spentOn'), bani: bani(wanted.get('lei'), language()), note: wanted.get('note') };
    this.why = spent.bani === undefined ? whyNot(wanted.get('lei'), language()) : undefined;
    if (this.why) return;
    if (await this.run(() => create(this.path, spent))) form.reset();
  }

  render() {
    const { year } = this;
    const last = year.asOf < `${year.year}-01-01` ? undefined : year.asOf;
    return html`<section class="card block" aria-label=${t('money.line.OTHER')}>
      <h2>${t('money.line.OTHER')}</h2>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${
        last
          ? html`<form class="visit-form" @submit=${this.add}>
              <div class="field-pair">
                <div class="field">
                  <label for="expense-day">${t('money.day')}</label
                  ><input class="input" id="expense-day" name="spentOn" type="date" min="${year.year}-01-01" max=${last} value=${last} required />
                </div>
                <div class="field">
                  <label for="expense-lei">${t('money.amount')}</label
                  ><input class="input" id="expense-lei" name="lei" inputmode="decimal" required autocomplete="off" />
                </div>
              </div>
              ${this.why ? html`<p class="notice error small" role="alert">${t(this.why.key, this.why.words)}</p>` : nothing}
              <div class="field">
                <label for="expense-note">${t('money.note')}</label
                ><input class="input" id="expense-note" name="note" maxlength="200" required autocomplete="off" />
              </div>
              <button class="btn">${t('money.enter')}</button>
            </form>`
          : html`<p class="small dim">${t('money.notYet')}</p>`
      }
      <ul class="office-list">
        ${year.expenses.map(
          (spent) =>
            html`<li>
              <div class="row center">
                <b class="grow">${t('money.lei', { n: lei(spent.bani) })}</b>
                <button class="btn" @click=${() => this.run(() => send('DELETE', `${this.path}/${spent.id}`))}>${t('money.strike')}</button>
              </div>
              <p class="small dim">${dayMedium(spent.spentOn)} · ${spent.note} · ${spent.enteredBy}</p>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('expenses-panel', ExpensesPanel);
