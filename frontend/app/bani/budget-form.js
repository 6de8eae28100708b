import { html, nothing } from 'lit';
import { language, t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { bani, lei, whyNot } from './lei.js';

/** Prices in lei; the others count members, hours and percent. */
const PRICES = { kilometre: 100, hour: 100, overtimeHour: 100, cardFee: 100, teamPersons: 1, regularMinutes: 60, feeSharePermille: 10 };

/** A year's lines and prices as a planner sets them. */
class BudgetForm extends Part {
  static properties = { year: { attribute: false }, problem: { state: true }, unread: { state: true }, busy: { state: true } };

  async save(event) {
    event.preventDefault();
    const wanted = new FormData(event.target);
    const read = (name) => bani(wanted.get(name), language());
    const amounts = this.year.lines.map(({ line }) => [line, read(line)]);
    const prices = Object.entries(PRICES).map(([name, unit]) => [name, Math.round((read(name) / 100) * unit)]);
    this.unread = [...amounts, ...prices].find(([name]) => read(name) === undefined)?.[0];
    this.problem = undefined;
    if (this.unread) {
      this.querySelector(`#money-${this.unread}`).focus();
      this.why = whyNot(wanted.get(this.unread), language());
      return;
    }
    this.busy = true;
    try {
      const year = await send('PUT', `/api/v1/money/${this.year.year}`, {
        budget: Object.fromEntries(amounts),
        prices: Object.fromEntries(prices),
        version: this.year.version,
      });
      this.say('saved', year);
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  render() {
    return html`<form class="money-form" @submit=${this.save}>
      ${this.problem ? problemNotice(this.problem) : nothing}
      <h3>${t('money.budgetLei')}</h3>
      ${this.year.lines.map(({ line, sums }) => this.field(line, t(`money.line.${line}`), lei(sums.budget)))}
      <h3>${t('money.prices')}</h3>
      ${this.year.version ? nothing : html`<p class="small dim">${t('money.assumed')}</p>`}
      ${Object.entries(PRICES).map(([name, unit]) => this.field(name, t(`money.price.${name}`), lei((this.year.prices[name] / unit) * 100)))}
      <div><button class="btn primary" ?disabled=${this.busy}>${t('money.save')}</button></div>
    </form>`;
  }

  field(name, label, value) {
    return html`<div class="money-field">
      <label for="money-${name}">${label}</label
      ><input class="input" id="money-${name}" name=${name} inputmode="decimal" value=${value} required autocomplete="off" />
      ${this.unread === name ? html`<p class="notice error small" role="alert">${t(this.why.key, this.why.words)}</p>` : nothing}
    </div>`;
  }
}

customElements.define('budget-form', BudgetForm);
