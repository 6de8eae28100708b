import { instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { html } from 'lit';
import { MINUTE, ageWords } from './age-words.js';
import { freshness } from './coverage-view.js';

/** Draws its host once a minute: an age must not stand still where nothing arrives. */
export class EveryMinute {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    this.timer = setInterval(() => this.host.requestUpdate(), MINUTE);
  }

  hostDisconnected() {
    clearInterval(this.timer);
  }
}

/** "acum 3 ore", with the instant itself on hover; whether that is late is judged as of `moment`. */
export function age(iso, moment = Date.now()) {
  if (!iso) return html`<span class="age none">${t('office.nothing')}</span>`;
  return html`<span class="age ${freshness(iso, moment)}" title=${instant(iso)}>${ageWords(Date.now() - Date.parse(iso))}</span>`;
}
