import { onLanguage } from '../../parts/i18n.js';

/** Coverage per UAT as it moves. The browser reconnects by itself and says where it stopped; places come as they change. */
export class CoverageLive {
  constructor(host) {
    this.host = host;
    this.rows = undefined;
    this.state = 'connecting';
    this.fresh = new Set();
    host.addController(this);
  }

  hostConnected() {
    this.stream = new EventSource('/api/v1/coverage/stream?level=uat');
    this.stream.addEventListener('open', () => this.become('live'));
    this.stream.addEventListener('error', () => this.become('away'));
    this.stream.addEventListener('snapshot', (event) => this.take(JSON.parse(event.data), true));
    this.stream.addEventListener('changed', (event) => this.take(JSON.parse(event.data), false));
    this.forget = onLanguage(() => this.host.requestUpdate());
  }

  hostDisconnected() {
    this.stream.close();
    this.forget();
  }

  become(state) {
    this.state = state;
    this.host.requestUpdate();
  }

  take(view, whole) {
    this.state = 'live';
    this.asOf = view.asOf;
    this.rounding = view.rounding;
    this.rows = whole ? new Map() : this.rows;
    for (const row of view.rows) this.rows?.set(row.siruta, row);
    this.fresh = whole ? new Set() : new Set(view.rows.map((r) => r.siruta));
    this.host.say('coverage-moved', this.fresh);
    this.host.requestUpdate();
  }
}
