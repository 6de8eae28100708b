import { html } from 'lit';
import { t } from '../../parts/i18n.js';

/** Whether what one sees moves: connecting, live, broken and being taken up again, or a past day. */
export const liveChip = (feed) =>
  html`<span class="chip live-chip ${feed.state}" role="status">${t(`coverage.state.${feed.state}`)}</span>`;
