// Reads requests.http, sends the chosen request and shows what came back.

const element = (id) => document.getElementById(id);

const sections = (await (await fetch('requests.http')).text())
	.split(/^### /m)
	.slice(1)
	.map((section) => {
		const [title, ...message] = section.trim().split('\n');
		return { title, message: message.join('\n').replaceAll('{{host}}', '') };
	});

// A file cannot be read from here; what matters about it is its size
const withFiles = (body) => body.replace(/^< .*$/m, 'x'.repeat(2000));

function parse(text) {
	const [head, ...body] = text.replaceAll('\r', '').split('\n\n');
	const [requestLine, ...headerLines] = head.trim().split('\n');
	const [method, path] = requestLine.split(' ');
	const headers = headerLines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
	return { method, path, headers, body: withFiles(body.join('\n\n')) };
}

function show(text) {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	}
	catch {
		return text;
	}
}

async function send(message) {
	const headers = new Headers(message.headers);
	if (element('format').value) {
		headers.set('X-Error-Format', element('format').value);
	}
	if (element('language').value) {
		headers.set('Accept-Language', element('language').value);
	}
	const body = ['GET', 'HEAD'].includes(message.method) ? undefined : message.body.replaceAll('\n', '\r\n');
	// Below the folder of this page's parent, so that a context path is kept
	const response = await fetch('..' + message.path, { method: message.method, headers, body, cache: 'no-store' });
	element('status').textContent = `${response.status} ${response.statusText}`;
	element('status').className = response.status < 400 ? 'good' : 'bad';
	element('headers').textContent = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
	element('body').textContent = show(await response.text());
	showPage(/<([^>]+)>; rel="help"/.exec(response.headers.get('Link') ?? '')?.[1]);
}

function showPage(address) {
	element('page').hidden = !address;
	element('no-page').hidden = Boolean(address);
	if (address) {
		element('page').src = address;
	}
}

element('endpoint').append(...sections.map(({ title }) => new Option(title)));
element('endpoint').addEventListener('change', () => {
	element('text').value = sections[element('endpoint').selectedIndex].message;
});
element('endpoint').dispatchEvent(new Event('change'));
element('request').addEventListener('submit', async (event) => {
	event.preventDefault();
	element('status').removeAttribute('class');
	element('status').textContent = 'Sending…';
	try {
		await send(parse(element('text').value));
	}
	catch (error) {
		element('status').textContent = `The request was not sent: ${error.message}`;
		element('status').className = 'bad';
	}
});
document.documentElement.dataset.ready = 'true';
