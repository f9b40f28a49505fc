import { h, render } from 'preact';

/** The emptiest popup that Preact can draw. */
render(h('p', { id: 'shown' }, 'Empty'), document.getElementById('app'));
