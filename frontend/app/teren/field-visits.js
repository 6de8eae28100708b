import { html } from 'lit';
import { t } from '../../parts/i18n.js';
import { clock } from '../../parts/format.js';
import { Part } from '../../parts/part.js';
import { RouteController, go, route } from '../route.js';
import { drafts, outbox } from './field-store.js';
import { stageOf } from './report.js';
import './field-visit.js';

/** The day's visits in order; the one that is due is open, unless another was chosen. */
class FieldVisits extends Part {
  static properties = {
    date: { attribute: false },
    visits: { attribute: false },
    road: { attribute: false },
    account: { attribute: false },
    today: { attribute: false },
    fleeting: { attribute: false },
  };

  constructor() {
    super();
    new RouteController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.forget = outbox.onChange(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget();
  }

  stage(visit) {
    return stageOf(visit, drafts.find(this.account, visit.id), outbox.reportOf(visit.id, this.account));
  }

  /** Where the team is, else where it goes next. */
  get due() {
    const begun = this.visits.find((visit) => ['driving', 'counting'].includes(this.stage(visit)));
    return begun ?? this.visits.find((visit) => this.stage(visit) === 'ahead');
  }

  /** The later of the server's day and the phone's: what was kept yesterday says yesterday, and a clock may be slow. */
  get now() {
    const here = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date());
    return [here, this.today ?? ''].sort().at(-1);
  }

  render() {
    const chosen = route().visit;
    const due = this.due?.id;
    return html`<ol class="field-visits" @open-visit=${(e) => this.toggle(e.detail)} @field-changed=${() => this.requestUpdate()}>
        ${this.visits.map((visit, i) => this.renderVisit(visit, i, chosen ?? due, due))}
      </ol>
      ${
        this.road
          ? html`<p class="small dim">${t('route.back', { base: this.road.base.name })} ${clock(this.road.return)}</p>`
          : ''
      }`;
  }

  renderVisit(visit, i, opened, due) {
    const at = this.road?.stops.findIndex((stop) => stop.id === visit.visit) ?? -1;
    return html`<li @pointerenter=${() => this.say('point-at', at < 0 ? undefined : at)}>
      <field-visit
        .visit=${{ ...visit, date: this.date }}
        .stop=${at < 0 ? undefined : this.road.stops[at]}
        .account=${this.account}
        .nth=${i + 1}
        .opened=${visit.id === opened}
        .next=${visit.id === due}
        .fleeting=${this.fleeting}
        .early=${this.date > this.now}
      ></field-visit>
    </li>`;
  }

  toggle(id) {
    const opened = route().visit ?? this.due?.id;
    go({ visit: opened === id ? 'none' : id }, { replace: true });
  }
}

customElements.define('field-visits', FieldVisits);
