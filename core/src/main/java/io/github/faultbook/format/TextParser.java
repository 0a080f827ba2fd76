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

package io.github.faultbook.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.format.Placeholder.Kind;
import io.github.faultbook.format.Placeholder.Scope;

/**
 * Compiles texts with placeholders.
 */
final class TextParser {

	private static final Pattern TOKEN = Pattern.compile("\\{\\{|}}|\\{([^{}]*)}|[{}]");

	private final TemplateProblems problems;

	private final PlaceholderParser placeholders;

	TextParser(TemplateProblems problems, PlaceholderParser placeholders) {
		this.problems = problems;
		this.placeholders = placeholders;
	}

	/**
	 * Compile a text.
	 * @param text the text
	 * @param position the position in the template
	 * @param scopes the parts of the error that can be used
	 * @return a value if the text is a single placeholder, else a text or literal
	 */
	Node parse(String text, JsonSource.Position position, Set<Scope> scopes) {
		List<Node> parts = new ArrayList<>();
		StringBuilder literal = new StringBuilder();
		Matcher matcher = TOKEN.matcher(text);
		int start = 0;
		while (matcher.find()) {
			literal.append(text, start, matcher.start());
			start = matcher.end();
			String token = matcher.group();
			if (token.equals("{{") || token.equals("}}")) {
				literal.append(token.charAt(0));
			}
			else if (token.length() == 1) {
				this.problems.add(position, "the brace '%s' in \"%s\" has no counterpart.".formatted(token, text),
						"Write '%s%s' for a brace that is part of the text.".formatted(token, token));
			}
			else {
				flush(literal, parts);
				Value value = this.placeholders.written(matcher.group(1), position, scopes);
				parts.add((value != null) ? value : new Literal(token));
			}
		}
		literal.append(text, start, text.length());
		if (parts.isEmpty()) {
			return new Literal(literal.toString());
		}
		flush(literal, parts);
		return (parts.size() == 1) ? parts.get(0) : text(parts, text, position);
	}

	/**
	 * Compile a text that must not be an object or array.
	 * @param text the text
	 * @param position the position in the template
	 * @param scopes the parts of the error that can be used
	 * @return the text
	 */
	Node parseText(String text, JsonSource.Position position, Set<Scope> scopes) {
		Node node = parse(text, position, scopes);
		return node.textual() ? node : text(List.of(node), text, position);
	}

	private Node text(List<Node> parts, String text, JsonSource.Position position) {
		if (!parts.stream().allMatch(Node::textual)) {
			boolean path = parts.stream()
				.anyMatch((part) -> part instanceof Value value && value.style().kind() == Kind.LIST);
			this.problems.add(position,
					"\"%s\" puts an object or an array where only a text can stand.".formatted(text),
					path ? "Use a style of paths that gives a text, such as 'dotted', or no style."
							: "Use a placeholder that stands for a text or number, or the style 'text'.");
		}
		return new TextNode(List.copyOf(parts));
	}

	private static void flush(StringBuilder literal, List<Node> parts) {
		if (!literal.isEmpty()) {
			parts.add(new Literal(literal.toString()));
			literal.setLength(0);
		}
	}

}
