// Sends the template while it is typed, and shows its problems or what it makes of each error.

const element = (id) => document.getElementById(id);

const template = element('template');

let newest = 0;

function create(name, text, attributes = {}) {
	const created = document.createElement(name);
	created.textContent = text;
	Object.assign(created, attributes);
	return created;
}

function show(text) {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	}
	catch {
		return text;
	}
}

function placeOf({ where }) {
	const [, line, column] = /line (\d+), column (\d+)/.exec(where) ?? [];
	return line ? { line: Number(line), column: Number(column) } : undefined;
}

function goTo({ line, column }) {
	const start = template.value.split('\n').slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
	template.focus();
	template.setSelectionRange(start + column - 1, start + column);
}

function markLines(findings) {
	const bad = new Set(findings.map((finding) => placeOf(finding)?.line));
	const lines = template.value.split('\n').map((_, index) =>
		create('span', `${index + 1}\n`, { className: bad.has(index + 1) ? 'bad' : '' }));
	element('lines').replaceChildren(...lines);
	element('lines').scrollTop = template.scrollTop;
}

function showFinding(finding) {
	const item = document.createElement('li');
	const place = placeOf(finding);
	if (place) {
		const button = create('button', `Line ${place.line}, column ${place.column}`, { type: 'button' });
		button.addEventListener('click', () => goTo(place));
		item.append(button, ' ');
	}
	item.append(`${finding.problem} ${finding.action}`);
	return item;
}

function showBody({ code, status, body }) {
	const article = document.createElement('article');
	const title = create('h3', `${code} · ${status}`, { id: `body-${code}` });
	const text = create('pre', show(body), { tabIndex: 0, role: 'region' });
	text.setAttribute('aria-labelledby', title.id);
	article.append(title, text);
	return article;
}

async function render() {
	const current = ++newest;
	const response = await fetch('preview', {
		method: 'POST', body: template.value, headers: { 'Content-Type': 'text/plain' }, cache: 'no-store'
	});
	const preview = await response.json();
	if (current !== newest) {
		return;
	}
	const findings = response.ok ? preview.findings : [{ where: '', problem: 'The template is too large.', action: '' }];
	markLines(findings);
	element('findings').replaceChildren(...findings.map(showFinding));
	template.setAttribute('aria-invalid', String(findings.length > 0));
	element('summary').className = findings.length ? 'bad' : 'good';
	element('summary').textContent = findings.length
		? `${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}. The bodies are those of the last valid template.`
		: `${preview.bodies.length} errors are rendered.`;
	if (!findings.length) {
		element('bodies').replaceChildren(...preview.bodies.map(showBody));
	}
}

let timer;

template.addEventListener('input', () => {
	clearTimeout(timer);
	timer = setTimeout(render, 200);
});
template.addEventListener('scroll', () => {
	element('lines').scrollTop = template.scrollTop;
});

const templates = await (await fetch('templates')).json();
element('preset').append(...Object.keys(templates).map((name) => new Option(name)));
element('preset').addEventListener('change', async () => {
	template.value = templates[element('preset').value];
	await render();
});
element('preset').value = 'problem-details';
template.value = templates['problem-details'];
await render();
document.documentElement.dataset.ready = 'true';
