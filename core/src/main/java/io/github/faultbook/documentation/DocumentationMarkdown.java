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

package io.github.faultbook.documentation;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes the documentation as Markdown, for repositories and for programs that read
 * prose.
 */
public final class DocumentationMarkdown {

	private static final Pattern SPECIAL = Pattern
		.compile("[\\\\`*\\[\\]<>|#~&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^(?:[-+=]|\\d{1,9}(?=[.)]))");

	private static final Pattern BACKTICKS = Pattern.compile("`+");

	private final DocumentationEdition edition;

	private final String name;

	/**
	 * Create a writer.
	 * @param edition the documentation to write
	 * @param name the name of the index without its extension, and of the directory of
	 * the pages beside it
	 */
	public DocumentationMarkdown(DocumentationEdition edition, String name) {
		this.edition = edition;
		this.name = name;
	}

	/**
	 * Write a list of errors.
	 * @param entries the entries, in the order of the edition
	 * @return the document
	 */
	public String index(List<DocumentationEntry> entries) {
		StringBuilder page = new StringBuilder("# " + escape(this.edition.title()) + "\n\n" + word("lead") + "\n");
		group(page, "own", entries.stream().filter((entry) -> !entry.builtIn()).toList());
		group(page, "built-in", entries.stream().filter(DocumentationEntry::builtIn).toList());
		if (!this.edition.successes().isEmpty()) {
			page.append("\n## " + word("success") + "\n\n");
			row(page, word("status"), word("description"));
			row(page, "---", "---");
			this.edition.successes()
				.forEach((success) -> row(page, success.status() + " " + success.reason(),
						escape(success.description())));
		}
		return page.toString();
	}

	private void group(StringBuilder page, String group, List<DocumentationEntry> entries) {
		if (!entries.isEmpty()) {
			page.append("\n## " + word("group." + group) + "\n\n");
			row(page, word("status"), word("code"), word("meaning"), word("retry"));
			row(page, "---", "---", "---", "---");
			entries.forEach((entry) -> row(page, String.valueOf(entry.status()),
					link(entry.code(), this.name + "/" + entry.code() + ".md")
							+ ((entry.deprecatedSince() != null) ? " (" + word("deprecated") + ")" : ""),
					escape(entry.message()), word("retry." + entry.retry().word())));
		}
	}

	/**
	 * Write the whole documentation of one error.
	 * @param entry the entry
	 * @return the document
	 */
	public String page(DocumentationEntry entry) {
		StringBuilder page = new StringBuilder("# " + escape(entry.title()) + "\n\n" + code(entry.code()) + " · "
				+ entry.status() + " " + entry.reason());
		if (entry.since() != null) {
			page.append(" · " + escape(this.edition.word("since", Map.of("version", entry.since()))));
		}
		page.append("\n");
		if (entry.deprecatedSince() != null) {
			page.append(
					"\n> " + escape(this.edition.word("deprecated-since", Map.of("version", entry.deprecatedSince()))));
			if (entry.replacedBy() != null) {
				page.append(" " + word("replaced-by") + " " + link(entry.replacedBy(), entry.replacedBy() + ".md"));
			}
			page.append("\n");
		}
		page.append("\n" + escape(entry.message()) + "\n\n");
		item(page, "cause", entry.cause());
		item(page, "solution", entry.solution());
		item(page, "retry", retry(entry));
		entry.headers()
			.forEach((header) -> page.append("- **" + word("headers") + "**: " + code(header.name()) + ": "
					+ escape(header.description()) + "\n"));
		page.append("\n## " + word("samples") + "\n");
		this.edition.samples(entry)
			.forEach((sample) -> page
				.append("\n### " + sample.language() + "\n" + fenced(sample.syntax(), sample.code())));
		parameters(page, entry);
		page.append("\n## " + word("bodies") + "\n");
		this.edition.examples(entry).forEach((example) -> example(page, example));
		page.append("\n[" + word("index") + "](../" + this.name + ".md)\n");
		return page.toString();
	}

	private void item(StringBuilder page, String name, String text) {
		if (!text.isEmpty()) {
			page.append("- **" + word(name) + "**: " + escape(text) + "\n");
		}
	}

	private String retry(DocumentationEntry entry) {
		String text = this.edition.word("retry." + entry.retry().word() + ".text");
		return (entry.retryAfter() != null)
				? text + " " + this.edition.word("retry.after", Map.of("seconds", entry.retryAfter())) : text;
	}

	private void parameters(StringBuilder page, DocumentationEntry entry) {
		if (entry.parameters().isEmpty()) {
			return;
		}
		page.append("\n## " + word("parameters") + "\n\n" + word("parameters.text") + "\n\n");
		row(page, word("name"), word("type"), word("description"), word("example"));
		row(page, "---", "---", "---", "---");
		entry.parameters()
			.forEach((parameter) -> row(page, cell(parameter.name()), parameter.type(), escape(parameter.description()),
					(parameter.example() != null) ? cell(parameter.example()) : ""));
	}

	private static String cell(String text) {
		return code(text).replace("|", "\\|");
	}

	private static void example(StringBuilder page, DocumentationEntry.Example example) {
		StringBuilder answer = new StringBuilder("HTTP/1.1 " + example.status() + " " + example.reason()
				+ "\nContent-Type: " + example.contentType() + "\n");
		example.headers().forEach((header) -> answer.append(header.name() + ": " + header.description() + "\n"));
		page.append("\n### " + escape(example.format()) + "\n" + fenced("http", answer + "\n" + example.body()));
	}

	private String word(String word) {
		return escape(this.edition.word(word));
	}

	private static void row(StringBuilder page, String... cells) {
		page.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	private static String link(String code, String address) {
		return "[" + code(code) + "](" + address + ")";
	}

	/**
	 * Escape a text so that it is rendered literally, in one line and without any markup.
	 * @param text the text
	 * @return the text in Markdown
	 */
	private static String escape(String text) {
		return SPECIAL.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("\\\\$0");
	}

	private static String code(String text) {
		String fence = fence(text, "`");
		return (fence.length() == 1) ? fence + text + fence : fence + " " + text + " " + fence;
	}

	private static String fenced(String syntax, String text) {
		String fence = fence(text, "```");
		return "\n" + fence + syntax + "\n" + text.stripTrailing() + "\n" + fence + "\n";
	}

	private static String fence(String text, String shortest) {
		int longest = BACKTICKS.matcher(text).results().mapToInt((run) -> run.group().length()).max().orElse(0);
		return "`".repeat(Math.max(shortest.length(), longest + 1));
	}

}
