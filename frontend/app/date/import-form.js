import { html, nothing } from 'lit';
import { dayMedium, integer } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import '../../parts/data-table.js';
import { sendForm } from '../api.js';
import { CATEGORIES } from '../need-view.js';
import { figuresChanged } from '../store.js';

/** New statistics in two steps: what the file would do, then doing it. Nothing is written before the second. */
class ImportForm extends Part {
  static properties = {
    file: { state: true },
    preview: { state: true },
    done: { state: true },
    problem: { state: true },
    busy: { state: true },
    synthetic: { state: true },
  };

  async post(dryRun) {
    const form = new FormData();
    form.append('file', this.file);
    if (this.synthetic) form.append('synthetic', 'true');
    this.busy = true;
    this.problem = undefined;
    try {
      return await sendForm(`/api/v1/statistics/imports?dryRun=${dryRun}`, form);
    } catch (problem) {
      this.problem = problem;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  async choose(file) {
    if (!file) return;
    this.file = file;
    this.done = undefined;
    this.preview = undefined;
    this.preview = await this.post(true);
  }

  async confirm() {
    this.done = await this.post(false);
    if (!this.done) return;
    this.preview = undefined;
    figuresChanged();
  }

  forget() {
    this.file = undefined;
    this.preview = undefined;
    this.problem = undefined;
    this.querySelector('input[type=file]').value = '';
  }

  render() {
    return html`<section class="card block" aria-label=${t('import.title')}>
      <h2>${t('import.title')}</h2>
      <p class="dim">${t('import.text')}</p>
      <label
        class="drop"
        @dragover=${(e) => e.preventDefault()}
        @drop=${(e) => {
          e.preventDefault();
          this.choose(e.dataTransfer.files[0]);
        }}
      >
        ${icon('upload', 26)}<span
          ><b>${this.file?.name ?? t('import.choose')}</b><span class="small dim">${t('import.kinds')}</span></span
        >
        <input class="visually-hidden" type="file" accept=".csv,.xlsx,.txt" @change=${(e) => this.choose(e.target.files[0])}
      /></label>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${Boolean(this.synthetic)}
          @change=${(e) => {
            this.synthetic = e.target.checked;
          }}
        /><span>${t('import.synthetic')}</span></label
      >
      <div aria-live="polite" class="stack">
        ${this.busy ? html`<div class="notice">${t('import.reading')}</div>` : nothing}
        ${this.problem ? problemNotice(this.problem) : nothing} ${this.preview ? this.renderResult(this.preview, true) : nothing}
        ${this.done ? this.renderResult(this.done, false) : nothing}
      </div>
    </section>`;
  }

  renderResult(result, dry) {
    return html`<div class="notice ${result.rejected ? 'warn' : ''}">
        ${icon(result.rejected ? 'warning' : 'info')}
        <div class="grow">
          <b>${t(dry ? 'import.preview' : `import.done.${result.status}`)}</b>
          <div>
            ${tn('import.accepted', result.accepted)}${result.rejected ? html`, ${tn('import.rejected', result.rejected)}` : nothing}.
            ${result.asOf ? t('import.asOf', { date: dayMedium(result.asOf) }) : nothing}
          </div>
        </div>
      </div>
      ${this.renderCounts(result)} ${result.rejected ? this.renderRejected(result) : nothing}
      ${
        dry
          ? html`<div class="dialog-foot">
              <button class="btn" @click=${this.forget}>${t('action.cancel')}</button>
              <button class="btn primary import-confirm" ?disabled=${this.busy || !result.accepted} @click=${this.confirm}>
                ${tn('import.confirm', result.accepted)}
              </button>
            </div>`
          : nothing
      }`;
  }

  /** What the county holds now beside what it would hold, so that a wrong file is seen before it is let in. */
  renderCounts({ before = {}, after = {} }) {
    const categories = CATEGORIES.filter((c) => before[c] || after[c]);
    if (!categories.length) return nothing;
    const sum = (counts) => categories.reduce((total, c) => total + (counts[c] ?? 0), 0);
    const line = (name, from, to) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td class="n">${integer(from)}</td>
        <td class="n"><b>${integer(to)}</b></td>
        <td class="n dim">${to - from > 0 ? '+' : ''}${integer(to - from)}</td>
      </tr>`;
    return html`<table class="data effect">
      <caption class="visually-hidden">
        ${t('import.effect')}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span>${t('import.cases')}</span></th>
          <th scope="col" class="n"><span>${t('import.before')}</span></th>
          <th scope="col" class="n"><span>${t('import.after')}</span></th>
          <th scope="col" class="n"><span>${t('import.change')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${categories.map((c) => line(t(`category.${c}`), before[c] ?? 0, after[c] ?? 0))}${line(t('import.total'), sum(before), sum(after))}
      </tbody>
    </table>`;
  }

  renderRejected(result) {
    const columns = [
      { key: 'row', label: t('rejected.row'), numeric: true, value: (r) => r.row },
      { key: 'column', label: t('rejected.column'), value: (r) => r.column ?? '' },
      { key: 'value', label: t('rejected.value'), value: (r) => r.value ?? '' },
      { key: 'reason', label: t('rejected.reason'), value: (r) => r.sentence ?? r.reason },
    ];
    return html`<div class="row center">
        <h3>${t('rejected.title')}</h3>
        ${result.status === 'dry-run' ? nothing : html`<a class="btn" href=${`/api/v1/statistics/imports/${result.id}/rejected.csv`} download>${icon('download', 18)} ${t('rejected.download')}</a>`}
      </div>
      <data-table
        class="rejected"
        .columns=${columns}
        .rows=${result.rejections ?? []}
        .caption=${t('rejected.title')}
        .file=${'caravana-respinse'}
      ></data-table>`;
  }
}

customElements.define('import-form', ImportForm);
