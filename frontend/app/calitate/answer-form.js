import { html, nothing } from 'lit';
import { dayMedium } from '../../parts/format.js';
import { language, t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { create } from '../api.js';
import { board } from '../store.js';

const QUESTIONS = [1, 2, 3, 4, 5];

/** Visits at which people can have been; a report may still be on its way. */
const HELD = ['announced', 'under-way', 'done', 'handover', 'closed'];

/** Typing in what came on paper or by telephone, and the sheet to print. */
class AnswerForm extends Part {
  static properties = { problem: { state: true }, entered: { state: true }, visit: { state: true } };

  constructor() {
    super();
    board.usedBy(this);
    this.entered = 0;
  }

  async enter(event) {
    event.preventDefault();
    const form = event.target;
    const wanted = new FormData(form);
    this.problem = undefined;
    try {
      await create(`/api/v1/visits/${encodeURIComponent(wanted.get('visit'))}/questionnaires`, {
        marks: QUESTIONS.map((n) => (wanted.get(`q${n}`) ? Number(wanted.get(`q${n}`)) : null)),
        complaint: wanted.get('complaint'),
        channel: wanted.get('channel'),
      });
      this.entered++;
      for (const input of form.querySelectorAll('input[type=radio]')) input.checked = false;
      form.querySelector('textarea').value = '';
      this.say('entered');
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Those that can be answered today: of the last sixty days, the newest first. */
  get visits() {
    const { today, visits = [] } = board.value ?? {};
    const first = today && new Date(Date.parse(today) - 60 * 86_400_000).toISOString().slice(0, 10);
    return visits.filter((v) => v.date <= today && v.date >= first && HELD.includes(v.state)).reverse();
  }

  render() {
    const { visits } = this;
    return html`<section class="card block" aria-label=${t('quality.enter')}>
      <h2>${t('quality.enter')}</h2>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${this.entered ? html`<div class="notice" role="status">${icon('info')}<div>${t('quality.entered', { n: this.entered })}</div></div>` : nothing}
      ${visits.length ? this.renderForm(visits) : html`<p class="dim">${t('quality.noVisit')}</p>`}
    </section>`;
  }

  renderForm(visits) {
    const chosen = (visits.find((v) => v.id === this.visit) ?? visits[0]).id; // the one chosen may have been called off since
    return html`<form class="stack" @submit=${this.enter}>
      <div class="field">
        <label for="answer-visit">${t('quality.visit')}</label
        ><select
          class="input"
          id="answer-visit"
          name="visit"
          @change=${(e) => {
            this.visit = e.target.value;
          }}
        >
          ${visits.map((v) => html`<option value=${v.id} ?selected=${v.id === chosen}>${dayMedium(v.date)} · ${v.locality}</option>`)}
        </select>
      </div>
      <div>
        <a class="btn" href=${`/api/v1/visits/${encodeURIComponent(chosen)}/questionnaire.pdf?lang=${language()}`} download
          >${icon('download', 18)} ${t('quality.sheet')}</a
        >
      </div>
      ${QUESTIONS.map(
        (n) =>
          html`<fieldset class="marks">
            <legend>${t(`quality.question.${n}`)}</legend>
            ${QUESTIONS.map((mark) => html`<label><input type="radio" name="q${n}" value=${mark} /> ${mark}</label>`)}
          </fieldset>`,
      )}
      <div class="field">
        <label for="answer-complaint">${t('quality.complaint')}</label
        ><textarea class="input" id="answer-complaint" name="complaint" maxlength="1000" rows="2"></textarea>
        <span class="help">${t('quality.complaintHelp')}</span>
      </div>
      <div class="field">
        <label for="answer-channel">${t('quality.channel')}</label
        ><select class="input" id="answer-channel" name="channel">
          <option value="PAPER">${t('quality.channel.PAPER')}</option>
          <option value="PHONE">${t('quality.channel.PHONE')}</option>
        </select>
      </div>
      <div><button class="btn primary">${t('quality.save')}</button></div>
    </form>`;
  }
}

customElements.define('answer-form', AnswerForm);
