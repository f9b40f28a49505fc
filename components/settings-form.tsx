import type { ComponentChildren } from 'preact';
import type { PlaceName, Settings } from '@/utils/settings/settings';
import './settings-form.css';

const PLACE_WORDS: readonly { place: PlaceName; words: string }[] = [
  { place: 'cards', words: 'Model cards' },
  { place: 'resources', words: 'Resources and lists' },
  { place: 'generator', words: 'Generator' },
  { place: 'text', words: 'Links in text' },
];

type Props = {
  settings: Settings;
  onChange: (settings: Settings) => void;
  /** What became of the last change, if that has to be said. */
  children?: ComponentChildren;
};

/** What is marked on Civitai's pages, and how; folded away, because hardly anybody needs it twice. */
export function SettingsForm({ settings, onChange, children }: Props) {
  const toggle = (place: PlaceName, isShown: boolean): void => {
    const hidden = settings.hidden.filter(each => each !== place);
    onChange({ ...settings, hidden: isShown ? hidden : [...hidden, place] });
  };
  return (
    <details class="settings">
      <summary>Marks on Civitai’s pages</summary>
      <fieldset>
        <legend>Where</legend>
        {PLACE_WORDS.map(({ place, words }) => (
          <Option
            key={place}
            words={words}
            isOn={!settings.hidden.includes(place)}
            onChange={isOn => toggle(place, isOn)}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>How</legend>
        <Option
          words="Always show “Add”, not only under the pointer"
          isOn={settings.add === 'always'}
          onChange={isOn => onChange({ ...settings, add: isOn ? 'always' : 'hover' })}
        />
        <Option
          words="Say in words what a mark shows"
          isOn={settings.look === 'labelled'}
          onChange={isOn => onChange({ ...settings, look: isOn ? 'labelled' : 'compact' })}
        />
      </fieldset>
      {children}
    </details>
  );
}

function Option({ words, isOn, onChange }: { words: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.currentTarget.checked)} />
      {words}
    </label>
  );
}
