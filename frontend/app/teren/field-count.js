import { html, nothing } from 'lit';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { instantOf, timeOf } from './when.js';
import { counterRow } from './counter-row.js';
import { CATEGORIES, CHECKLIST, DOCUMENTS, REASONS, cameOf, counted, photosOf, sentBackOf } from './report.js';

const MOST_FEES = 500;
const MOST_PHOTOS = 2000;

/** Everything that is counted at a visit; says `draft` with every touch, so that nothing is lost. */
class FieldCount extends Part {
  static properties = { draft: { attribute: false }, legKilometres: { attribute: false } };

  touch(draft) {
    this.draft = draft;
    this.say('draft', draft);
  }

  step(group, code) {
    return (step) => this.touch(counted(this.draft, group, code, step));
  }

  number(field, now, most) {
    return (step) => this.touch({ ...this.draft, [field]: Math.min(most, Math.max(0, now + step)) });
  }

  group(name, codes, words) {
    return codes.map((code) => counterRow(words(code), this.draft[name][code] ?? 0, this.step(name, code)));
  }

  render() {
    const { draft } = this;
    const sum = (group) => Object.values(draft[group]).reduce((all, n) => all + n, 0);
    return html`<section aria-label=${t('field.served')}>
        <h3>${t('field.served')}</h3>
        ${this.group('served', CATEGORIES, (code) => t(`category.${code}`))}
      </section>
      ${this.renderFold('field.sentBack', sentBackOf(draft), this.group('sentBack', REASONS, (code) => t(`sentBack.${code}`)))}
      ${this.renderFold('field.missing', sum('missing'), this.group('missing', DOCUMENTS, (code) => t(`missing.${code}`)))}
      <section aria-label=${t('field.rest')}>
        <h3>${t('field.rest')}</h3>
        ${counterRow(t('field.photos'), photosOf(draft), this.number('photos', photosOf(draft), MOST_PHOTOS))}
        ${counterRow(t('field.fees'), draft.feesCovered, this.number('feesCovered', draft.feesCovered, MOST_FEES))}
        ${this.renderKilometres()}
      </section>
      ${this.renderTimes()} ${this.renderFold('field.checklist', draft.checklist.length, this.renderChecklist(), CHECKLIST.length)}
      <p class="small dim">${cameOf(draft) ? tn('field.came', cameOf(draft)) : t('field.nobodyYet')}</p>`;
  }

  renderFold(key, count, content, of) {
    return html`<details class="fold">
      <summary>
        <span>${t(key)}</span><b>${count}${of ? html`<span class="dim"> / ${of}</span>` : nothing}</b>
      </summary>
      ${content}
    </details>`;
  }

  renderKilometres() {
    const { draft, legKilometres } = this;
    return html`<div class="counter">
      <label class="counter-label" for="field-km"
        >${t('field.kilometres')}${
          legKilometres ? html`<small class="dim">${t('field.planned', { n: legKilometres })}</small>` : nothing
        }</label
      ><input
        id="field-km"
        class="input km"
        inputmode="decimal"
        autocomplete="off"
        .value=${draft.kilometres}
        @input=${(e) => this.touch({ ...draft, kilometres: e.target.value.replace(/[^0-9.,]/g, '').slice(0, 7) })}
      />
    </div>`;
  }

  /** As on paper, or where a button was forgotten; on the visit's day, by the county's clock. */
  renderTimes() {
    const { draft } = this;
    const field = (name) => html`<div class="counter">
      <label class="counter-label" for="field-${name}">${t(`field.time.${name}`)}</label
      ><input
        id="field-${name}"
        class="input km"
        type="time"
        .value=${timeOf(draft[name])}
        @change=${(e) => this.touch({ ...draft, [name]: instantOf(draft.date, e.target.value) })}
      />
    </div>`;
    return html`<details class="fold" ?open=${!draft.arrivedAt}>
      <summary><span>${t('field.times')}</span></summary>
      ${['startedAt', 'arrivedAt', 'finishedAt'].map(field)}
    </details>`;
  }

  renderChecklist() {
    const { draft } = this;
    return CHECKLIST.map((code) => {
      const on = draft.checklist.includes(code);
      const flip = () =>
        this.touch({ ...draft, checklist: on ? draft.checklist.filter((c) => c !== code) : [...draft.checklist, code] });
      return html`<label class="tick"><input type="checkbox" .checked=${on} @change=${flip} />${t(`checklist.${code}`)}</label>`;
    });
  }
}

customElements.define('field-count', FieldCount);
