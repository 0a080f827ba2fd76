'use strict'

const form = document.querySelector('form[role=search]')
const input = form.querySelector('input')
const results = form.querySelector('ul')
const index = MiniSearch.loadJSON(searchIndex, { fields: ['heading', 'title', 'text'],
	storeFields: ['heading', 'title', 'url', 'text'] })
let selected = -1

form.hidden = false
if (window.matchMedia('(max-width: 60rem)').matches) {
	document.querySelector('.pages').open = false
}

function element(name, text, className) {
	const created = document.createElement(name)
	created.textContent = text
	created.className = className ?? ''
	return created
}

/* The part of a text around the first word that was found */
function excerpt(found) {
	const position = Math.min(...found.terms.map((term) => found.text.toLowerCase().indexOf(term)).filter((at) => at >= 0))
	const start = Number.isFinite(position) ? Math.max(0, found.text.lastIndexOf(' ', Math.max(0, position - 40)) + 1) : 0
	return (start > 0 ? '… ' : '') + found.text.substring(start, start + 140)
}

function show() {
	const query = input.value.trim()
	const found = query ? index.search(query, { prefix: true, fuzzy: 0.2, combineWith: 'AND',
		boost: { heading: 4, title: 2 } }).slice(0, 12) : []
	selected = -1
	results.replaceChildren(...found.map((match, position) => {
		const item = document.createElement('li')
		item.id = `result${position}`
		item.role = 'option'
		item.ariaSelected = 'false'
		item.dataset.url = match.url
		item.append(element('strong', match.heading), element('span', match.title, 'where'), element('span', excerpt(match)))
		item.addEventListener('click', () => open(item))
		return item
	}))
	if (query && found.length === 0) {
		const nothing = element('li', `Nothing was found for “${query}”`)
		nothing.role = 'option'
		nothing.ariaDisabled = 'true'
		results.append(nothing)
	}
	results.hidden = !query
	input.ariaExpanded = String(!results.hidden)
	input.removeAttribute('aria-activedescendant')
}

function select(position) {
	const options = results.querySelectorAll('[data-url]')
	if (options.length === 0) {
		return
	}
	selected = (position + options.length) % options.length
	options.forEach((option, at) => option.ariaSelected = String(at === selected))
	options[selected].scrollIntoView({ block: 'nearest' })
	input.setAttribute('aria-activedescendant', options[selected].id)
}

function open(item) {
	location.href = item.dataset.url
	input.value = ''
	show()
}

function close() {
	results.hidden = true
	input.ariaExpanded = 'false'
}

input.addEventListener('input', show)
input.addEventListener('keydown', (event) => {
	if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
		event.preventDefault()
		select(event.key === 'ArrowDown' ? selected + 1 : Math.max(selected, 0) - 1)
	}
	else if (event.key === 'Escape') {
		close()
	}
})
form.addEventListener('submit', (event) => {
	event.preventDefault()
	const item = results.querySelectorAll('[data-url]')[Math.max(selected, 0)]
	if (item) {
		open(item)
	}
})
form.addEventListener('focusout', (event) => {
	if (!form.contains(event.relatedTarget)) {
		setTimeout(close, 200)
	}
})
document.addEventListener('keydown', (event) => {
	if (event.key === '/' && document.activeElement !== input) {
		event.preventDefault()
		input.focus()
	}
})
