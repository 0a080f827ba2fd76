/*
 * Writes the documentation as static pages that need neither a server nor a network.
 * The index docs/README.md determines which pages there are, and their order.
 * Usage: node build.mjs <directory to write to> [<directory of the Javadoc>]
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import GithubSlugger from 'github-slugger'
import MarkdownIt from 'markdown-it'
import MiniSearch from 'minisearch'
import { createHighlighter } from 'shiki'

const site = dirname(fileURLToPath(import.meta.url))
const root = resolve(site, '../..')
const [target, javadoc] = process.argv.slice(2).map((path) => resolve(path))
const index = join(root, 'docs/README.md')
const languages = { shell: 'shellscript', console: 'shellsession', http: 'http', java: 'java', json: 'json', kotlin: 'kotlin', xml: 'xml',
	yaml: 'yaml', properties: 'properties', groovy: 'groovy', typescript: 'typescript', javascript: 'javascript' }
const problems = []

const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/* The index: sections of tables whose first column links to a page */
function contents() {
	const sections = []
	for (const line of readFileSync(index, 'utf8').split('\n')) {
		const heading = /^## (.+)/.exec(line)
		const row = /^\| \[(.+?)\]\((.+?)\) \|/.exec(line)
		if (heading) {
			sections.push({ title: heading[1], pages: [] })
		}
		else if (row) {
			const source = resolve(dirname(index), row[2])
			sections.at(-1).pages.push({ title: row[1], source, name: nameOf(source) })
		}
	}
	return sections
}

function nameOf(source) {
	const path = relative(root, source)
	if (path === 'README.md') {
		return 'index.html'
	}
	if (path === 'docs/README.md') {
		return 'contents.html'
	}
	return path.replace(/^docs\//, '').replace(/\/?README\.md$/, '').replace(/\.md$/, '').replaceAll('/', '-').toLowerCase()
		+ '.html'
}

function markdownFiles(directory) {
	return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
		const path = join(directory, entry.name)
		if (entry.isDirectory()) {
			return path === site ? [] : markdownFiles(path)
		}
		return entry.name.endsWith('.md') ? [path] : []
	})
}

const sections = contents()
const pages = new Map(sections.flatMap((section) => section.pages).map((page) => [page.source, page]))
pages.set(index, { title: 'Documentation', source: index, name: nameOf(index) })
for (const source of markdownFiles(join(root, 'docs'))) {
	if (!pages.has(source)) {
		problems.push(`${relative(root, source)} is not in the index docs/README.md`)
	}
}

const highlighter = await createHighlighter({ themes: ['github-light-high-contrast', 'github-dark-high-contrast'],
	langs: Object.values(languages) })
