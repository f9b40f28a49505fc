/** @jsxImportSource react */
import { useRef } from 'react';
import { ScrollerProvider } from '@/sandbox/site/app/shell/scroll-area.tsx';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';
import { ActionIcon } from '@/sandbox/site/app/ui/action-icon.tsx';
import { Button } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import { closeGenerator, removeResource, setPicking, useGenerator } from './generator-state.ts';
import { Queue } from './queue.tsx';

/** The generator beside the page, with a scroller of its own; a sibling of `#main` (site-facts.md A.1, C.3). */
export function GeneratorPanel() {
  const { isOpen } = useGenerator();
  return isOpen ? <OpenPanel /> : null;
}

function OpenPanel() {
  const scroller = useRef<HTMLDivElement>(null);
  const { selected } = useGenerator();
  return (
    <aside className="generator">
      <div ref={scroller} className="scroll-area generator-scroller">
        <ScrollerProvider value={scroller}>
          <div className="generator-head">
            <h2>
              <Icon name="brush" size={18} /> Generate
            </h2>
            <ActionIcon icon="x" iconSize={18} label="Close generator" onClick={closeGenerator} />
          </div>
          <div className="home-block-head">
            <h3>Selected resources</h3>
            <Button size="xs" variant="light" leftSection={<Icon name="plus" />} onClick={() => setPicking(true)}>
              Add
            </Button>
          </div>
          {selected.map(resource => (
            <div key={resource.modelId} className="selected-resource flex items-center justify-between gap-2">
              <ShownLink surface="selected-resource" to={resource} target="_blank" className="text-link selected-name">
                {resource.modelName} <span className="dimmed">{resource.versionName}</span>
              </ShownLink>
              <ActionIcon icon="x" label="Remove" onClick={() => removeResource(resource.versionId)} />
            </div>
          ))}
          {selected.length === 0 ? <p className="dimmed">No resources selected</p> : null}
          <Queue />
        </ScrollerProvider>
      </div>
    </aside>
  );
}
