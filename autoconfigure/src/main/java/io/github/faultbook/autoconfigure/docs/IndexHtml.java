/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.faultbook.Retry;
import io.github.faultbook.documentation.DocumentationEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes the index as HTML. A short index contains all entries and hides those that do
 * not match, so that a script can show them immediately; a long index is split into
 * pages.
 */
final class IndexHtml {

	private static final int PAGE_SIZE = 250;

	private final PageHtml page;

	private final String name;

	private final List<DocumentationEntry> entries;

	private final boolean isShort;

	/**
	 * Create a writer.
	 * @param page the frame of the page
	 * @param name the name of the index, and of the directory of the pages beside it
	 */
	IndexHtml(PageHtml page, String name) {
		this.page = page;
		this.name = name;
		this.entries = page.edition().entries();
		this.isShort = this.entries.size() <= PAGE_SIZE;
	}

	/**
	 * Write the index.
	 * @param query the query of the reader
	 * @return the document
	 */
	String write(IndexQuery query) {
		List<DocumentationEntry> found = query.filter(this.entries);
		int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
		int current = Math.min(query.page(), pages);
		List<DocumentationEntry> listed = this.isShort ? this.entries
				: found.subList((current - 1) * PAGE_SIZE, Math.min(current * PAGE_SIZE, found.size()));
		String title = this.page.edition().title();
		return this.page.document(title, query, this.name, (main) -> {
			main.tag("h1", title).tag("p", word("lead"), "class", "lead");
			main.tag("form", (form) -> form(form, query), "id", "filter", "role", "search", "data-instant",
					this.isShort ? "" : null);
			main.tag("p",
					(line) -> line
						.tag("span",
								this.page.edition()
									.word("results", Map.of("count", found.size(), "total", this.entries.size())),
								"id", "results", "role", "status", "data-text", word("results"))
						.text(" ")
						.tag("a", word("reset"), "id", "reset", "href", address(1), "hidden",
								(found.size() == this.entries.size()) ? "" : null),
					"class", "results");
			main.tag("p", word("none"), "id", "none", "hidden", found.isEmpty() ? null : "");
			group(main, "own", query, listed.stream().filter((entry) -> !entry.builtIn()).toList());
			group(main, "built-in", query, listed.stream().filter(DocumentationEntry::builtIn).toList());
			if (pages > 1) {
				main.tag("nav", (nav) -> pages(nav, query, current, pages), "id", "pages", "aria-label",
						pageOf(current, pages));
			}
			successes(main);
			main.tag("p", (line) -> line.tag("a", "TypeScript", "id", "typescript", "href",
					this.page.address(this.name + ".ts")));
		});
	}

	private String address(int number) {
		String address = IndexQuery.ALL.toAddress(number, this.page.chosen());
		return address.isEmpty() ? "?" : address;
	}

	private String word(String name) {
		return this.page.word(name);
	}

	private void form(Html form, IndexQuery query) {
		form.tag("div",
				(field) -> field.tag("label", word("search"), "for", "search")
					.tag("input", "", "id", "search", "type", "search", "name", "q", "value", query.search(),
							"maxlength", "100", "placeholder", word("search.hint"), "autocomplete", "off"),
				"class", "field grow");
		Map<String, String> statuses = new TreeMap<>();
		statuses.put("4xx", "4xx");
		statuses.put("5xx", "5xx");
		this.entries
			.forEach((entry) -> statuses.put(String.valueOf(entry.status()), entry.status() + " " + entry.reason()));
		select(form, "status", query.status(), statuses);
		Map<String, String> retries = new TreeMap<>();
		for (Retry retry : Retry.values()) {
			retries.put(retry.word(), word("retry." + retry.word()));
		}
		select(form, "retry", (query.retry() != null) ? query.retry().word() : "", retries);
		if (this.page.chosen() != null) {
			form.tag("input", "", "type", "hidden", "name", "lang", "value", this.page.chosen().toLanguageTag());
		}
		form.tag("button", word("apply"), "type", "submit");
	}

	private void select(Html form, String name, String selected, Map<String, String> options) {
		form.tag("div", (field) -> field.tag("label", word(name), "for", name).tag("select", (select) -> {
			select.tag("option", word("all"), "value", "");
			options.forEach((value, text) -> select.tag("option", text, "value", value, "selected",
					value.equals(selected) ? "" : null));
		}, "id", name, "name", name), "class", "field");
	}

	private void group(Html main, String group, IndexQuery query, List<DocumentationEntry> entries) {
		if (entries.isEmpty()) {
			return;
		}
		boolean found = entries.stream().anyMatch(query::matches);
		main.tag("section", (section) -> section.tag("h2", word("group." + group), "id", "group-" + group)
			.tag("ul",
					(list) -> entries.forEach((entry) -> list.tag("li", (item) -> entry(item, entry), "data-code",
							entry.code(), "data-title", entry.title(), "data-status", String.valueOf(entry.status()),
							"data-retry", entry.retry().word(), "hidden", query.matches(entry) ? null : "")),
					"class", "entries"),
				"aria-labelledby", "group-" + group, "data-group", group, "hidden", found ? null : "");
	}

	private void entry(Html item, DocumentationEntry entry) {
		PageHtml.status(item, entry.status(), String.valueOf(entry.status()));
		item.tag("div", (text) -> {
			text.tag("a", (link) -> link.tag("code", entry.code()), "href",
					this.page.address(this.name + "/" + entry.code()));
			this.page.deprecated(text, entry);
			text.tag("p", entry.message(), "class", "message");
		});
		item.tag("span", word("retry") + ": " + word("retry." + entry.retry().word()), "class",
				"retry " + entry.retry().word());
	}

	private void pages(Html nav, IndexQuery query, int current, int pages) {
		link(nav, "prev", "previous", query, (current > 1) ? current - 1 : null);
		nav.tag("span", pageOf(current, pages));
		link(nav, "next", "next", query, (current < pages) ? current + 1 : null);
	}

	private void link(Html nav, String relation, String word, IndexQuery query, @Nullable Integer number) {
		if (number != null) {
			String address = query.toAddress(number, this.page.chosen());
			nav.tag("a", word(word), "rel", relation, "href", address.isEmpty() ? "?" : address);
		}
	}

	private String pageOf(int current, int pages) {
		return this.page.edition().word("page", Map.of("page", current, "pages", pages));
	}

	private void successes(Html main) {
		if (!this.page.edition().successes().isEmpty()) {
			main.tag("section", (section) -> section.tag("h2", word("success"), "id", "group-success")
				.tag("ul", (list) -> this.page.edition().successes().forEach((success) -> list.tag("li", (item) -> {
					PageHtml.status(item, success.status(), String.valueOf(success.status()));
					item.tag("div", (text) -> text.tag("strong", success.reason())
						.tag("p", success.description(), "class", "message"));
				}, "data-success", String.valueOf(success.status()))), "class", "entries"), "aria-labelledby",
					"group-success");
		}
	}

}
