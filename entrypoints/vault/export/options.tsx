import type { ComponentChildren } from 'preact';
import './options.css';

type Option<Value> = { value: Value; title: string; lead: ComponentChildren };

type Props<Value extends string> = {
  name: string;
  legend: string;
  options: readonly Option<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
};

/** A group of radio buttons, each with a title and an explanation. */
export function Options<Value extends string>({ name, legend, options, chosen, onChoose }: Props<Value>) {
  return (
    <fieldset class="options">
      <legend>{legend}</legend>
      {options.map(({ value, title, lead }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>
            {title} <span class="option-lead">{lead}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
