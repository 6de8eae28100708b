import { html, nothing } from 'lit';
import { dayMedium, instant } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { empty, problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { RouteController, go, route } from '../route.js';
import { figuresChanged, needReports } from '../store.js';

const STATES = ['OPEN', 'ACCEPTED', 'DISMISSED'];

/** For planners: what was reported, which reports may be the same, and what becomes of each. */
class ReportList extends Part {
  static properties = { problem: { state: true }, dismissing: { state: true } };

  constructor() {
    super();
    new RouteController(this);
    needReports.usedBy(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (needReports.value) needReports.refresh();
  }

  async decide(report, action, reason) {
    this.problem = undefined;
    try {
      const { reports } = await send('POST', `/api/v1/needs/reports/${report.id}/actions/${action}`, {
        version: report.version,
        reason,
      });
      this.dismissing = undefined;
      needReports.put(reports);
      figuresChanged();
    } catch (problem) {
      this.problem = problem;
      needReports.refresh();
    }
  }

  dismiss(event, report) {
    event.preventDefault();
    this.decide(report, 'dismiss', new FormData(event.target).get('reason'));
  }

  get state() {
    return STATES.includes(route().state) ? route().state : 'OPEN';
  }

  render() {
    return html`<section class="card block" aria-label=${t('needReport.list')}>
      <h2>${t('needReport.list')}</h2>
      ${this.problem ? problemNotice(this.problem) : nothing} ${resolved(needReports, (all) => this.renderAll(all))}
    </section>`;
  }

  renderAll(all) {
    const shown = all.filter((r) => r.state === this.state);
    return html`<div class="chips" role="group" aria-label=${t('needReport.states')}>
        ${STATES.map((s) => this.renderChip(s, all.filter((r) => r.state === s).length))}
      </div>
      ${shown.length ? nothing : empty({ name: 'info', title: t(`needReport.none.${this.state}`), text: t('needReport.noneText') })}
      <ol class="history need-reports">
        ${shown.map((r) => this.renderReport(r, all))}
      </ol>`;
  }

  renderChip(state, size) {
    const here = state === this.state;
    return html`<button
      class="chip ${here ? 'on' : ''}"
      aria-pressed=${here}
      @click=${() => go({ state: state === 'OPEN' ? undefined : state }, { replace: true })}
    >
      ${t(`needReport.state.${state}`)} <b>${size}</b>
    </button>`;
  }

  renderReport(report, all) {
    const twins = report.duplicates.map((id) => all.find((r) => r.id === id)).filter(Boolean);
    return html`<li>
      <b>${report.locality ? `${report.locality}, ${report.uat}` : t('needReport.inUat', { uat: report.uat })}</b>
      <p>${tn('needReport.about', report.persons)} · ${t(`category.${report.category}`)}</p>
      <small class="dim">
        ${t(`needReport.source.${report.source}`)} · ${t('needReport.seen', { date: dayMedium(report.observedOn) })} ·
        ${t(report.byLink ? 'needReport.byLink' : 'needReport.byAccount', { name: report.reportedBy, when: instant(report.reportedAt) })}
      </small>
      ${report.note ? html`<p>${report.note}</p>` : nothing} ${twins.length ? this.renderTwins(twins) : nothing}
      ${this.dismissing === report.id ? this.renderDismiss(report) : this.renderSteps(report)}
    </li>`;
  }

  renderTwins(twins) {
    const told = twins.map((r) =>
      tn('needReport.twin', r.persons, { date: dayMedium(r.observedOn), state: t(`needReport.state.${r.state}`) }),
    );
    return html`<div class="notice warn">
      ${icon('warning')}
      <div><b>${t('needReport.twins')}</b> ${told.join('; ')}. ${t('needReport.twinsText')}</div>
    </div>`;
  }

  renderSteps(report) {
    if (report.state !== 'OPEN')
      return html`<div class="chips"><button class="btn" @click=${() => this.decide(report, 'undo')}>${t('needReport.undo')}</button></div>`;
    return html`<div class="chips">
      <button class="btn primary" @click=${() => this.decide(report, 'accept')}>${t('needReport.accept')}</button
      ><button
        class="btn"
        @click=${() => {
          this.dismissing = report.id;
        }}
      >
        ${t('needReport.dismiss')}
      </button>
    </div>`;
  }

  renderDismiss(report) {
    return html`<form class="visit-form" @submit=${(e) => this.dismiss(e, report)}>
      <div class="field">
        <label for="dismiss-${report.id}">${t('needReport.reason')}</label
        ><input class="input" id="dismiss-${report.id}" name="reason" minlength="3" maxlength="300" required autocomplete="off" />
      </div>
      <div class="chips">
        <button class="btn primary">${t('needReport.dismiss')}</button
        ><button
          class="btn"
          type="button"
          @click=${() => {
            this.dismissing = undefined;
          }}
        >
          ${t('action.cancel')}
        </button>
      </div>
    </form>`;
  }
}

customElements.define('report-list', ReportList);
