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
import java.util.function.Consumer;

import io.github.faultbook.documentation.DocumentationEntry;
import io.github.faultbook.documentation.DocumentationEntry.Example;
import io.github.faultbook.documentation.DocumentationEntry.Sample;
import io.github.faultbook.documentation.DocumentedApi;

/**
 * Writes the page of a code as HTML.
 */
final class EntryHtml {

	private final PageHtml page;

	private final String index;

	private final String root;

	/**
	 * Create a writer.
	 * @param page the frame of the page
	 * @param index the name of the index
	 * @param root the relative address of the application
	 */
	EntryHtml(PageHtml page, String index, String root) {
		this.page = page;
		this.index = index;
		this.root = root;
	}

	/**
	 * Write the page.
	 * @param entry the entry
	 * @return the document
	 */
	String write(DocumentationEntry entry) {
		return this.page.document(entry.title(), IndexQuery.ALL, entry.code(), (main) -> {
			main.tag("p", (line) -> line.tag("a", word("index"), "id", "index", "href",
					this.page.address("../" + this.index)), "class", "back");
			main.tag("h1", entry.title());
			main.tag("p", (line) -> {
				line.tag("code", entry.code(), "id", "code");
				PageHtml.status(line, entry.status(), entry.status() + " " + entry.reason());
				if (entry.builtIn()) {
					line.tag("span", word("built-in"), "class", "kind");
				}
				if (entry.since() != null) {
					line.tag("span", this.page.word("since", "version", entry.since()), "class", "kind");
				}
				this.page.deprecated(line, entry);
			}, "class", "facts");
			main.tag("p", entry.message(), "id", "meaning", "class", "lead");
			deprecation(main, entry);
			main.tag("div", (columns) -> columns.tag("div", (prose) -> prose(prose, entry), "class", "prose")
				.tag("div", (answers) -> answers(answers, entry), "class", "answers"), "class", "columns");
		});
	}

	private String word(String name) {
		return this.page.word(name);
	}

	private void prose(Html prose, DocumentationEntry entry) {
		prose.tag("dl", (list) -> {
			item(list, "cause", entry.cause());
			item(list, "solution", entry.solution());
			list.tag("div", (item) -> item.tag("dt", word("retry")).tag("dd", (text) -> {
				text.text(word("retry." + entry.retry().word() + ".text"));
				if (entry.retryAfter() != null) {
					text.text(" " + this.page.word("retry.after", "seconds", entry.retryAfter()));
				}
			}, "data-retry", entry.retry().word()), "id", "retry");
			entry.headers()
				.forEach((header) -> list.tag("div", (item) -> item.tag("dt", (term) -> term.tag("code", header.name()))
					.tag("dd", header.description()), "data-header", header.name()));
		}, "class", "about");
		if (!entry.parameters().isEmpty()) {
			section(prose, "parameters", (section) -> parameters(section, entry));
		}
	}

	private void item(Html list, String name, String text) {
		if (!text.isEmpty()) {
			list.tag("div", (item) -> item.tag("dt", word(name)).tag("dd", text), "id", name);
		}
	}

	private void deprecation(Html prose, DocumentationEntry entry) {
		if (entry.deprecatedSince() != null) {
			prose.tag("p", (note) -> {
				note.text(this.page.word("deprecated-since", "version", entry.deprecatedSince()));
				String replacement = entry.replacedBy();
				if (replacement != null) {
					note.text(" " + word("replaced-by") + " ")
						.tag("a", (link) -> link.tag("code", replacement), "href", this.page.address(replacement));
				}
			}, "id", "deprecation", "class", "note");
		}
	}

	private void section(Html html, String name, Consumer<Html> content) {
		html.tag("section", (section) -> {
			section.tag("h2", word(name));
			content.accept(section);
		}, "id", name);
	}

	private void parameters(Html section, DocumentationEntry entry) {
		section.tag("p", word("parameters.text"));
		section.tag("dl", (list) -> entry.parameters().forEach((parameter) -> {
			list.tag("dt",
					(term) -> term.tag("code", parameter.name())
						.text(" ")
						.tag("span", parameter.type(), "class", "type"));
			list.tag("dd", parameter.description());
			String example = parameter.example();
			if (example != null) {
				list.tag("dd", (value) -> value.text(word("example") + " ").tag("code", example), "class", "example");
			}
		}));
	}

	private void samples(Html section, List<Sample> samples) {
		for (Sample sample : samples) {
			section.tag("details", (details) -> {
				details.tag("summary", sample.language());
				code(details, sample.language(), sample.code().stripTrailing(), "code");
			}, "name", "sample", "data-sample", sample.syntax(), "open", (sample == samples.get(0)) ? "" : null);
		}
	}

	private void answers(Html answers, DocumentationEntry entry) {
		section(answers, "bodies", (section) -> {
			List<Example> examples = this.page.edition().examples(entry);
			for (Example example : examples) {
				section.tag("details", (details) -> {
					details.tag("summary", example.format());
					StringBuilder head = new StringBuilder("HTTP/1.1 " + example.status() + " " + example.reason()
							+ "\nContent-Type: " + example.contentType());
					example.headers()
						.forEach((header) -> head.append("\n" + header.name() + ": " + header.description()));
					details.tag("pre", head.toString(), "class", "head");
					code(details, example.format(), example.body(), "body");
				}, "name", "format", "data-format", example.format(), "open", (example == examples.get(0)) ? "" : null);
			}
		});
		// A browser knows a better address than the example
		boolean known = this.page.edition().api().url() != null;
		section(answers, "samples",
				(section) -> section.tag("div", (samples) -> samples(samples, this.page.edition().samples(entry)),
						"data-example-url", known ? null : DocumentedApi.EXAMPLE_URL, "data-root",
						known ? null : this.root));
	}

	/**
	 * Write code that can be wider than the page and is therefore focusable, so that it
	 * can be scrolled with the keyboard.
	 * @param html the document to write to
	 * @param label the label of the code
	 * @param code the code
	 * @param style the class that determines how long lines are shown
	 */
	private static void code(Html html, String label, String code, String style) {
		html.tag("pre", (block) -> block.tag("code", code), "tabindex", "0", "role", "region", "aria-label", label,
				"class", style, "data-copyable", "");
	}

}
