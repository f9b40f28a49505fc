import { useEffect, useState } from 'preact/hooks';
import { OnlyCopyNotice } from '@/components/findings/only-copy-notice';
import { NoticeBoard } from '@/components/notices/notice-board';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';

const LIST = '/vault.html?show=only-copy';

/** What the comparison with the site has found and the user hasn't seen. */
export function FindingsPanel({ host, session }: { host: PopupHost; session: string }) {
  const [unseen, setUnseen] = useState(0);
  useEffect(() => {
    let isGone = false;
    void host.readFindings().then(found => {
      if (!isGone && found.ok && found.value.session === session) setUnseen(found.value.unseen);
    });
    return () => {
      isGone = true;
    };
  }, [host, session]);
  const note = (): void => {
    setUnseen(0);
    void host.markGoneSeen();
  };
  return <NoticeBoard>{unseen > 0 && <OnlyCopyNotice count={unseen} href={LIST} onSeen={note} />}</NoticeBoard>;
}
