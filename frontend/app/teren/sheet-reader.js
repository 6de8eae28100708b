import { html, nothing } from 'lit';
import { dayMedium } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { sendForm } from '../api.js';
import { go } from '../route.js';

/** When the phone died and the team counted on paper: a photo of the sheet's code opens the visit's report. */
class SheetReader extends Part {
  static properties = { problem: { state: true }, found: { state: true }, busy: { state: true } };

  async read(event) {
    const [picture] = event.target.files;
    if (!picture) return;
    event.target.value = '';
    this.problem = undefined;
    this.found = undefined;
    this.busy = true;
    const form = new FormData();
    form.set('picture', picture);
    try {
      const { sheets } = await sendForm('/api/v1/field/sheets', form);
      if (sheets.length === 1) this.show(sheets[0]);
      else this.found = sheets;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  show({ visit, date, station }) {
    this.found = undefined;
    go({ visit, date, station });
  }

  render() {
    return html`<div class="sheet-reader">
      <label class="btn"
        >${icon('upload', 18)} ${t(this.busy ? 'field.sheetReading' : 'field.sheet')}<input
          class="visually-hidden"
          type="file"
          accept="image/*"
          ?disabled=${this.busy}
          @change=${this.read}
      /></label>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${(this.found ?? []).map(
        (sheet) =>
          html`<button class="btn" @click=${() => this.show(sheet)}>${sheet.locality}, ${dayMedium(sheet.date)}</button>`,
      )}
    </div>`;
  }
}

customElements.define('sheet-reader', SheetReader);
