import { html, nothing } from 'lit';
import { DialogForm } from '../../parts/dialog-form.js';
import { weekdayName } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { plans } from '../store.js';
import './date-preferences.js';

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const NUMBERS = ['stations', 'capacityPersons', 'budgetDays', 'maxWaitMonths', 'seconds'];

/** Asks for a copy of a plan under other conditions. Says `scenario-started` with the new plan. */
class ScenarioForm extends DialogForm {
  static properties = { plan: { attribute: false }, days: { state: true }, prefers: { state: true } };

  /** Begins with both switches off, and what they switch with them. */
  open() {
    this.days = this.prefers = false;
    super.open();
  }

  /** Only what was filled in: the rest stays as it is. */
  order(form) {
    const order = { name: form.get('name').trim() };
    for (const name of NUMBERS) if (form.get(name)) order[name] = Number(form.get(name));
    if (form.get('stationDay')) order.weights = { stationDay: Number(form.get('stationDay')) * 3600 };
    if (form.has('otherDays')) order.weekdays = form.getAll('weekdays');
    if (form.has('otherPreferred')) order.prefer = form.getAll('prefer');
    return order;
  }

  async submit(event) {
    event.preventDefault();
    const order = this.order(new FormData(event.target));
    await this.trying(async () => {
      const started = await send(
        'POST',
        `/api/v1/plans/${encodeURIComponent(this.plan.id)}/scenarios`,
        order,
      );
      plans.refresh();
      this.close();
      this.say('scenario-started', started);
    });
  }

  number(name, min, max, value = '') {
    return html`<div class="field">
      <label for="scenario-${name}">${t(`scenario.${name}`)}</label
      ><input class="input" id="scenario-${name}" name=${name} type="number" min=${min} max=${max} value=${value} />
    </div>`;
  }

  render() {
    return html`<dialog aria-labelledby="scenario-title">
      <form @submit=${this.submit}>
        ${this.renderHead('scenario-title', t('scenario.title'))}
        <div class="dialog-body">
          <p class="dim">${t('scenario.text')}</p>
          ${this.problem ? problemNotice(this.problem) : nothing}
          <div class="field">
            <label for="scenario-name">${t('planForm.name')}</label
            ><input
              class="input"
              id="scenario-name"
              name="name"
              required
              maxlength="120"
              value=${t('scenario.nameDefault', { plan: this.plan.name })}
            />
          </div>
          <div class="field-pair">${this.number('stations', 1, 10)} ${this.number('capacityPersons', 1, 1000)}</div>
          <div class="field-pair">${this.number('budgetDays', 1, 5000)} ${this.number('stationDay', 0, 100)}</div>
          ${this.renderWeekdays()} ${this.renderPreferences()}
          <div class="field-pair">${this.number('maxWaitMonths', 2, 24)} ${this.number('seconds', 1, 3600, 30)}</div>
          <div class="dialog-foot">
            <button type="button" class="btn" @click=${this.close}>${t('action.cancel')}</button
            ><button class="btn primary" ?disabled=${this.busy}>${t('scenario.start')}</button>
          </div>
        </div>
      </form>
    </dialog>`;
  }

  renderPreferences() {
    return html`<fieldset class="preferences" aria-labelledby="scenario-preferred">
      <label class="check"
        ><input type="checkbox" name="otherPreferred" @change=${(event) => (this.prefers = event.target.checked)} /><span
          id="scenario-preferred"
          >${t('scenario.otherPreferred')}</span
        ></label
      >
      <date-preferences .chosen=${this.plan.prefer} ?disabled=${!this.prefers} .start=${this.plan.start} .end=${this.plan.end}></date-preferences>
    </fieldset>`;
  }

  renderWeekdays() {
    return html`<fieldset class="weekdays" aria-labelledby="scenario-days">
      <label class="check"
        ><input type="checkbox" name="otherDays" @change=${(event) => (this.days = event.target.checked)} /><span id="scenario-days"
          >${t('scenario.otherDays')}</span
        ></label
      >
      ${WEEKDAYS.map(
        (day, i) =>
          html`<label class="check"
            ><input type="checkbox" name="weekdays" value=${day} ?checked=${i < 5} ?disabled=${!this.days} /><span
              >${weekdayName(i + 1)}</span
            ></label
          >`,
      )}
    </fieldset>`;
  }
}

customElements.define('scenario-form', ScenarioForm);
