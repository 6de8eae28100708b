import { html, nothing } from 'lit';
import { DialogForm } from '../../parts/dialog-form.js';
import { t } from '../../parts/i18n.js';
import { problemNotice } from '../../parts/state-message.js';
import { create } from '../api.js';
import { isPlanner, lessons, plans } from '../store.js';
import './date-preferences.js';
import './learning-note.js';

/** Asks for a new plan: `year`, how long to search. Says `plan-started` with the new plan's id. */
class PlanForm extends DialogForm {
  static properties = { base: { attribute: false }, year: { attribute: false }, asked: { state: true }, days: { state: true } };

  open() {
    this.asked = true;
    this.days = undefined; // the form begins with the whole year again
    if (lessons.value) lessons.refresh(); // more may have been reported since
    super.open();
  }

  /** What is known of the days depends on which they are. */
  changed(event) {
    if (!['start', 'end'].includes(event.target.name)) return;
    const form = new FormData(event.currentTarget);
    this.days = { start: form.get('start'), end: form.get('end') };
  }

  async submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const order = {
      name: form.get('name').trim(),
      start: form.get('start'),
      end: form.get('end'),
      seconds: Number(form.get('seconds')),
      prefer: form.getAll('prefer'),
    };
    if (form.get('seed')) order.seed = Number(form.get('seed'));
    if (form.get('maxWaitMonths')) order.maxWaitMonths = Number(form.get('maxWaitMonths'));
    if (form.get('basedOn')) order.basedOn = form.get('basedOn');
    await this.trying(async () => {
      const started = await create('/api/v1/plans', order);
      plans.refresh();
      this.close();
      this.say('plan-started', { id: String(started.id), month: order.start.slice(0, 7) });
    });
  }

  render() {
    const year = this.year;
    const days = this.days ?? { start: `${year}-01-01`, end: `${year}-12-31` };
    return html`<dialog aria-labelledby="plan-form-title">
      <form @submit=${this.submit} @change=${this.changed}>
        ${this.renderHead('plan-form-title', t('planForm.title'))}
        <div class="dialog-body">
          <p class="dim">${t('planForm.text')}</p>
          ${this.problem ? problemNotice(this.problem) : nothing}
          <div class="field">
            <label for="plan-name">${t('planForm.name')}</label
            ><input
              class="input"
              id="plan-name"
              name="name"
              required
              maxlength="120"
              value=${t('planForm.nameDefault', { year })}
            />
          </div>
          <div class="field-pair">
            <div class="field">
              <label for="plan-start">${t('planForm.start')}</label
              ><input class="input" id="plan-start" name="start" type="date" required value="${year}-01-01" />
            </div>
            <div class="field">
              <label for="plan-end">${t('planForm.end')}</label
              ><input class="input" id="plan-end" name="end" type="date" required value="${year}-12-31" />
            </div>
          </div>
          <div class="field-pair">
            <div class="field">
              <label for="plan-seconds">${t('planForm.seconds')}</label
              ><input
                class="input"
                id="plan-seconds"
                name="seconds"
                type="number"
                min="1"
                max="86400"
                required
                value="60"
                aria-describedby="plan-seconds-help"
              />
            </div>
            <div class="field">
              <label for="plan-seed">${t('planForm.seed')}</label
              ><input
                class="input"
                id="plan-seed"
                name="seed"
                type="number"
                min="0"
                step="1"
                value=${year}
                aria-describedby="plan-seed-help"
              />
            </div>
          </div>
          <p class="small dim" id="plan-seconds-help">${t('planForm.secondsHelp')}</p>
          <p class="small dim" id="plan-seed-help">${t('planForm.seedHelp')}</p>
          <div class="field">
            <label for="plan-wait">${t('planForm.wait')}</label
            ><input
              class="input"
              id="plan-wait"
              name="maxWaitMonths"
              type="number"
              min="2"
              max="24"
              step="1"
              placeholder=${t('planForm.waitNone')}
              aria-describedby="plan-wait-help"
            />
            <p class="small dim" id="plan-wait-help">${t('planForm.waitHelp')}</p>
          </div>
          ${this.asked ? html`<fieldset class="preferences"><legend>${t('prefer.title')}</legend><date-preferences .start=${days.start} .end=${days.end}></date-preferences></fieldset>` : nothing}
          ${this.base ? html`<label class="check"><input type="checkbox" name="basedOn" value=${this.base.id} /><span>${t('planForm.basedOn', { plan: this.base.name })}</span></label>` : nothing}
          ${this.asked && isPlanner() ? html`<learning-note></learning-note>` : nothing}
          <div class="dialog-foot">
            <button type="button" class="btn" @click=${this.close}>${t('action.cancel')}</button
            ><button class="btn primary" ?disabled=${this.busy}>
              ${this.busy ? t('planForm.starting') : t('planForm.start.action')}
            </button>
          </div>
        </div>
      </form>
    </dialog>`;
  }
}

customElements.define('plan-form', PlanForm);
