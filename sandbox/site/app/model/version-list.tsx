/** @jsxImportSource react */
import { useEffect, useRef, useState } from 'react';
import type { ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { cx, moduleClass } from '@/sandbox/site/app/format/class-names.ts';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { useColorScheme } from '@/sandbox/site/app/shell/color-scheme.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { Group } from '@/sandbox/site/app/ui/boxes.tsx';
import { Button } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

const SCROLL_STEP_PX = 200;

/** The row of version buttons. Nothing in it says which version a button stands for but its name (site-facts.md B.1). */
export function VersionList({ model, selectedId }: { model: ModelData; selectedId: number | undefined }) {
  const viewport = useRef<HTMLDivElement>(null);
  const edges = useEdges(viewport);
  const scroll = (by: number) => viewport.current?.scrollBy({ left: by, behavior: 'smooth' });
  return (
    <div className={cx('m_d57069b5 mantine-ScrollArea-root', moduleClass('ModelVersionList', 'scrollArea'))}>
      <div
        ref={viewport}
        className="m_c0783ff9 mantine-ScrollArea-viewport"
        style={{ overflowX: 'scroll', overflowY: 'hidden' }}
      >
        <Arrow side="left" isHidden={edges.atStart} onClick={() => scroll(-SCROLL_STEP_PX)} />
        <Group className="version-row">
          {model.modelVersions.map(version => (
            <VersionItem key={version.id} model={model} version={version} isActive={version.id === selectedId} />
          ))}
        </Group>
        <Arrow side="right" isHidden={edges.atEnd} onClick={() => scroll(SCROLL_STEP_PX)} />
      </div>
    </div>
  );
}

function Arrow({ side, isHidden, onClick }: { side: 'left' | 'right'; isHidden: boolean; onClick: () => void }) {
  const hidden = isHidden && moduleClass('ModelVersionList', 'hidden');
  return (
    <div className={cx(moduleClass('ModelVersionList', `${side}Arrow`), hidden)}>
      <ActionIcon icon={side} label={`Scroll versions ${side}`} className="is-transparent" onClick={onClick} />
    </div>
  );
}

function VersionItem({ model, version, isActive }: { model: ModelData; version: VersionData; isActive: boolean }) {
  const { route, navigator } = useRouter();
  const { scheme } = useColorScheme();
  const isOwner = route.pageProps.session?.user.id === model.user.id;
  const button = (
    <Button
      size="compact-sm"
      variant={isActive || scheme === 'dark' ? 'filled' : 'light'}
      color={isActive ? 'blue' : 'gray'}
      className={moduleClass('ModelVersionList', 'versionButton')}
      onClick={() => navigator.replace(modelUrl(model.id, model.name, version.id), { shallow: true })}
    >
      <Group className="version-label">
        {version.canGenerate ? <Icon name="brush" size={16} /> : null}
        {version.name}
      </Group>
    </Button>
  );
  const bolt = version.paidAccess ? (
    <span className="m_7341320d mantine-ThemeIcon-root" title="Early Access">
      <Icon name="bolt" size={14} fill />
    </span>
  ) : null;
  if (!isOwner) {
    return (
      <Group className="version-item">
        {button}
        {bolt}
      </Group>
    );
  }
  return (
    <div className="m_80d6d844 mantine-ButtonGroup-group">
      {button}
      {bolt}
      <ActionIcon icon="dots" label="Version menu" className="version-menu" />
    </div>
  );
}

/** Whether a row is scrolled to either end, so that its arrows are shown only when they do something. */
function useEdges(viewport: { readonly current: HTMLDivElement | null }): { atStart: boolean; atEnd: boolean } {
  const [edges, setEdges] = useState({ atStart: true, atEnd: true });
  useEffect(() => {
    const element = viewport.current;
    if (!element) return;
    const measure = () => {
      const atStart = element.scrollLeft <= 1;
      const atEnd = element.scrollLeft + element.clientWidth >= element.scrollWidth - 1;
      setEdges(before => (before.atStart === atStart && before.atEnd === atEnd ? before : { atStart, atEnd }));
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [viewport]);
  return edges;
}