const markdown = new MarkdownIt({ html: true, highlight(code, info) {
	return highlighter.codeToHtml(code.trimEnd(), { lang: languages[info.split(' ')[0]] ?? 'text',
		themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' }, defaultColor: 'light-dark()' })
} })
markdown.renderer.rules.code_block = (tokens, position, options) => options.highlight(tokens[position].content, '')
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>'
markdown.renderer.rules.table_close = () => '</table></div>'

/* Resolves a link of the repository to a page or a copied file of the site */
function linkOf(page, href) {
	const [path, fragment] = href.split('#')
	const source = path ? resolve(dirname(page.source), decodeURIComponent(path)) : page.source
	if (pages.has(source)) {
		page.links.push({ href, source, fragment })
		return (path ? pages.get(source).name : '') + (fragment ? `#${fragment}` : '')
	}
	if (!source.startsWith(root) || !existsSync(source)) {
		problems.push(`${relative(root, page.source)} links to ${href}, which does not exist`)
		return href
	}
	const copy = join('files', relative(root, source))
	mkdirSync(dirname(join(target, copy)), { recursive: true })
	cpSync(source, join(target, copy), { recursive: true, filter: (file) => !/\/(target|build)$/.test(file) })
	return statSync(source).isDirectory() ? listing(copy) : copy
}

/* A page with links to all files of a copied directory */
function listing(directory) {
	const files = readdirSync(join(target, directory), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name !== 'index.html')
		.map((entry) => relative(join(target, directory), join(entry.parentPath, entry.name)))
		.sort()
	const title = escape(relative('files', directory))
	writeFileSync(join(target, directory, 'index.html'), `<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8">`
		+ `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">`
		+ `<title>${title}</title><h1>${title}</h1><ul>`
		+ files.map((file) => `<li><a href="${escape(file)}">${escape(file)}</a></li>`).join('\n') + '</ul></html>\n')
	return join(directory, 'index.html')
}

/* Parses a page: its HTML, its headings, and the text below each of them */
function read(page) {
	const slugger = new GithubSlugger()
	page.links = []
	page.headings = []
	page.texts = []
	const tokens = markdown.parse(readFileSync(page.source, 'utf8'), {})
	tokens.forEach((token, position) => {
		if (token.type === 'heading_open') {
			const text = plain(tokens[position + 1])
			const id = slugger.slug(text)
			token.attrSet('id', id)
			page.headings.push({ level: Number(token.tag.substring(1)), text, id })
			page.texts.push([])
		}
		else if (token.type === 'inline' || token.type === 'fence') {
			page.texts.at(-1)?.push(token.type === 'fence' ? token.content : plain(token))
		}
		for (const child of token.children ?? []) {
			for (const attribute of ['href', 'src']) {
				const value = child.attrGet(attribute)
				if (value && !/^[a-z]+:/.test(value)) {
					child.attrSet(attribute, linkOf(page, value))
				}
			}
		}
	})
	page.html = markdown.renderer.render(tokens, markdown.options, {})
}

function plain(token) {
	return (token.children ?? []).map((child) => child.type === 'html_inline' ? ' ' : child.content).join('')
}

function navigation(current) {
	return sections.map((section) => `<h2>${escape(section.title)}</h2>\n<ul>`
		+ section.pages.map((page) => `<li><a href="${page.name}"${page === current ? ' aria-current="page"' : ''}>`
			+ `${escape(page.title)}</a></li>`).join('\n')
		+ (section === sections.at(-1) && javadoc ? '<li><a href="api/index.html">Javadoc</a></li>' : '')
		+ '</ul>').join('\n')
}

function outline(page) {
	const headings = page.headings.filter((heading) => heading.level === 2 || heading.level === 3)
	return headings.length < 2 ? '' : `<nav class="outline" aria-labelledby="outline"><h2 id="outline">On this page</h2><ul>`
		+ headings.map((heading) => `<li class="level${heading.level}"><a href="#${heading.id}">${escape(heading.text)}</a></li>`)
			.join('\n') + '</ul></nav>'
}

function neighbors(page) {
	const list = [...pages.values()].filter((candidate) => candidate.source !== index)
	const position = list.indexOf(page)
	const link = (rel, neighbor) => neighbor ? `<a rel="${rel}" href="${neighbor.name}">${escape(neighbor.title)}</a>` : '<span></span>'
	return position < 0 ? '' : `<nav class="neighbors" aria-label="Previous and next page">${link('prev', list[position - 1])}`
		+ `${link('next', list[position + 1])}</nav>`
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
for (const page of pages.values()) {
	read(page)
}
for (const page of pages.values()) {
	for (const { href, source, fragment } of page.links) {
		if (fragment && !pages.get(source).headings.some((heading) => heading.id === fragment)) {
			problems.push(`${relative(root, page.source)} links to ${href}, but there is no such heading`)
		}
	}
}
if (problems.length > 0) {
	console.error(problems.join('\n'))
	process.exit(1)
}
const template = readFileSync(join(site, 'page.html'), 'utf8')
for (const page of pages.values()) {
	const parts = { title: escape(page.title), navigation: navigation(page), outline: outline(page), content: page.html,
		neighbors: neighbors(page) }
	writeFileSync(join(target, page.name), template.replace(/\{\{(\w+)\}\}/g, (placeholder, name) => parts[name]))
}
const search = new MiniSearch({ fields: ['heading', 'title', 'text'], storeFields: ['heading', 'title', 'url', 'text'] })
let id = 0
for (const page of pages.values()) {
	page.headings.forEach((heading, position) => search.add({ id: id++, title: page.title, heading: heading.text,
		url: `${page.name}#${heading.id}`, text: page.texts[position].join(' ').replace(/\s+/g, ' ') }))
}
/* A script, as pages that are opened from a disk must not read other files */
writeFileSync(join(target, 'search-index.js'), `const searchIndex = ${JSON.stringify(JSON.stringify(search))}\n`)
cpSync(join(site, 'node_modules/minisearch/dist/umd/index.js'), join(target, 'minisearch.js'))
for (const file of ['search.js', 'site.css']) {
	cpSync(join(site, file), join(target, file))
}
if (javadoc) {
	cpSync(javadoc, join(target, 'api'), { recursive: true })
}
console.log(`${pages.size} pages in ${target}`)
