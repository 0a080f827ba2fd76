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
import java.util.Map;

import io.github.faultbook.format.Placeholder.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts with placeholders apart.
 */
final class TextReader {

	/**
	 * The number of places at which a text is taken apart.
	 */
	private static final int PLACES = 20;

	/**
	 * The name under which a text that contains the message is read.
	 */
	static final String MESSAGE_AND_MORE = "message and more";

	private final List<Value> values = new ArrayList<>();

	/**
	 * The texts around the values: one more than there are values.
	 */
	private final List<String> literals = new ArrayList<>(List.of(""));

	private final Map<String, String> codes;

	/**
	 * Create a reader of texts.
	 * @param parts literals and values
	 * @param codes the codes of the format by the codes of the catalog
	 */
	TextReader(List<Node> parts, Map<String, String> codes) {
		this.codes = codes;
		for (Node part : parts) {
			if (part instanceof Value value) {
				this.values.add(value);
				this.literals.add("");
			}
			else if (part instanceof Literal literal) {
				this.literals.set(this.values.size(), this.literals.get(this.values.size()) + literal.value());
			}
		}
	}

	/**
	 * Return a reader of joined texts.
	 * @param join the texts
	 * @param codes the codes of the format by the codes of the catalog
	 * @return the reader, or {@code null} if the number of texts varies
	 */
	static @Nullable TextReader of(JoinNode join, Map<String, String> codes) {
		List<Node> parts = new ArrayList<>();
		for (Node element : join.elements()) {
			if (!element.always()
					|| !(element instanceof Value || element instanceof Literal || element instanceof TextNode)) {
				return null;
			}
			if (!parts.isEmpty()) {
				parts.add(new Literal(join.separator()));
			}
			parts.addAll((element instanceof TextNode text) ? text.parts() : List.of(element));
		}
		return new TextReader(parts, codes);
	}

	/**
	 * Read a text.
	 * @param text the text
	 * @return what is certain about the values in it, or {@code null} if the template
	 * does not write this text
	 */
	@Nullable Reading read(String text) {
		String first = this.literals.get(0);
		String last = this.literals.get(this.values.size());
		if (this.values.isEmpty()) {
			return text.equals(first) ? new Reading() : null;
		}
		if (text.length() < first.length() + last.length() || !text.startsWith(first) || !text.endsWith(last)) {
			return null;
		}
		String middle = text.substring(first.length(), text.length() - last.length());
		return switch (this.values.size()) {
			case 1 -> read(List.of(middle));
			case 2 -> readTwo(middle, this.literals.get(1));
			default -> readMany(middle);
		};
	}

	private @Nullable Reading readTwo(String text, String separator) {
		List<Reading> possible = new ArrayList<>();
		int at = text.indexOf(separator);
		for (int places = 0; at >= 0 && at <= text.length(); places++) {
			Reading reading = (places < PLACES)
					? read(List.of(text.substring(0, at), text.substring(at + separator.length()))) : new Reading();
			if (reading != null) {
				possible.add(reading);
			}
			at = (places < PLACES && at < text.length()) ? text.indexOf(separator, at + 1) : -1;
		}
		return Reading.agreed(possible);
	}

	// With three values or more, the separators must not occur in the values
	private @Nullable Reading readMany(String text) {
		List<String> texts = new ArrayList<>();
		int start = 0;
		for (int i = 1; i < this.values.size(); i++) {
			int at = text.indexOf(this.literals.get(i), start);
			if (at < 0) {
				return null;
			}
			texts.add(text.substring(start, at));
			start = at + this.literals.get(i).length();
		}
		texts.add(text.substring(start));
		int end = text.length();
		for (int i = this.values.size() - 1; i > 0; i--) {
			int at = text.lastIndexOf(this.literals.get(i), end - this.literals.get(i).length());
			if (at < 0 || !texts.get(i).equals(text.substring(at + this.literals.get(i).length(), end))) {
				return new Reading();
			}
			end = at;
		}
		return read(texts);
	}

	private @Nullable Reading read(List<String> texts) {
		Reading reading = new Reading();
		for (int i = 0; i < texts.size(); i++) {
			Reading part = readPart(this.values.get(i), texts.get(i));
			if (part == null) {
				return null;
			}
			reading.add(part);
		}
		return reading;
	}

	// A number is written as digits, and a fact that is no text loses its type
	private @Nullable Reading readPart(Value value, String text) {
		boolean typed = value.style() == Style.NATIVE
				&& (value.placeholder().kind() == Kind.NUMBER || value.placeholder().kind() == Kind.ANY);
		Value asText = typed ? new Value(value.placeholder(), Style.TEXT, value.aliased()) : value;
		return new SpelledValue(asText, this.codes).read(text);
	}

}
