import { useEffect, useRef, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { historyMessages } from '@/utils/messages/history';
import { composeReport, type ReportParts } from '@/utils/report/report';
import type { Settings } from '@/utils/settings/settings';
import { t } from '@/utils/texts/texts';
import './report-section.css';

/** As far back as the last problems are looked for. */
const ENTRIES = 200;

/** A report for maintainers: made when the user asks for it, and shown before it is copied. Nothing of it is sent. */
export function ReportSection({ host, settings }: { host: PopupHost; settings: Settings }) {
  const [parts, setParts] = useState<ReportParts>();
  const [hasNames, setNames] = useState(false);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const isMade = parts !== undefined;
  // The pressed button is gone: the keyboard goes on in what took its place.
  useEffect(() => {
    if (isMade) field.current?.focus();
  }, [isMade]);
  const text = parts && composeReport({ ...parts, settings }, { hasNames });
  const copy = async (): Promise<void> => {
    setSaid(t((await host.copy(text ?? '')) ? 'report.copied' : 'copy.failed'));
  };
  if (text === undefined) {
    return (
      <div class="settings">
        <button
          type="button"
          class="button button--quiet"
          onClick={() => void readParts(host, settings).then(setParts)}
        >
          {t('report.make')}
        </button>
      </div>
    );
  }
  return (
    <section class="settings" aria-labelledby="report">
      <h2 id="report">{t('report.title')}</h2>
      <p>{t('report.lead')}</p>
      <textarea class="report" dir="ltr" rows={10} readOnly aria-label={t('report.title')} value={text} ref={field} />
      <label>
        <input
          type="checkbox"
          checked={hasNames}
          onChange={event => {
            setNames(event.currentTarget.checked);
            setSaid('');
          }}
        />
        {t('report.with-names')}
      </label>
      <button type="button" class="button button--quiet" onClick={() => void copy()}>
        {t('report.copy')}
      </button>
      <span class="report-said" role="status">
        {said}
      </span>
    </section>
  );
}

async function readParts(host: PopupHost, settings: Settings): Promise<ReportParts> {
  const [{ snapshot, summary }, page, history] = await Promise.all([
    host.readFigures(),
    host.readPage(),
    historyMessages.readHistory(ENTRIES),
  ]);
  return {
    ...{ settings, snapshot, summary, page, now: host.now(), version: host.version() },
    browser: navigator.userAgent,
    language: navigator.language,
    history: history.ok ? history.value.entries : [],
  };
}
