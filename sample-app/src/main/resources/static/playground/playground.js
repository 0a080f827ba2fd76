// Reads requests.http, sends the chosen request in two formats and shows what came back.

const element = (id) => document.getElementById(id);

const formats = ['problem-details', 'details-map', 'details-array', 'nested-code', 'nested-type', 'status-message',
	'status-message-nested'];

// Tomcat sends no reasons
const reasons = { 200: 'OK', 201: 'Created', 204: 'No Content', 206: 'Partial Content', 301: 'Moved Permanently',
	304: 'Not Modified', 400: 'Bad Request', 401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden',
	404: 'Not Found', 405: 'Method Not Allowed', 406: 'Not Acceptable', 409: 'Conflict', 410: 'Gone',
	412: 'Precondition Failed', 413: 'Content Too Large', 415: 'Unsupported Media Type', 422: 'Unprocessable Content',
	428: 'Precondition Required', 429: 'Too Many Requests', 431: 'Request Header Fields Too Large',
	500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable',
	504: 'Gateway Timeout', 505: 'HTTP Version Not Supported' };

const named = (status) => `${status} ${reasons[status] ?? ''}`.trim();

const requests = (await (await fetch('requests.http')).text())
	.split(/^### /m)
	.slice(1)
	.map((section) => {
		const [title, status, ...message] = section.trim().split('\n');
		return { title, status: Number(status.slice(2)), message: message.join('\n').replaceAll('{{host}}', '') };
	});

// A newer request ends an older one that still waits for its answer
let sending = new AbortController();

function create(name, text, attributes = {}) {
	const created = document.createElement(name);
	created.textContent = text;
	Object.assign(created, attributes);
	return created;
}

// A file cannot be read from here; what matters about it is its size
const withFiles = (body) => body.replace(/^< .*$/m, 'x'.repeat(2000));

function parse(text) {
	const [head, ...body] = text.replaceAll('\r', '').split('\n\n');
	const [requestLine, ...headerLines] = head.trim().split('\n');
	const [method, path] = requestLine.split(' ');
	const headers = headerLines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
	return { method, path, headers, body: withFiles(body.join('\n\n')) };
}

function indent(text) {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	}
	catch {
		return text;
	}
}

async function exchange(message, format) {
	const headers = new Headers(message.headers);
	headers.set('X-Error-Format', format);
	if (element('language').value) {
		headers.set('Accept-Language', element('language').value);
	}
	const body = ['GET', 'HEAD'].includes(message.method) ? undefined : message.body.replaceAll('\n', '\r\n');
	// Below the folder of this page's parent, so that a context path is kept
	const response = await fetch('..' + message.path, { method: message.method, headers, body, cache: 'no-store',
		signal: sending.signal });
	return { response, body: indent(await response.text()) };
}

// Names of JSON with their colons, and values
const tokens = (body) => body.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[^\s"{}[\],]+/g) ?? [];

// Formats order and nest the same names and values differently, so what counts is whether the other body has them
function showDifference(target, body, other) {
	const others = new Set(tokens(other));
	const parts = [];
	let end = 0;
	for (const token of tokens(body)) {
		const start = body.indexOf(token, end);
		parts.push(body.slice(end, start), others.has(token) ? token : create('mark', token));
		end = start + token.length;
	}
	target.replaceChildren(...parts, body.slice(end));
}

function showLines(target, lines, marked) {
	target.replaceChildren(...lines.map((line, at) => create(at === marked ? 'mark' : 'span', `${line}\n`)));
}

async function send(message) {
	const { response, body } = await exchange(message, element('format').value);
	element('headers').textContent = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
	element('legend').hidden = response.status < 400;
	if (response.status < 400) {
		element('body').textContent = body;
		element('other-body').textContent = 'The request succeeded. Formats are for errors only.';
	}
	else {
		// An error has changed nothing, so the request can be sent again
		const other = await exchange(message, element('other-format').value);
		showDifference(element('body'), body, other.body);
		showDifference(element('other-body'), other.body, body);
	}
	await showDeveloper(response.headers.get('X-Error-Reference'));
	showPage(/<([^>]+)>; rel="help"/.exec(response.headers.get('Link') ?? '')?.[1]);
	element('status').textContent = named(response.status);
	element('status').className = response.status < 400 ? 'good' : 'bad';
}

async function showDeveloper(reference) {
	element('developer').hidden = !reference;
	if (!reference) {
		return;
	}
	const error = await (await fetch(`errors/${encodeURIComponent(reference)}`,
		{ cache: 'no-store', signal: sending.signal })).json();
	const { source } = error;
	element('origin').textContent = source ? `${source.file}, line ${source.line}`
		: `No code of the application. ${error.exception ? `Spring throws ${error.exception}.` : ''}`;
	element('code').hidden = !source;
	showLines(element('code'), unindent(source?.lines ?? []), source && source.line - source.first);
	element('log').textContent = error.log ?? 'Not logged';
}

function unindent(lines) {
	const indent = Math.min(...lines.filter(Boolean).map((line) => /^\t*/.exec(line)[0].length));
	return lines.map((line) => line.slice(indent));
}

function showPage(address) {
	element('catalog').hidden = !address;
	if (address) {
		element('page').src = address;
	}
}

async function submit() {
	sending.abort();
	sending = new AbortController();
	element('status').removeAttribute('class');
	element('status').textContent = 'Sending…';
	try {
		await send(parse(element('text').value));
	}
	catch (error) {
		if (error.name === 'AbortError') {
			return;
		}
		element('status').textContent = `The request was not sent: ${error.message}`;
		element('status').className = 'bad';
	}
}

function choose(button, { message }) {
	element('requests').querySelector('[aria-current]')?.removeAttribute('aria-current');
	button.setAttribute('aria-current', 'true');
	element('text').value = message;
	return submit();
}

function offer(status) {
	const list = create('ul', '');
	list.append(...requests.filter((request) => request.status === status).map((request) => {
		const item = create('li', '');
		const button = create('button', request.title, { type: 'button' });
		button.addEventListener('click', async () => {
			await choose(button, request);
			// On a narrow screen, the requests are above the answer
			if (matchMedia('(max-width: 60rem)').matches) {
				element('status').scrollIntoView();
			}
		});
		item.append(button);
		return item;
	}));
	return [create('h2', named(status)), list];
}

for (const [id, selected] of [['format', 'details-map'], ['other-format', 'problem-details']]) {
	element(id).append(...formats.map((format) => new Option(format, format, false, format === selected)));
	element(id).addEventListener('change', submit);
}
element('language').addEventListener('change', submit);
// Errors first, as they are what the page is about
const statuses = [...new Set(requests.map((request) => request.status))].sort((a, b) => a - b);
element('requests').append(...[...statuses.filter((status) => status >= 400), ...statuses.filter((status) => status < 400)]
	.flatMap(offer));
element('request').addEventListener('submit', (event) => {
	event.preventDefault();
	submit();
});
const first = requests.find((request) => request.status === 404);
await choose([...element('requests').querySelectorAll('button')].find((button) => button.textContent === first.title), first);
document.documentElement.dataset.ready = 'true';
