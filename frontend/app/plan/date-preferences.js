import { html, nothing } from 'lit';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { resolved } from '../../parts/state-message.js';
import { calendar } from '../store.js';
import { schoolYearsWithoutTerms } from './calendar-facts.js';

const KINDS = ['MARKET_DAYS', 'SCHOOL_TERMS'];

/**
 * Which days visits are better held on, as checkboxes `prefer` of the form around, checked for those in `chosen` (all where it is not
 * known); says what is not known between `start` and `end`.
 */
class DatePreferences extends Part {
  static properties = { chosen: { attribute: false }, start: { attribute: false }, end: { attribute: false }, disabled: { type: Boolean } };

  constructor() {
    super();
    calendar.usedBy(this);
  }

  render() {
    return html`${KINDS.map(
      (kind) =>
        html`<label class="check"
          ><input type="checkbox" name="prefer" value=${kind} ?checked=${this.chosen?.includes(kind) ?? true} ?disabled=${this.disabled} /><span>${t(`prefer.${kind}`)}</span></label
        >`,
    )}${resolved(calendar, (known) => this.renderKnown(known))}`;
  }

  renderKnown(known) {
    const markets = new Set(known.marketDays.map((day) => day.uatSiruta)).size;
    const years = schoolYearsWithoutTerms(known, this.start, this.end);
    return html`<p class="small dim">${markets ? tn('prefer.markets', markets) : t('prefer.noMarkets')}</p>
      ${years.length ? html`<p class="small dim prefer-no-terms">${tn('prefer.noTerms', years.length, { years: years.join(', ') })}</p>` : nothing}`;
  }
}

customElements.define('date-preferences', DatePreferences);
