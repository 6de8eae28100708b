import { html, nothing } from 'lit';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { partnerTexts } from '../store.js';

const MILLIS_UNTIL_SHOWN = 300;
const LONGEST_SUBJECT = 200;
const LONGEST_BODY = 4000;

/** What mayors and police posts are written: chosen left, written in the middle, shown as it arrives beside it. */
class TextsPanel extends Part {
  static properties = {
    chosen: { state: true },
    draft: { state: true },
    shown: { state: true },
    problem: { state: true },
    saved: { state: true },
  };

  constructor() {
    super();
    partnerTexts.usedBy(this);
    this.chosen = 'mayor/letter';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
  }

  get text() {
    return partnerTexts.value?.texts.find((text) => `${text.partner}/${text.kind}` === this.chosen);
  }

  get words() {
    return this.draft ?? this.text;
  }

  updated() {
    if (this.text && this.shownFor !== this.words) this.show();
  }

  choose(key) {
    this.chosen = key;
    this.draft = undefined;
    this.problem = undefined;
    this.saved = false;
  }

  write(change) {
    const { subject, body } = this.words;
    this.draft = { subject, body, ...change };
    this.saved = false;
  }

  /** Shows what the words would say, once the writer rests. */
  show() {
    const words = this.words;
    this.shownFor = words;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(async () => {
      try {
        const shown = await send('POST', `/api/v1/partner-texts/${this.chosen}/preview`, { subject: words.subject, body: words.body });
        if (this.shownFor !== words) return;
        this.shown = shown;
        this.problem = undefined;
      } catch (problem) {
        if (this.shownFor === words) this.problem = problem;
      }
    }, MILLIS_UNTIL_SHOWN);
  }

  async keep(event) {
    event.preventDefault();
    await this.change('PUT', { subject: this.words.subject, body: this.words.body });
  }

  async change(method, body) {
    try {
      const kept = await send(method, `/api/v1/partner-texts/${this.chosen}`, body);
      const { fields, texts } = partnerTexts.value;
      partnerTexts.put({ fields, texts: texts.map((text) => (text === this.text ? kept : text)) });
      this.draft = undefined;
      this.problem = undefined;
      this.saved = true;
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Where the cursor stands. */
  insert(field) {
    const area = this.querySelector('textarea');
    const { selectionStart: from, selectionEnd: to, value } = area;
    const tag = `{{${field}}}`;
    this.write({ body: value.slice(0, from) + tag + value.slice(to) });
    this.updateComplete.then(() => {
      area.focus();
      area.setSelectionRange(from + tag.length, from + tag.length);
    });
  }

  render() {
    return html`<section class="card texts-panel" aria-label=${t('texts.title')}>
      <h2>${t('texts.title')}</h2>
      <p class="small dim">${t('texts.about')}</p>
      ${resolved(partnerTexts, (value) => html`<div class="texts-grid">${this.renderChoice(value)} ${this.renderForm(value)} ${this.renderShown()}</div>`)}
    </section>`;
  }

  renderChoice({ texts }) {
    const of = (partner) => texts.filter((text) => text.partner === partner);
    const button = (text) => {
      const key = `${text.partner}/${text.kind}`;
      return html`<li>
        <button class="link" aria-current=${key === this.chosen ? 'true' : 'false'} @click=${() => this.choose(key)}>
          ${t(`textKind.${text.kind}`)}</button
        >${text.standard ? nothing : html` <span class="chip">${t('texts.changed')}</span>`}
      </li>`;
    };
    return html`<nav class="texts-choice" aria-label=${t('texts.choice')}>
      ${['mayor', 'police'].map((partner) => html`<h3>${t(`partner.${partner}`)}</h3><ul>${of(partner).map(button)}</ul>`)}
    </nav>`;
  }

  renderForm({ fields }) {
    const { subject, body } = this.words;
    return html`<form class="texts-form" @submit=${(e) => this.keep(e)}>
      ${
        this.text.kind === 'letter'
          ? nothing
          : html`<label class="small" for="text-subject">${t('texts.subject')}</label>
              <input
                class="input"
                id="text-subject"
                maxlength=${LONGEST_SUBJECT}
                required
                .value=${subject ?? ''}
                @input=${(e) => this.write({ subject: e.target.value })}
              />`
      }
      <label class="small" for="text-body">${t('texts.body')}</label>
      <textarea
        class="input"
        id="text-body"
        rows="9"
        maxlength=${LONGEST_BODY}
        required
        .value=${body}
        @input=${(e) => this.write({ body: e.target.value })}
      ></textarea>
      <div class="chips" role="group" aria-label=${t('texts.fields')}>
        ${fields.map((field) => html`<button type="button" class="chip" @click=${() => this.insert(field)}>${`{{${field}}}`}</button>`)}
      </div>
      ${this.problem ? problemNotice(this.problem) : nothing}
      <div class="row">
        <button class="btn primary" ?disabled=${!this.draft}>${t('texts.keep')}</button>
        <button
          type="button"
          class="btn"
          ?disabled=${this.text.standard && !this.draft}
          @click=${() => (this.text.standard ? this.choose(this.chosen) : this.change('DELETE'))}
        >
          ${t('texts.reset')}
        </button>
        <span class="small dim" role="status">${this.saved ? t('texts.kept') : nothing}</span>
      </div>
    </form>`;
  }

  renderShown() {
    return html`<div class="texts-shown" aria-live="polite">
      <h3>${t('texts.shown')}</h3>
      ${this.shown?.subject ? html`<p><b>${this.shown.subject}</b></p>` : nothing}
      <p class="texts-body">${this.shown?.body ?? ''}</p>
      <p class="small dim">${t(this.text.kind === 'letter' ? 'texts.fixedLetter' : 'texts.fixedMail')}</p>
    </div>`;
  }
}

customElements.define('texts-panel', TextsPanel);
