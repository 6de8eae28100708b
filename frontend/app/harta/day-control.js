import { html, nothing } from 'lit';
import { addDays, dayFull } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { go } from '../route.js';

const DAYS_BACK = 365;
const MILLIS_UNTIL_ASKED = 200;

/** Today's day in Bucharest, as the server counts days. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date());

/** Chooses the day that is shown: today and live, or any past day as it is known now or was known then. */
class DayControl extends Part {
  static properties = { at: { attribute: false }, known: { attribute: false }, dragged: { state: true } };

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.asking);
  }

  choose(day) {
    clearTimeout(this.asking);
    this.dragged = undefined;
    const past = day && day < today();
    go({ at: past ? day : undefined, known: past ? this.known : undefined }, { replace: true });
  }

  /** While the slider is drawn the day is written beside it; the figures follow when it rests. */
  drag(daysBack) {
    this.dragged = addDays(today(), -daysBack);
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.choose(this.dragged), MILLIS_UNTIL_ASKED);
  }

  get shown() {
    return this.dragged ?? this.at ?? today();
  }

  render() {
    const back = Math.round((Date.parse(today()) - Date.parse(this.shown)) / 86_400_000);
    return html`<div class="day-control" role="group" aria-label=${t('coverage.day')}>
      <div class="row center">
        <button class="btn icon quiet" aria-label=${t('coverage.dayBefore')} @click=${() => this.choose(addDays(this.shown, -1))}>
          ${icon('left', 16)}
        </button>
        <input
          class="input"
          type="date"
          aria-label=${t('coverage.day')}
          .value=${this.shown}
          max=${today()}
          @change=${(e) => e.target.value && this.choose(e.target.value)}
        />
        <button
          class="btn icon quiet"
          aria-label=${t('coverage.dayAfter')}
          ?disabled=${!this.at}
          @click=${() => this.choose(addDays(this.shown, 1))}
        >
          ${icon('right', 16)}
        </button>
        <button class="btn" ?disabled=${!this.at} @click=${() => this.choose(undefined)}>${t('coverage.today')}</button>
      </div>
      <input
        type="range"
        min="0"
        max=${DAYS_BACK}
        aria-label=${t('coverage.daySlider')}
        aria-valuetext=${dayFull(this.shown)}
        .value=${String(DAYS_BACK - Math.min(DAYS_BACK, back))}
        @input=${(e) => this.drag(DAYS_BACK - Number(e.target.value))}
      />
      ${this.at ? this.renderKnown() : nothing}
    </div>`;
  }

  /** Late batches change a past day: what is known of it now, or what was known when it was over. */
  renderKnown() {
    const then = this.known === 'then';
    return html`<div class="segments small-segments" role="group" aria-label=${t('coverage.known')}>
        <button aria-pressed=${!then} @click=${() => go({ known: undefined }, { replace: true })}>${t('coverage.knownNow')}</button>
        <button aria-pressed=${then} @click=${() => go({ known: 'then' }, { replace: true })}>${t('coverage.knownThen')}</button>
      </div>
      <p class="small dim">${t(then ? 'coverage.asKnownThen' : 'coverage.asKnownNow', { date: dayFull(this.at) })}</p>`;
  }
}

customElements.define('day-control', DayControl);
