import { html, nothing } from 'lit';
import { instant, integer } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { alarms, isAdministrator, isPlanner, offices } from '../store.js';
import { EveryMinute, age } from '../coverage/age.js';
import { freshness } from '../coverage/coverage-view.js';

/** Who is behind: the offices, the latest first to be looked at, and what has raised an alarm. */
class OfficesPanel extends Part {
  static properties = { problem: { state: true } };

  constructor() {
    super();
    new EveryMinute(this);
    offices.usedBy(this);
    alarms.usedBy(this);
  }

  async seen(alarm) {
    this.problem = undefined;
    try {
      await send('POST', `/api/v1/sync/alarms/${alarm.id}/seen`);
    } catch (problem) {
      this.problem = problem;
    }
    alarms.refresh();
  }

  render() {
    return html`${this.problem ? problemNotice(this.problem) : nothing}
      ${(alarms.value ?? []).map((a) => this.renderAlarm(a))}
      <section class="card block" aria-label=${t('office.title')}>
        <h2>${t('office.title')}</h2>
        ${resolved(
          offices,
          (list) =>
            html`<ul class="office-list">
              ${[...list].sort((a, b) => (a.completeTo ?? '').localeCompare(b.completeTo ?? '')).map((o) => this.renderOffice(o))}
            </ul>`,
        )}
      </section>`;
  }

  nameOf(id) {
    return offices.value?.find((o) => o.office === id)?.name ?? id;
  }

  renderAlarm(alarm) {
    const mayClose = isPlanner() || isAdministrator();
    return html`<div class="notice error" role="alert">
      ${icon('warning')}
      <div class="grow">
        <b>${t(`alarm.${alarm.kind}`)}</b>
        <div>${t(alarm.sequence ? 'alarm.text' : 'alarm.textUnread', { office: this.nameOf(alarm.office), n: alarm.sequence, when: instant(alarm.raisedAt) })}</div>
      </div>
      ${mayClose ? html`<button class="btn" @click=${() => this.seen(alarm)}>${t('alarm.seen')}</button>` : nothing}
    </div>`;
  }

  renderOffice(office) {
    const state = freshness(office.completeTo);
    return html`<li>
      <div class="row center">
        <b>${office.name}</b><span class="chip office-state ${state}">${t(`office.state.${state}`)}</span>
      </div>
      <p class="small dim">
        ${
          office.lastSequence
            ? html`${t('office.last', { n: integer(office.lastSequence), when: instant(office.lastReceivedAt) })} ·
              ${t('office.completeTo')} ${age(office.completeTo)}`
            : t('office.nothing')
        }${office.waiting ? html` · <b>${tn('office.waiting', office.waiting)}</b>` : nothing}
      </p>
      ${this.renderPace(office)}
      ${
        isAdministrator() && office.lastSequence
          ? html`<details class="small dim"><summary>${t('office.lost')}</summary>
              <p>${t('office.lostText')}</p><pre class="tiny">--continue-after ${office.lastSequence}:${office.lastHash}</pre></details>`
          : nothing
      }
    </li>`;
  }

  /** How briskly it sends, what is missing, and whether it has raised an alarm that nobody has looked at. */
  renderPace({ office, completeTo, eventsPerWeek, gap }) {
    const raised = (alarms.value ?? []).filter((a) => a.office === office).length;
    const missing = completeTo ? Math.floor((Date.now() - Date.parse(completeTo)) / 86_400_000) : 0;
    return html`<p class="small dim">
      ${Number.isInteger(eventsPerWeek) ? tn('office.perWeek', eventsPerWeek) : nothing} ${missing ? html` · <b>${tn('office.missing', missing)}</b>` : nothing}
      ${gap ? html` · <b title=${instant(gap.refusedAt)}>${t('office.gap', { expected: integer(gap.expected), offered: integer(gap.offered) })}</b>` : nothing}
      ${raised ? html` · <b class="raised">${tn('office.alarms', raised)}</b>` : nothing}
    </p>`;
  }
}

customElements.define('offices-panel', OfficesPanel);
