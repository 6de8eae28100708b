import { html, nothing } from 'lit';
import { integer } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { loading, refused } from '../../parts/state-message.js';
import { getJson } from '../api.js';
import { lei, wholeLei } from '../bani/lei.js';
import { Resource } from '../resource.js';

/** What a plan comes to beside the budget of each of its years; warns where the fees of cards are more than their line. */
class PlanMoney extends Part {
  static properties = { plan: { attribute: false } };

  willUpdate() {
    const asked = `${this.plan.id}/${this.plan.summary?.persons?.count}/${this.plan.summary?.metres}`;
    if (this.asked === asked) return;
    this.asked = asked;
    const [first, last] = [this.plan.start, this.plan.end].map((day) => Number(day.slice(0, 4)));
    this.years = Array.from({ length: last - first + 1 }, (_, i) => this.resource(first + i));
  }

  resource(year) {
    const address = `/api/v1/money/${year}/plans/${encodeURIComponent(this.plan.id)}`;
    return new Resource(() => getJson(address)).usedBy(this).ensure();
  }

  render() {
    return this.years.map((resource) => {
      if (resource.problem && !resource.value) return refused(resource.problem, () => resource.refresh());
      return resource.value ? this.renderYear(resource.value) : loading();
    });
  }

  renderYear(money) {
    const title = t('planMoney.title', { year: money.year });
    return html`<section class="plan-money" aria-label=${title}>
      <h3>${title}</h3>
      ${money.feesOver ? this.renderOver(money) : nothing} ${money.version ? nothing : html`<p class="small dim">${t('planMoney.noBudget')}</p>`}
      <div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table class="table compare-table">
          <thead>
            <tr>
              <th scope="col">${t('money.line')}</th>
              ${['budget', 'planned', 'left'].map((c) => html`<th scope="col">${t(`money.column.${c}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${money.lines.map((line) => this.renderLine(t(`money.line.${line.line}`), line, money))}
            ${this.renderLine(t('money.total'), money, money)}
          </tbody>
        </table>
      </div>
      <p class="small dim">${t('planMoney.how', { fee: lei(money.feePerPerson) })}</p>
    </section>`;
  }

  renderOver(money) {
    return html`<p class="notice warn" role="status">
      ${icon('info')}
      <span class="grow"
        >${t('planMoney.feesOver', {
          over: wholeLei(money.feesOver),
          paid: integer(money.personsPaid ?? 0),
          persons: tn('count.person', money.persons),
        })}</span
      >
    </p>`;
  }

  renderLine(name, sums, { version }) {
    const left = sums.budget - sums.planned;
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${version ? lei(sums.budget) : '–'}</td>
      <td>${lei(sums.planned)}</td>
      <td class=${version && left < 0 ? 'late' : ''}>${version ? lei(left) : '–'}</td>
    </tr>`;
  }
}

customElements.define('plan-money', PlanMoney);
